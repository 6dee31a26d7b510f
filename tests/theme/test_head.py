"""What the head of every page tells browsers and feed readers."""

from types import SimpleNamespace

import jinja2

from tests.pages.rendered import THEME


def head(*menu: SimpleNamespace) -> str:
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(THEME), autoescape=False)  # noqa: S701 - as MkDocs has it
    environment.filters["url"] = lambda address: f"../{address}"
    look = SimpleNamespace(first="a.js", style="a.css", script="b.js")
    plugins = {"startklar": SimpleNamespace(serving=False)}
    config = SimpleNamespace(site_name="Guiden", site_description="Om allt", plugins=plugins)
    nav = SimpleNamespace(items=menu)
    facts: dict[str, object] = {"config": config, "look": look, "nav": nav}
    facts |= {"page": None, "title": "Sidan", "publication": SimpleNamespace(policy="none")}
    return environment.get_template("partials/head.html").render(facts)


def entry(url: str, title: str) -> SimpleNamespace:
    return SimpleNamespace(url=url, title=title, children=None)


def test_a_feed_reader_finds_the_changes_from_any_page_where_they_are_told() -> None:
    changes = entry("andringar/", "Vad som har ändrats")
    about = SimpleNamespace(url=None, title="Om guiden", children=[entry("om/", "Om"), changes])
    link = (
        '<link rel="alternate" type="application/atom+xml" title="Vad som har ändrats"'
        ' href="../andringar.xml">'
    )
    assert head(entry("", "Start"), about).count(link) == 1
    assert head(changes).count(link) == 1
    assert "atom" not in head(entry("", "Start"), entry("om/", "Om"))
