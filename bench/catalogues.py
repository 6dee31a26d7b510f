"""Catalogues of any size, the same for a size: steps, choices, stops and chains as in life."""

from random import Random

from generator.model.calendar import Stop
from generator.model.catalogue import Catalogue
from generator.model.entry import ID_KEY
from generator.model.guide import CareModel, Guide, Operator
from generator.model.service import Service

_NEAR = 30
"""A service rests on some of so many before it."""


def catalogue(services: int) -> Catalogue:
    dice = Random(services)  # noqa: S311 - repeatable on purpose
    summer = {"from": "06-01", "to": "07-31", "title": "Sommar", "organisation": "vgr"}
    return Catalogue(
        guide=Guide(title="Guide", publisher="Regionen"),
        models={"m": CareModel.model_validate({ID_KEY: "m", "name": "M", "short_name": "M"})},
        operators={"o": Operator.model_validate({ID_KEY: "o", "name": "O", "short_name": "O"})},
        stops={
            "sommar": Stop.model_validate(
                {ID_KEY: "sommar", **summer, "text": "Stopp.", "source": "seed"}
            )
        },
        services={f"s{n}": _service(dice, n) for n in range(services)},
    )


def _service(dice: Random, number: int) -> Service:
    near = range(max(0, number - _NEAR), number)
    before = [f"s{dice.choice(near)}/klar" for _ in range(2)] if near else []
    steps = [
        {"id": "fraga", "title": "Fråga leverantören"},
        {
            "choose": "val",
            "title": "Välj hur",
            "options": [
                {
                    "id": "a",
                    "title": "Det ena",
                    "recommended": "true",
                    "steps": [{"id": "gor", "title": "Gör det"}],
                },
                {
                    "id": "b",
                    "title": "Det andra",
                    "steps": [
                        {"id": "gor", "title": "Gör det"},
                        {"id": "vanta", "title": "Vänta", "actor": "vgr", "lead_time": "14d"},
                    ],
                },
            ],
        },
        {
            "id": "klar",
            "title": "Få det klart",
            "actor": "vgr",
            "lead_time": dice.choice(["1d", "2wd", "none", "unknown"]),
            "stop": dice.choice([[], [], ["sommar"]]),
            "prerequisites": before,
        },
    ]
    return Service.model_validate(
        {
            ID_KEY: f"s{number}",
            "name": f"Tjänst {number}",
            "summary": "En tjänst.",
            "source": "seed",
            "obligation": {"m": "mandatory"},
            "steps": steps,
        }
    )
