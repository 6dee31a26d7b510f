"""Hugo: finished bodies as content, Startklar's shell as template, and a search index."""

import json
import shutil
from pathlib import Path

from bench.peers.peer import Peer, fresh
from bench.peers.site_page import Shell, SitePage, shell, site_pages

_SETTINGS = """\
baseURL = "https://example.se/"
locale = "sv"
title = "Startklar"
disableKinds = ["taxonomy", "term", "rss", "sitemap", "robotstxt", "404"]
enableGitInfo = false
[security]
allowContent = [".*"]
[outputs]
home = ["html", "json"]
section = ["html"]
[params]
navigation = "menu"
"""
_NAVIGATION = """\
{{ $page := . -}}
<nav class="sk-menu sk-screen" aria-label="Meny"><div class="sk-panel" id="meny" popover>
<button class="sk-tool sk-panel__close" type="button" popovertarget="meny">Stäng menyn</button><ul>
{{ range site.Menus.main }}
<li><a href="{{ .URL }}"{{ if $page.IsMenuCurrent "main" . }} aria-current="page"{{ end }}>\
{{ .Name }}</a></li>
{{ end }}
{{ if eq site.Params.navigation "whole" }}{{ range (site.GetPage "/tjanster").Pages }}
<li><a href="{{ .RelPermalink }}"{{ if eq . $page }} aria-current="page"{{ end }}>\
{{ .Title }}</a></li>
{{ end }}{{ end }}
</ul></div></nav>
"""
_MENU = """\
{{- if eq site.Params.navigation "cached" }}{{ partialCached "navigation.html" . .Section }}\
{{ else }}{{ partial "navigation.html" . }}{{ end -}}"""
_INDEX = """\
{{- $found := slice }}{{ range site.RegularPages }}{{ $found = $found | append \
(dict "title" .Title "url" .RelPermalink "text" .Plain) }}{{ end }}{{ $found | jsonify -}}"""
_MARKS = {
    "@TITLE@": "{{ .Title }} – {{ site.Title }}",
    "@DESCRIPTION@": "{{ .Description }}",
    "@LINKED@": "{{ .Params.linked | safeHTML }}",
    "@CONTENTS@": "{{ .Params.contents | safeHTML }}",
    "@MENU@": _MENU,
    "@BODY@": "{{ .Content }}",
}
NAVIGATIONS = {
    "hugo": "menu",
    "hugo-tuned": "cached",
    "hugo-whole": "whole",
}
"""What is on every page: the menu, made anew; made once per section; the menu and all services."""


def program(environment: Path) -> Path:
    """Hugo itself: the command that the package installs starts Python first."""
    return next(environment.rglob("hugo/binaries/hugo*"))


def make(site: Path, folder: Path) -> None:
    """A Hugo project for the pages of the built site."""
    fresh(folder)
    pages = list(site_pages(site))
    around = shell(site)
    parents = {page.address.rpartition("/")[0] for page in pages} | {""}
    for page in pages:
        name = f"{page.address}/_index.html" if page.address in parents else f"{page.address}.html"
        file = folder / "content" / name.lstrip("/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_content(page), "utf-8")
    _templates(folder / "layouts", around)
    entries = [{"name": text, "url": url} for url, text in around.menu]
    (folder / "hugo.toml").write_text(_SETTINGS + _menu(entries), "utf-8")
    _assets(site, folder / "static")


def _content(page: SitePage) -> str:
    front = {
        "title": page.title,
        "description": page.description,
        "contents": page.contents,
        "linked": page.linked,
    }
    return f"{json.dumps(front, ensure_ascii=False)}\n\n{page.body}"


def _menu(entries: list[dict[str, str]]) -> str:
    return "".join(
        f"[[menus.main]]\nname = {json.dumps(each['name'], ensure_ascii=False)}\n"
        f'url = "{each["url"]}"\nweight = {weight}\n'
        for weight, each in enumerate(entries, start=1)
    )


def _templates(folder: Path, around: Shell) -> None:
    text = around.html
    for mark, template in _MARKS.items():
        text = text.replace(mark, template)
    (folder / "partials").mkdir(parents=True)
    (folder / "_default").mkdir()
    for kind in ("single", "list"):
        (folder / "_default" / f"{kind}.html").write_text(text, "utf-8")
    (folder / "index.html").write_text(text, "utf-8")
    (folder / "index.json").write_text(_INDEX, "utf-8")
    (folder / "partials" / "navigation.html").write_text(_NAVIGATION, "utf-8")


def _assets(site: Path, static: Path) -> None:
    """The site's other files, but for its own search index."""
    for file in sorted(site.rglob("*")):
        where = file.relative_to(site)
        if file.is_dir() or file.suffix == ".html" or "search" in where.as_posix():
            continue
        (static / where).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, static / where)


def contender(name: str, environment: Path, folder: Path) -> Peer:
    destination = folder / f"public-{name}"
    return Peer(
        name=name,
        command=(program(environment), "--quiet", "--destination", destination),
        folder=folder,
        output=destination,
        environment={
            "HUGO_PARAMS_NAVIGATION": NAVIGATIONS[name],
            "HUGO_CACHEDIR": str(folder / "cache"),
        },
    )
