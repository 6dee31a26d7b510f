"""The guide's table of contents: what stands in the menu, in which order, under which heading."""

from typing import Any

from generator.pages.compare import has_comparison
from generator.views.site import Site


def menu(site: Site) -> list[Any]:
    """The menu as mkdocs.yml's `nav` has it: a title and a page's source, or a list of them."""
    return [
        {"Start": "index.md"},
        *({model.name: f"{model.id}.md"} for model in site.catalogue.models.values()),
        *([{"Jämför vårdvalen": "jamfor.md"}] if has_comparison(site) else []),
        {"Startplanering": "planera.md"},
        {"Tjänster A–Ö": "tjanster.md"},
        {"Checklistor": "checklistor.md"},
        {"Kalender": "kalender.md"},
        {"Blanketter": "blanketter.md"},
        {"Kontakter": "kontakter.md"},
        {"Vem behöver vad": "karta.md"},
        {"Ordlista": "ordlista.md"},
        {
            "Om guiden": [
                {"Om Startklar": "om.md"},
                {"Tillgänglighet": "tillganglighet.md"},
                *([{"Vad som har ändrats": "andringar.md"}] if site.changelog else []),
                {"För redaktörer": "redaktor.md"},
            ]
        },
    ]
