"""The guide's shell, as MkDocs renders it, and what else stands around a page that it reads."""

from collections.abc import Iterable, Iterator

import jinja2
from mkdocs.commands import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.toc import AnchorLink

from generator.host_preview import shell_code
from generator.outputs.html.contents import Heading, contents
from generator.outputs.html.shell import Framed, Shell, folder_url
from generator.outputs.site.sitemap import sitemaps
from generator.publication import Publication


def shell(nav: Navigation, env: jinja2.Environment, config: MkDocsConfig) -> Shell:
    env.bytecode_cache = shell_code

    def template(page: Framed) -> str:
        context = build.get_context(nav, [], config, page)  # type: ignore[arg-type]
        return env.get_template("main.html").render(context)

    return Shell(template, _folder(config.site_url))


def contents_of(toc: Iterable[AnchorLink]) -> str:
    return contents(tuple(_headings(toc)))


def _headings(toc: Iterable[AnchorLink]) -> Iterator[Heading]:
    """Two levels below the page's own heading."""
    links = list(toc)
    if links and links[0].level == 1:
        links = links[0].children
    for link in links:
        yield Heading(2, link.id, link.title)
        yield from (Heading(3, under.id, under.title) for under in link.children)


def sitemaps_of(made: Publication, written: Iterable[str], site: str | None) -> dict[str, str]:
    """By name; none without an address and a day to give."""
    folder = _folder(site)
    if not folder or not made.as_of:
        return {}
    urls = [*written, *(folder_url(page.address) for page in made.pages)]
    return sitemaps(folder, urls, made.as_of.isoformat())


def _folder(site: str | None) -> str | None:
    """The site's address as a folder's."""
    return f"{site.rstrip('/')}/" if site else None
