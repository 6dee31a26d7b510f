"""Values that nobody changes, and that are made by the hundred thousand.

A frozen dataclass sets each of its fields by a call of `object.__setattr__`, since its own refuses:
at 2,500 services that took 13 % of the pages' facts. Mypy reads these as frozen dataclasses and
refuses whoever would change one; as the program runs nothing stands in the way, and a hash is the
fields' own, as of a frozen one. Templates cannot set what they are given.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from dataclasses import dataclass

    def record(*, frozen: bool, **how: bool) -> Callable[[type], type]:
        """As `dataclass`, which is what mypy takes it for; for what is frozen alone."""
        return dataclass(unsafe_hash=frozen, **how)


__all__ = ["record"]
