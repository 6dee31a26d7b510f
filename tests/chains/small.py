"""The graph of a small world's services, for everyone."""

from generator.chains.graph import Graph, build
from generator.load import load_texts
from generator.model.profile import everyone
from generator.source import SourceText

BASE = """
guide: {title: G, publisher: P}
models: {pv: {name: PV, short_name: PV}}
operators: {o: {name: O, short_name: O}}
services:
"""


def graph_of(services: str) -> Graph:
    loaded = load_texts([SourceText("t.yaml", BASE + services)])
    assert not loaded.faults, loaded.faults
    return build(loaded.catalogue, everyone(loaded.catalogue))


def service(id_: str, needs: str = "", steps: str = "") -> str:
    """One that must be had; needs and steps as items of a list in one line."""
    return (
        f"  {id_}: {{name: {id_}, summary: S., source: seed, obligation: {{pv: mandatory}}, "
        f"prerequisites: [{needs}], steps: [{steps}]}}\n"
    )
