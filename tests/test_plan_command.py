"""`startklar plan`: a question on the command line, and every way to get it wrong."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.commands import main
from generator.plan.today import today
from tests.outputs.calendars.as_read import by_icalendar
from tests.pages.rendered import ROOT, real

REHAB = ("--model", "rehab", "--operator", "privat")
ASKED = (*REHAB, "--start", "2027-03-01", "--today", "2026-11-23")


def plan(*arguments: str, data: Path = ROOT / "data") -> Result:
    command = ["plan", "--data", str(data), *arguments]
    return CliRunner().invoke(main, command, prog_name="startklar")


def test_it_answers_in_words() -> None:
    result = plan(*ASKED)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Startplanering för Vårdval Rehab, Privat vårdgivare\n")


def test_it_answers_in_json() -> None:
    result = plan(*ASKED, "--format", "json", "--choose", "sjunet/anslutning=egen")
    answer = json.loads(result.stdout)
    assert answer["verdict"] == "no"
    assert answer["earliest_start"] == "2027-03-15"
    assert answer["choices"]["sjunet/anslutning"] == "egen"


def test_services_and_done_steps_change_the_answer() -> None:
    plain, more, less = (
        json.loads(plan(*ASKED, "--format", "json", *extra).stdout)["steps"]
        for extra in ([], ["--with", "npo"], ["--done", "avtal/klart", "--done", "sjunet/klar"])
    )
    assert "npo" in {step["service"] for step in more} - {step["service"] for step in plain}
    assert {s["id"] for s in plain} - {s["id"] for s in less} >= {"avtal/klart", "sjunet/klar"}


def test_both_models_have_one_plan() -> None:
    result = plan(*ASKED, "--model", "primarvard", "--format", "json")
    ids = [step["id"] for step in json.loads(result.stdout)["steps"]]
    assert len(ids) == len(set(ids))
    assert {"filleverans/uppladdning-rehab", "filleverans/uppladdning-primarvard"} <= set(ids)


def test_a_calendar_is_named_after_the_profile_or_as_asked() -> None:
    for extra, name in (([], "rehab-privat"), (["--name", "Vår enhet"], "Vår enhet")):
        text = plan(*ASKED, "--format", "ics", *extra).stdout_bytes
        assert text.endswith(b"\r\n")
        assert all(uid.startswith(f"{name}-") for uid in by_icalendar(text))


def test_a_spreadsheet_is_bytes_whatever_the_terminal() -> None:
    text = plan(*ASKED, "--format", "csv").stdout_bytes
    assert text.startswith("\ufeffBeställ senast;Tjänst;Steg;".encode())


def test_today_is_today() -> None:
    result = plan(*REHAB, "--start", "2090-01-02", "--format", "json")
    assert json.loads(result.stdout)["today"] == today(real().guide).isoformat()


FAULTS = [
    (["--operator", "privat", "--start", "2027-03-01"], "`--model` saknas; skriv `primarvard`"),
    (["--model", "rehab", "--start", "2027-03-01"], "`--operator` saknas; skriv `privat` eller"),
    ([*REHAB], "`--start` saknas"),
    ([*ASKED, "--model", "Rehap"], "vårdvalsmodellen `Rehap` finns inte; menar ni `rehab`?"),
    ([*ASKED, "--operator", "prvat"], "driftsformen `prvat` finns inte; menar ni `privat`?"),
    ([*ASKED, "--with", "Sjunät"], "tjänsten `Sjunät` finns inte; menar ni `sjunet`?"),
    ([*ASKED, "--with", "vgpv-it-stod"], "tjänsten `vgpv-it-stod` finns inte för Vårdval Rehab,"),
    ([*ASKED, "--choose", "x"], "`x` är inget val skrivet `val=alternativ`"),
    ([*ASKED, "--choose", "sjunet/anslutnin=egen"], "valet `sjunet/anslutnin` finns inte; menar"),
    (
        [*ASKED, "--choose", "sjunet/anslutning=egem"],
        "i valet `sjunet/anslutning`: alternativet `egem` finns inte; menar ni `egen`?",
    ),
    (
        [*ASKED, "--choose", "sjunet/anslutning=egen", "--choose", "sjunet/anslutning=extern"],
        "valet `sjunet/anslutning` har fått två svar",
    ),
    (
        [*ASKED, "--choose", "kiv/personal=forvaltning"],
        "alternativet `kiv/forvaltning` finns inte för Vårdval Rehab, Privat vårdgivare",
    ),
    ([*ASKED, "--done", "avtal/klar"], "steget `avtal/klar` finns inte; menar ni `avtal/klart`?"),
    ([*ASKED, "--done", "kiv/kontakt-offentlig"], "steget `kiv/kontakt-offentlig` finns inte för"),
    ([*ASKED, "--start", "2027-02-30"], "`--start`: datumet `2027-02-30` finns inte"),
    ([*ASKED, "--start", "1 mars"], "`--start`: `1 mars` är inte ett datum skrivet ÅÅÅÅ-MM-DD"),
    ([*ASKED, "--start", ""], "`--start`: `` är inte ett datum"),
    ([*ASKED, "--start", "2100-01-01"], "`--start`: `2100-01-01` ligger utanför åren 1954"),
    ([*ASKED, "--today", "1953-12-31"], "`--today`: `1953-12-31` ligger utanför åren 1954"),
    ([*ASKED, "--format", "docx"], "`--format` ska vara `text`, `json`, `ics`, `csv` eller `pdf`"),
]


@pytest.mark.parametrize(("arguments", "message"), FAULTS)
def test_a_wrong_question_is_told_in_swedish(arguments: list[str], message: str) -> None:
    result = plan(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"startklar: {message}")
    assert len(result.stderr.splitlines()) == 1


def test_all_that_is_wrong_is_told_at_once() -> None:
    wrong = ("--model", "x", "--start", "y", "--today", "z", "--with", "å", "--done", "ä")
    result = plan(*wrong, "--choose", "ö", "--choose", "sjunet/anslutning=q")
    assert result.exit_code == 2
    lines = result.stderr.splitlines()
    assert len(lines) == 8
    assert all(line.startswith("startklar: ") for line in lines)


def test_one_operator_need_not_be_named(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "guide: {title: G, publisher: P}\n"
        "models: {rehab: {name: Rehab, short_name: R}}\n"
        "operators: {privat: {name: Privat, short_name: P}}\n"
        "sources: {s: {title: S, publisher: P}}\n"
        "services: {a: {name: A, summary: B, obligation: {rehab: optional}, source: s}}\n",
        encoding="utf-8",
    )
    result = plan("--model", "rehab", "--start", "2027-03-01", data=tmp_path)
    assert result.exit_code == 0
    assert "Rehab, Privat" in result.stdout
    assert "Allt är redan klart." in result.stdout


def test_a_catalogue_with_faults_is_reported_instead(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("services: [\n", encoding="utf-8")
    result = plan(*ASKED, data=tmp_path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "fel[syntax-error]" in result.stderr
    assert plan(*ASKED, data=tmp_path / "borta").exit_code == 2


def test_it_plans_without_loading_mkdocs() -> None:
    program = (
        "import sys; from generator.commands import main; "
        "main(['plan', *sys.argv[1:]], standalone_mode=False); "
        "sys.exit(bool({'mkdocs', 'material'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", program, *ASKED]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr


RENAMED = """
guide: {title: G, publisher: P}
models: {rehab: {name: Rehab, short_name: R, former_ids: [rehabval]}}
operators: {privat: {name: Privat, short_name: P, former_ids: [private]}}
sources: {s: {title: K, publisher: P}}
services:
  nat:
    former_ids: [sjunet]
    name: Nät
    summary: Nät.
    obligation: {rehab: optional}
    source: s
    steps:
      - choose: vag
        former_ids: [anslutning]
        title: Välj väg
        options:
          - {id: egen, former_ids: [egen-koppling], title: Egen, steps: [{id: a, title: A}]}
          - {id: extern, title: Extern, recommended: true, steps: [{id: b, title: B}]}
      - {id: klar, former_ids: [fardig], title: Klar, lead_time: 5d, until: 2027-05-31}
      - {id: ny, title: Nytt, lead_time: 21d, from: 2027-06-01}
"""


@pytest.fixture
def renamed(tmp_path: Path) -> Path:
    (tmp_path / "a.yaml").write_text(RENAMED, encoding="utf-8")
    return tmp_path


def test_former_names_mean_what_they_are_called_now(renamed: Path) -> None:
    now = ["--model", "rehab", "--operator", "privat", "--with", "nat", "--done", "nat/klar"]
    before = ["--model", "rehabval", "--operator", "private", "--with", "sjunet"]
    before += ["--done", "sjunet/fardig", "--choose", "sjunet/anslutning=egen-koppling"]
    days = ["--start", "2027-05-03", "--today", "2027-01-04"]
    answer = plan(*before, *days, data=renamed)
    assert answer.exit_code == 0, answer.stderr
    assert answer.stdout == plan(*now, "--choose", "nat/vag=egen", *days, data=renamed).stdout


def test_no_part_of_what_is_written_is_passed_over(renamed: Path) -> None:
    asked = ("--model", "rehab", "--operator", "privat", "--start", "2027-05-03")
    result = plan(*asked, "--choose", "nat/vag=nat/egen", data=renamed)
    assert (result.exit_code, "`nat/egen` finns inte" in result.stderr) == (2, True)


@pytest.mark.parametrize(
    ("today", "step"), [("2027-05-31", "nat/klar"), ("2027-06-01", "nat/ny")], ids=["before", "on"]
)
def test_it_plans_with_what_is_in_force_on_the_day_given(
    renamed: Path, today: str, step: str
) -> None:
    asked = ("--model", "rehab", "--operator", "privat", "--with", "nat", "--today", today)
    answer = plan(*asked, "--start", "2027-10-01", "--format", "json", data=renamed)
    steps = {each["id"] for each in json.loads(answer.stdout)["steps"]}
    assert steps == {"nat/extern/b", step}
