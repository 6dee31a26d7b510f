"""The catalogue's vocabulary: what an editor may write, typed. No file is read here.

The sentence under each field is what editors see in their own tools, and is therefore in Swedish.
"""

import os
import sys
from types import ModuleType
from typing import Final

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
"""Nothing that happens to be installed may change what the model takes; nor is it looked for, which
cost an eighth of the model's loading."""

_FINDER: Final = "pydantic.plugin._loader"
"""What looks for plugins: it imports all that reads packages' metadata, to find none."""


def _finds_none() -> ModuleType:
    """In its place, for a tenth of the model's loading; which is lost if pydantic renames it."""
    finder = ModuleType(_FINDER)
    finder.__dict__["get_plugins"] = tuple
    return finder


sys.modules.setdefault(_FINDER, _finds_none())
