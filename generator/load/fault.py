"""What can be wrong with the writing itself, as bare facts. `generator.checks` finds the words."""

from enum import StrEnum
from typing import NamedTuple

from generator.model.paths import DataPath
from generator.source import Span


class SyntaxKind(StrEnum):
    YAML = "yaml"
    ENCODING = "encoding"
    EMPTY = "empty"
    NOT_A_MAPPING = "not-a-mapping"
    KEY = "key"
    ANCHOR = "anchor"
    ALIAS = "alias"
    TAG = "tag"
    DOCUMENTS = "documents"
    DEPTH = "depth"
    SIZE = "size"
    VALUES = "values"
    FOLDER = "folder"
    """All files together are larger than a folder may be."""
    LINK = "link"
    """The file stands somewhere else than in the folder."""
    CONFLICT = "conflict"
    COMMENT = "comment"
    """A `#` that nothing parts from what is before it, taken for a comment all the same."""
    QUESTION = "question"
    """A question mark taken for the mark of a key."""
    MANY = "many"


class SyntaxFault(NamedTuple):
    kind: SyntaxKind
    span: Span
    detail: str = ""
    """The YAML library's own words, the tag's name or the limit that was passed."""
    begun: Span | None = None
    """Where the thing began that the library could not read to its end."""


class DuplicateKeyFault(NamedTuple):
    key: str
    again: Span
    first: Span


class DuplicateIdFault(NamedTuple):
    """One id, entered in two files."""

    section: str
    id: str
    again: Span
    first: Span


class FormatFault(NamedTuple):
    """The catalogue is of another version of the format, and nothing else of it is read."""

    given: int
    span: Span


class ShapeKind(StrEnum):
    UNKNOWN = "unknown"
    ASTRAY = "astray"
    """A field's name where ids are written."""
    MISSING = "missing"
    EMPTY = "empty"
    WRONG = "wrong"


class ShapeFault(NamedTuple):
    """A value that does not fit the model, at its path in the data."""

    kind: ShapeKind
    path: DataPath
    expected: str = ""
    """What the field takes, in Swedish; for a missing or empty one what it is for, for one astray
    what is written there."""
    because: str = ""
    """What is wrong with a value that is written as the field takes it."""
    allowed: tuple[str, ...] = ()
    """The names that are possible here: keys for an unknown key, values for an enumeration."""
    given: str | None = None
    """What was written, if that is a scalar."""
    on_key: bool = False
    """Whether it is the key that does not fit."""
    span: Span | None = None
    """The place, when the path alone does not tell in which file."""

    @property
    def place(self) -> DataPath | Span:
        return self.span or self.path


Fault = FormatFault | SyntaxFault | DuplicateKeyFault | DuplicateIdFault | ShapeFault
