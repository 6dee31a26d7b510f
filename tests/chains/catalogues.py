"""Small random catalogues, as an author could write them."""

from typing import Any

from hypothesis import strategies as st

from generator.model.catalogue import Catalogue
from generator.model.entry import ID_KEY
from generator.model.guide import CareModel, Guide, Operator
from generator.model.service import Service

SERVICES = ("a", "b", "c", "d")
MODELS = ("pv", "rehab")
_TARGETS = st.sampled_from([*SERVICES, *(f"{s}/{i}" for s in SERVICES for i in ("s0", "s1", "o0"))])
_MODELS = st.sampled_from([[], [], [], ["pv"], ["rehab"]])


def _needs(depth: int = 2, least: int = 0) -> st.SearchStrategy[list[Any]]:
    leaf: st.SearchStrategy[Any] = _TARGETS | st.builds(
        lambda need, models: {"need": need, "models": models}, _TARGETS, _MODELS
    )
    if depth:
        inner = _needs(depth - 1, least=1)
        leaf |= st.builds(lambda kind, n: {kind: n}, st.sampled_from(["any", "all"]), inner)
    return st.lists(leaf, min_size=least, max_size=2)


@st.composite
def _items(draw: st.DrawFn) -> list[Any]:
    items: list[Any] = []
    for number in range(draw(st.integers(0, 2))):
        step = {
            "id": f"s{number}",
            "title": "Gör",
            "prerequisites": draw(_needs()),
            "models": draw(_MODELS),
            "optional": draw(st.sampled_from(["true", "false", "false"])),
        }
        if draw(st.booleans()):
            step["after"] = []
        items.append(step)
    if draw(st.booleans()):
        options = [
            {
                "id": f"o{number}",
                "title": "Så",
                "recommended": draw(st.sampled_from(["true", "false"])),
                "steps": [{"id": "s", "title": "Gör", "prerequisites": draw(_needs(1))}],
            }
            for number in range(draw(st.integers(0, 2)))
        ]
        items.append({"choose": "val", "title": "Välj", "options": options})
    return items


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    services = {}
    for id_ in SERVICES:
        written = {
            ID_KEY: id_,
            "name": id_,
            "summary": id_,
            "source": "seed",
            "obligation": dict.fromkeys(draw(st.sampled_from([MODELS, ("pv",)])), "mandatory"),
            "prerequisites": draw(_needs()),
            "steps": draw(_items()),
        }
        services[id_] = Service.model_validate(written)
    return Catalogue(
        guide=Guide(title="g", publisher="p"),
        models={
            m: CareModel.model_validate({ID_KEY: m, "name": m, "short_name": m}) for m in MODELS
        },
        operators={"o": Operator.model_validate({ID_KEY: "o", "name": "o", "short_name": "o"})},
        services=services,
    )
