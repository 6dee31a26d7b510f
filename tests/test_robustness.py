"""Whatever is written, there is a report of it: neither noise nor a slip ends in a traceback."""

from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.checks import report
from generator.load import load_texts
from generator.report import github, json, sarif, text
from generator.source import SourceText

DATA = Path(__file__).parent.parent / "data"
GOOD = [SourceText(p.name, p.read_text(encoding="utf-8")) for p in sorted(DATA.glob("*.yaml"))]
YAML = st.text(st.sampled_from("ab:- \n\t[]{}&*!|>'\"%@`,#?\\~0/<å\r\x85\u2028\u00a0\x01"))
MARKS = st.sampled_from("\t\n -[]{}\"'%~\x00\u2028\ufeff")
WORDS = st.sampled_from(["", ": ", "&a ", "*a ", "!x ", "null", "---\n", "\n  x: y\n", "id", "<b>"])

quick = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None
)


def shown(*texts: SourceText) -> None:
    found = report(load_texts(texts), as_of=date(2027, 2, 1))
    for diagnostic in found.diagnostics:
        span = diagnostic.span
        assert 1 <= span.line <= span.end_line
        assert span.column >= 1
        assert span.line <= len(found.texts[span.file].lines)
        assert diagnostic.message[-1:] not in {".", ""}
        assert diagnostic.help
    for render in (text.render, json.render, github.render, sarif.render):
        assert render(found)


@quick
@given(st.text() | YAML)
@example("services:\n  a: {steps: [{choose: x, options: [{id: b, steps: [~]}]}]}")
@example("guide: *x\nservices: &x [*x]\n")
def test_any_text_is_answered(written: str) -> None:
    shown(SourceText("a.yaml", written))


@quick
@given(st.data())
def test_any_slip_in_the_real_catalogue_is_answered(data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(GOOD) - 1))
    good = GOOD[position].text
    start = data.draw(st.integers(0, len(good)))
    length = data.draw(st.sampled_from([0, 0, 1, 5, 40, 400]))
    slipped = good[:start] + data.draw(MARKS | WORDS) + good[start + length :]
    others = [other for other in GOOD if other is not GOOD[position]]
    shown(SourceText(GOOD[position].name, slipped), *others)


@quick
@given(st.data())
def test_any_line_lost_doubled_or_moved_in_the_real_catalogue_is_answered(
    data: st.DataObject,
) -> None:
    position = data.draw(st.integers(0, len(GOOD) - 1))
    lines = GOOD[position].text.splitlines(keepends=True)
    number = data.draw(st.integers(0, len(lines) - 1))
    line = lines[number]
    lines[number] = data.draw(st.sampled_from(["", line * 2, f"  {line}", line.removeprefix("  ")]))
    others = [other for other in GOOD if other is not GOOD[position]]
    shown(SourceText(GOOD[position].name, "".join(lines)), *others)
