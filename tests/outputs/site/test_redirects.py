"""What was found at an address before something was renamed is still found from there."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.outputs.site.redirects import redirects
from generator.pages.registry import all_pages
from tests.conftest import copy_project, serving
from tests.pages.rendered import markup, small
from tests.test_host import run

RENAMED = """
services:
  nat-2:
    former_ids: [nat, natet]
    name: Nätet
    obligation: BOTH
    summary: Den behövs.
    source: seed
    steps:
      - choose: vag
        former_ids: [val]
        title: Välj
        options:
          - id: egen
            former_ids: [sjalv]
            title: Egen
            steps:
              - {id: klar, title: Klar, former_ids: [fardig]}
          - {id: annan, title: En annan}
  kiv: {name: KIV, obligation: BOTH, summary: En katalog., source: seed}
terms:
  ny: {former_ids: [gammal], word: Ny, explanation: Ett ord.}
""".replace("BOTH", "{pv: mandatory, rehab: mandatory}")


def test_each_page_of_what_was_renamed_leads_on_from_its_old_addresses() -> None:
    site = small(RENAMED)
    found = redirects(site, all_pages(site), {})
    assert {f"tjanster/{old}/index.html" for old in ("nat", "natet")} <= set(found)
    assert not any("kiv" in name or "rehab" in name for name in found)
    page = str(found["tjanster/nat/index.html"])
    assert '<meta http-equiv="refresh" content="0; url=../nat-2/">' in page
    assert '<link rel="canonical" href="../nat-2/">' in page
    assert '<a href="../nat-2/">Nätet</a>' in page
    assert 'content="noindex"' in page


def test_a_file_is_found_under_its_old_name_too() -> None:
    site = small(RENAMED)
    files: dict[str, str | bytes] = {
        "kalender/nat-2.ics": b"1",
        "lista/nat-2/a.pdf": b"2",
        "assets/nat-2.js": "3",
    }
    found = redirects(site, [], files)
    assert found == {
        "kalender/nat.ics": b"1",
        "kalender/natet.ics": b"1",
        "lista/nat/a.pdf": b"2",
        "lista/natet/a.pdf": b"2",
    }


def test_a_file_has_the_old_ids_of_its_folders_in_its_name() -> None:
    files: dict[str, str | bytes] = {"lista/rehab/nat-2/lista-rehab-nat-2-lang.pdf": b"1"}
    assert set(redirects(small(RENAMED), [], files)) == {
        "lista/rehab/nat/lista-rehab-nat-lang.pdf",
        "lista/rehab/natet/lista-rehab-natet-lang.pdf",
    }


def test_what_is_published_is_never_replaced() -> None:
    site = small(RENAMED)
    pages = list(all_pages(site))
    files: dict[str, str | bytes] = {"kalender/nat-2.ics": b"1", "kalender/nat.ics": b"2"}
    found = redirects(site, pages, files)
    assert "kalender/nat.ics" not in found
    assert not {f"{page.address}/index.html" for page in pages} & set(found)


def test_places_keep_their_old_anchors() -> None:
    body = markup(small(RENAMED), "tjanster/nat-2")
    old = {"steg-val", "steg-sjalv", "steg-sjalv--klar", "steg-egen--fardig", "steg-sjalv--fardig"}
    anchors = re.findall(r' id="([^"]+)"', body)
    assert old <= set(anchors)
    assert len(anchors) == len(set(anchors))
    assert '<h3 class="sk-term__word" id="ny"><span id="gammal"></span>Ny</h3>' in markup(
        small(RENAMED), "ordlista"
    )


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real guide, after a service, a model and a step have been renamed."""
    project = copy_project(tmp_path_factory.mktemp("moved"))
    services = project / "data" / "services.yaml"
    published = "guide:\n  site: https://guiden.example\n"  # without it there is no sitemap
    services.write_text(services.read_text(encoding="utf-8").replace("guide:\n", published, 1))
    for old, new in (
        ("services:sjunet", "sjunet-natet"),
        ("models:rehab", "rehabilitering"),
        ("sjunet-natet/egen", "egen-koppling"),
    ):
        done = run(project, "generator", "rename", old, new)
        assert done.returncode == 0, done.stderr
    done = run(project, "generator", "build")
    assert done.returncode == 0, done.stderr
    return project / "site"


def test_nothing_lists_an_old_address(moved: Path) -> None:
    assert (moved / "tjanster" / "sjunet" / "index.html").is_file()
    assert (moved / "rehab" / "index.html").is_file()
    found = [gzip.decompress(file.read_bytes()) for file in moved.rglob("*.pf_fragment")]
    listed = [(moved / "sitemap.xml").read_bytes(), *found]
    assert any(b"tjanster/sjunet-natet/" in each for each in listed)
    assert not any(re.search(rb"tjanster/sjunet/|[\"/]rehab/", each) for each in listed)
    old = (moved / "kalender" / "rehab.ics").read_bytes()
    assert old == (moved / "kalender" / "rehabilitering.ics").read_bytes()


@pytest.fixture
def page(moved: Path, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    scripts = getattr(request, "param", True)
    with serving(moved) as address:
        context = browser.new_context(base_url=address, java_script_enabled=scripts)
        yield context.new_page()
        context.close()


@pytest.mark.parametrize("page", [True, False], indirect=True, ids=["script", "no-script"])
def test_a_reader_with_an_old_link_comes_to_the_page(page: Page) -> None:
    page.goto("/tjanster/sjunet/")
    page.wait_for_url("**/tjanster/sjunet-natet/")
    expect(page.locator("h1")).to_contain_text("Sjunet")


def test_a_reader_with_an_old_link_to_a_place_comes_to_the_place(page: Page) -> None:
    page.goto("/tjanster/sjunet/#steg-egen--kund")
    page.wait_for_url("**/tjanster/sjunet-natet/#steg-egen--kund")
    expect(
        page.locator(
            "li:has(> [id='steg-egen--kund']) > h4, li:has(> [id='steg-egen--kund']) h5"
        ).first
    ).to_be_in_viewport()


def test_an_old_plan_is_read_with_the_ids_of_today(page: Page) -> None:
    page.goto(
        "/planera/#m=rehab&d=private&start=2027-09-01"
        "&val=sjunet/anslutning:egen&klart=sjunet/egen/kund"
    )
    expect(page.locator("[data-sk-verdict]")).not_to_be_empty()
    page.wait_for_function("location.hash.includes('m=rehabilitering')")
    fragment = page.evaluate("decodeURIComponent(location.hash)")
    assert "val=sjunet-natet/anslutning:egen-koppling" in fragment
    assert "klart=sjunet-natet/egen-koppling/kund" in fragment
    expect(page.get_by_text("finns inte längre")).to_have_count(0)
