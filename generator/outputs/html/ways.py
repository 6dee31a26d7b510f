"""The ways from one page to others, relative, so that the guide can lie in any folder of a host.

Pages are folders. Addresses are counted from the root: `tjanster/sjunet`, `om#fel`, `a/b.pdf`.
"""

from collections.abc import Callable
from functools import partial


def url(here: str, address: str) -> str:
    """The way from one page to another, to a file or to an `#anchor`.

    A whole address of elsewhere stays as it is.
    """
    path, mark, anchor = address.partition("#")
    if ":" in path:
        return address
    away, near = here.split("/") if here else [], path.split("/") if path else []
    same = next((n for n, (a, b) in enumerate(zip(away, near, strict=False)) if a != b), None)
    if same is None:
        same = min(len(away), len(near))
    way = "/".join((*[".."] * (len(away) - same), *near[same:])) or "."
    is_file = bool(near) and "." in near[-1]
    return (way if is_file else f"{way}/") + mark + anchor


def ways(here: str) -> Callable[[str], str]:
    """As `url`, for a page that leads to many others: most are beside it or in other folders.

    That takes a third as long.
    """
    if not here:
        return partial(url, here)
    top, folder = here.partition("/")[0], here.rpartition("/")[0]
    beside, under = f"{folder}/" if folder else "", f"{here}/"
    length, up = len(beside), "../" * (here.count("/") + 1)

    def way(address: str) -> str:
        path, mark, anchor = address.partition("#")
        if ":" in path or "." in path:
            return url(here, address)
        if path == here:
            return f"./{mark}{anchor}"
        if not path.startswith(top):
            return f"{up}{path}/{mark}{anchor}" if path else f"{up}{mark}{anchor}"
        if path.startswith(beside) and not path.startswith(under):
            return f"../{path[length:]}/{mark}{anchor}"
        return url(here, address)

    return way
