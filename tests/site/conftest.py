from pathlib import Path

import pytest

from tests.site.published import Published


@pytest.fixture(scope="session")
def published(built: Path) -> Published:
    return Published(built)
