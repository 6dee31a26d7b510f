"""The catalogue's vocabulary: what an editor may write, typed. No file is read here.

The sentence under each field is what editors see in their own tools, and is therefore in Swedish.
"""

import os

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
"""Nothing that happens to be installed may change what the model takes; nor is it looked for, which
cost an eighth of the model's loading."""
