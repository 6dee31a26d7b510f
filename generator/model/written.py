"""How a value looks in a file, for tools that complete and check while an editor writes."""

from dataclasses import dataclass
from typing import Any, Final

from pydantic import GetJsonSchemaHandler, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

_DAY_OF_MONTH: Final = (
    "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    "|02-(?:0[1-9]|1[0-9]|2[0-8])"
)
_LEAP: Final = "[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00"
REAL_DATE: Final = f"(?!0000)[0-9]{{4}}-(?:{_DAY_OF_MONTH})|(?:{_LEAP})-02-29"
"""The days of the calendar, ÅÅÅÅ-MM-DD; with [0-9], since Python's `\\d` takes every script's."""
REAL_DAY: Final = f"(?:{_DAY_OF_MONTH})|02-29"
"""The days that come back, every year or in leap years, MM-DD."""


def form(pattern: str, what: str) -> dict[str, Any]:
    """The JSON Schema of a text of the pattern, which JavaScript and Python read alike.

    `what` is Swedish and indefinite, as in `generator.model.scalars.expected`.
    """
    return {
        "type": "string",
        "pattern": f"^(?:{pattern})$",
        "errorMessage": f"Skriv {what}.",
    }


def written(pattern: str, what: str) -> WithJsonSchema:
    """The annotation of a type whose values are texts of the pattern."""
    return WithJsonSchema(form(pattern, what))


@dataclass(frozen=True)
class AlsoWritten:
    """The annotation of a type that has a short form beside its own."""

    pattern: str
    what: str

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [form(self.pattern, self.what), handler(schema)]}
