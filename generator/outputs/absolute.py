"""Whole addresses, for what is read away from the guide."""

from generator.model.guide import Guide


def absolute(guide: Guide, address: str) -> str | None:
    """Of a page, or of a place on one; None while the guide does not say where it is published.

    The start page's address is empty.
    """
    if guide.site is None:
        return None
    path, mark, anchor = address.partition("#")
    folder = f"{path}/" if path else ""
    return f"{guide.site.rstrip('/')}/{folder}{mark}{anchor}"
