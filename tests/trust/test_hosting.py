"""What `docs/` tells hosts is what the program means."""

from generator.outputs.site.policy import HEADERS
from tests.conftest import ROOT


def test_the_configuration_of_nginx_sends_every_header() -> None:
    written = (ROOT / "docs" / "nginx.conf").read_text(encoding="utf-8")
    for name, value in HEADERS.items():
        assert f'add_header {name} "{value}" always;' in written


def test_what_is_named_by_its_content_is_kept() -> None:
    written = (ROOT / "docs" / "nginx.conf").read_text(encoding="utf-8")
    assert r'"~\.[0-9a-f]{8}[./]" "public, max-age=31536000, immutable"' in written
