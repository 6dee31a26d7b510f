from generator.chains.graph import Edge
from generator.model.outline import DataPath


def asked(edge: Edge) -> DataPath:
    """Where the id that the prerequisite asks for is written, with or without `need:` before it."""
    return (*edge.path, "need")
