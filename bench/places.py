"""Where the bench keeps what it makes: catalogues, peers and their environments, results."""

import hashlib
from pathlib import Path

from bench.catalogues import PROJECT, write

ROOT = PROJECT / ".bench"
ENVIRONMENTS = ROOT / "env"
RESULTS = PROJECT / "docs" / "performance.json"
PAGE = PROJECT / "docs" / "performance.md"
REAL = 0
"""The size that stands for the real catalogue, with nothing made."""


def catalogue(services: int, root: Path = ROOT) -> Path:
    """The folder of the catalogue of that size, made if it is not there as it would be made now."""
    folder = root / "catalogues" / (str(services) if services else "real")
    stamp, now = folder / "made-from.txt", _makings()
    if not stamp.is_file() or stamp.read_text("utf-8") != now:
        for old in (folder / "data").glob("*.yaml"):
            old.unlink()
        write(services, folder)
        stamp.write_text(now, "utf-8")
    return folder


def _makings() -> str:
    """What a catalogue is made of."""
    digest = hashlib.sha256()
    code = (PROJECT / "bench" / f"{each}.py" for each in ("catalogues", "made_services", "wording"))
    for file in (*sorted((PROJECT / "data").glob("*.yaml")), *code, PROJECT / "mkdocs.yml"):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def peer(name: str, services: int, root: Path = ROOT) -> Path:
    return root / "peers" / str(services) / name
