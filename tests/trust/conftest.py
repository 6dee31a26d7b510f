from pathlib import Path

import pytest

from tests.trust.attacked import attacked_site


@pytest.fixture(scope="session")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return attacked_site(tmp_path_factory.mktemp("attacked"))
