"""What browsers are told a page may do: in the page itself, and in the headers that hosts send.

Everything comes from the guide's own origin and no script stands in a page, but for the one of
pages that lead on, which is the same in all of them and named by its hash.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from typing import Final

LEADING_ON: Final = 'location.replace(document.querySelector("link").href+location.hash)'
"""The script of a page that leads on, with the place in the page: to where its first link leads."""

_IMMUTABLE: Final = "public, max-age=31536000, immutable"
_NAMED_BY_CONTENT: Final = re.compile(r"(?:[^/]+/)*?[^/]*\.[0-9a-f]{8}(?:/|\.[a-z0-9.]+$)")
"""A file's name with its own hash, or the folder above it that is named by what is in it."""
_NUMBERED: Final = re.compile(r"(/[a-z])[0-9]+\.[0-9a-f]{8}\.[a-z]+$")
HEADERS_FILE: Final = "_headers"
"""As Netlify, Cloudflare Pages and others read it, in the root of what is published."""


def _hash(script: str) -> str:
    found = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"'sha256-{found}'"


_DIRECTIVES: Final = {
    "default-src": "'none'",
    "script-src": f"'self' {_hash(LEADING_ON)}",
    "style-src": "'self'",
    "img-src": "'self' data:",  # the style's own masks and arrows are `data:`
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "'none'",
}
POLICY: Final = "; ".join(f"{name} {value}" for name, value in _DIRECTIVES.items())
"""What a page can say of itself (Content Security Policy, level 3)."""

HEADERS: Final = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), "
    "payment=(), usb=()",
    "Referrer-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""What a host should send with every answer."""


def kept_for_ever(names: Iterable[str]) -> list[str]:
    """The files and folders (which end in `/`) whose names change with what is in them."""
    found = (_NAMED_BY_CONTENT.match(name) for name in names)
    return sorted({each[0] for each in found if each})


def headers_file(names: Iterable[str]) -> str:
    """The headers of a guide with files of these names, for hosts that read them from it.

    Files that only their numbers tell apart share a rule: Cloudflare Pages reads a hundred.
    """
    lines = ["/*", *(f"  {name}: {value}" for name, value in HEADERS.items())]
    for where in sorted({_NUMBERED.sub(r"\1*", name) for name in kept_for_ever(names)}):
        lines += [f"/{where}*" if where.endswith("/") else f"/{where}"]
        lines += [f"  Cache-Control: {_IMMUTABLE}"]
    return "\n".join(lines) + "\n"
