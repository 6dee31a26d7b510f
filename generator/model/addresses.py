"""What an address must be like to be published; without the model, which is large."""

import re
from typing import Final

EMAIL_PATTERN: Final = r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_SCHEMES = ("https://", "mailto:", "tel:")
_IN_ADDRESSES = r'[^\s\x00-\x20\x7f-\x9f"<>\\^`{|}]'
"""What may stand in an address (RFC 3986), and letters of all the world (RFC 3987)."""
_HOST = r"https://(?![^/?#]*@)[^/?#:]"
"""Nobody's name stands before the host's: `https://vgregion.se@example.se` leads to the second."""
_SAID = r"(?:subject=(?:(?!%0)[^&?#])*|body=[^&?#]*)"
_LETTER = rf"mailto:{EMAIL_PATTERN}(?:\?{_SAID}(?:&{_SAID})*)?$"
"""A letter to one whom the reader sees: `?bcc=` would send a copy of it to somebody else."""
_CALL = r"tel:\+?[0-9][0-9.()-]*$"
"""A number to talk with; with `*` and `#` a telephone is told what to do."""
ADDRESS_PATTERN: Final = rf"(?=(?:{_HOST}|{_LETTER}|{_CALL})){_IN_ADDRESSES}+"


def no_address(value: str) -> str:
    """What is wrong with an address of a scheme that may be published; empty if it is of none."""
    if not value.startswith(_SCHEMES):
        return ""
    if value.startswith("mailto:"):
        return (
            "ett brev går till en enda e-postadress, och efter den får bara `?subject=` eller "
            "`?body=` stå"
        )
    if value.startswith("tel:"):
        return (
            "ett telefonnummer skrivs med siffror och bindestreck, till exempel `tel:010-1234567`"
        )
    odd = re.sub(f"{_IN_ADDRESSES}+", "", value)
    if odd:
        sign = "ett mellanslag" if odd[0].isspace() else f"`{odd[0]}`" * odd[0].isprintable()
        return f"adressen innehåller {sign or 'ett osynligt tecken'}, som ingen adress kan ha"
    if "@" in value:
        return "adressen har ett namn och `@` före värden, så att den leder någon annanstans"
    return "adressen har ingen värd efter `https://`"
