"""The same diagnostics in every format."""

import json
from datetime import date
from typing import Any

import pytest

from generator.checks import RULES
from generator.diagnostics import Diagnostic, Related, Report, Severity, Silenced
from generator.report import github, sarif, text
from generator.report import json as json_report
from generator.report.excerpt import WIDTH, excerpt
from generator.source import SourceText, Span


def span(line: int, column: int, end_column: int, *, file: str = "a.yaml") -> Span:
    return Span(file, line, column, line, end_column)


def diagnostic(**changed: Any) -> Diagnostic:
    given: dict[str, Any] = {
        "rule": "duplicate-key",
        "severity": Severity.ERROR,
        "span": span(2, 3, 7),
        "message": "nyckeln `namn` står två gånger",
        "why": "bara det ena kan gälla",
        "help": "behåll den ena",
        **changed,
    }
    return Diagnostic(**given)


def silenced() -> Silenced:
    return Silenced(diagnostic(severity=Severity.WARNING), "Sidan flyttas.", date(2027, 6, 30))


def report(*diagnostics: Diagnostic, text: str = "a:\n  namn: Å\n", **changed: Any) -> Report:
    return Report(diagnostics, {"a.yaml": SourceText("a.yaml", text)}, **changed)


class TestText:
    def test_shows_line_reason_and_remedy(self) -> None:
        assert text.render(report(diagnostic())) == (
            "a.yaml:2:3: fel[duplicate-key] nyckeln `namn` står två gånger\n"
            "  |\n"
            "2 |   namn: Å\n"
            "  |   ^^^^\n"
            "  |\n"
            "  = därför: bara det ena kan gälla\n"
            "  = gör så: behåll den ena\n"
            "\n"
            "Granskning: 1 fel.\n"
        )

    @pytest.mark.parametrize(
        ("severities", "expected"),
        [
            ("", "Granskning: inget att anmärka på."),
            ("e", "Granskning: 1 fel."),
            ("w", "Granskning: inga fel, 1 varning."),
            ("ii", "Granskning: inga fel, 2 råd."),
            ("eewwwi", "Granskning: 2 fel, 3 varningar, 1 råd."),
        ],
    )
    def test_ends_with_the_sum(self, severities: str, expected: str) -> None:
        named = {severity.value[0]: severity for severity in Severity}
        found = report(*(diagnostic(severity=named[s]) for s in severities))
        assert text.render(found).splitlines()[-1] == expected

    @pytest.mark.parametrize(
        ("number", "expected"),
        [
            (1, "Granskning: inget att anmärka på. 1 tystad av `overrides`."),
            (2, "Granskning: inget att anmärka på. 2 tystade av `overrides`."),
        ],
    )
    def test_counts_what_it_does_not_show(self, number: int, expected: str) -> None:
        found = report(silenced=(silenced(),) * number)
        assert text.render(found) == f"{expected}\n"

    def test_is_in_colour_only_when_asked(self) -> None:
        found = report(diagnostic(related=(Related(span(1, 1, 2), "här"),)))
        assert "\x1b[31m" in text.render(found, color=True)
        assert "\x1b" not in text.render(found)

    def test_obeys_nothing_that_an_author_wrote(self) -> None:
        found = report(
            diagnostic(
                message="`\x1b[2J\u202e`", help="\x07", span=span(1, 1, 2, file="\x1b.yaml")
            ),
            diagnostic(span=span(1, 1, 2)),
            text="\x1b[31m\u202eröd\n",
        )
        assert not {"\x1b", "\x07", "\u202e"} & set(text.render(found))

    def test_does_without_a_text_it_does_not_have(self) -> None:
        found = Report((diagnostic(),))
        assert text.render(found).splitlines()[1] == "  = därför: bara det ena kan gälla"


class TestExcerpt:
    @pytest.mark.parametrize(
        ("line", "columns", "indent", "width"),
        [
            ("ab cd", (4, 6), 3, 2),
            ("\tab", (2, 4), 4, 2),
            ("漢字 cd", (4, 6), 5, 2),
            ("a\u0308b cd", (5, 7), 3, 2),
            ("漢字", (1, 3), 0, 4),
            ("ab", (3, 3), 2, 1),
            ("", (1, 2), 0, 1),
        ],
    )
    def test_stands_right_above_its_caret(
        self, line: str, columns: tuple[int, int], indent: int, width: int
    ) -> None:
        shown = excerpt(SourceText("a.yaml", line), span(1, *columns))
        assert (shown.indent, shown.width) == (indent, width)

    def test_of_many_lines_is_the_first(self) -> None:
        shown = excerpt(SourceText("a.yaml", "ett: två\ntre"), Span("a.yaml", 1, 6, 2, 3))
        assert (shown.line, shown.width) == ("ett: två", 3)

    @pytest.mark.parametrize("column", [1, 50, 500_000, 999_990])
    def test_of_a_long_line_is_cut_around_the_caret(self, column: int) -> None:
        line = "x" * (column - 1) + "HÄR" + "x" * (1_000_000 - column)
        shown = excerpt(SourceText("a.yaml", line), span(1, column, column + 3))
        assert shown.line[shown.indent : shown.indent + shown.width] == "HÄR"
        assert len(shown.line) <= WIDTH


class TestJson:
    def test_has_the_promised_shape(self) -> None:
        found = report(
            diagnostic(related=(Related(span(1, 1, 2), "här"),)),
            diagnostic(severity=Severity.WARNING),
        )
        shown = json.loads(json_report.render(found))
        assert (shown["errors"], shown["warnings"]) == (1, 1)
        assert shown["diagnostics"][0] == {
            "rule": "duplicate-key",
            "severity": "error",
            "message": "nyckeln `namn` står två gånger",
            "help": "behåll den ena",
            "file": "a.yaml",
            "line": 2,
            "column": 3,
            "end_line": 2,
            "end_column": 7,
            "related": [{"file": "a.yaml", "line": 1, "column": 1, "message": "här"}],
        }

    def test_lists_what_is_silenced_with_its_reason(self) -> None:
        shown = json.loads(json_report.render(report(silenced=(silenced(),))))
        assert (shown["diagnostics"], shown["warnings"]) == ([], 0)
        (found,) = shown["silenced"]
        assert (found["because"], found["until"]) == ("Sidan flyttas.", "2027-06-30")
        assert (found["rule"], found["line"]) == ("duplicate-key", 2)

    def test_survives_any_terminal(self) -> None:
        assert json_report.render(report(diagnostic())).isascii()


class TestGithub:
    @pytest.mark.parametrize(
        ("severity", "command"),
        [
            (Severity.ERROR, "::error "),
            (Severity.WARNING, "::warning "),
            (Severity.INFO, "::notice "),
        ],
    )
    def test_names_the_severity(self, severity: Severity, command: str) -> None:
        assert github.render(report(diagnostic(severity=severity))).startswith(command)

    def test_is_one_line_each(self) -> None:
        shown = github.render(report(diagnostic(related=(Related(span(1, 1, 2), "här"),))))
        assert shown.splitlines() == [
            (
                "::error file=a.yaml,line=2,col=3,endLine=2,endColumn=6,title=duplicate-key::"
                "nyckeln `namn` står två gånger%0Aa.yaml:1: här"
                "%0Adärför: bara det ena kan gälla%0Agör så: behåll den ena"
            ),
            "Granskning: 1 fel.",
        ]

    def test_escapes_what_means_something_to_github(self) -> None:
        found = report(
            diagnostic(message="100 %: a,\r\nb", span=span(1, 1, 1, file="C:\\a,b%.yaml"))
        )
        shown = github.render(found)
        assert shown.startswith(
            "::error file=C%3A\\a%2Cb%25.yaml,line=1,col=1,endLine=1,endColumn=1,"
        )
        assert "::100 %25: a,%0Ab%0A" in shown

    def test_holds_nothing_that_a_terminal_obeys(self) -> None:
        told = Related(span(1, 1, 2), "\x1b[31m\r")
        shown = github.render(report(diagnostic(message="\x1b]0;a\x07\u202eb", related=(told,))))
        assert "::�]0;a��b%0Aa.yaml:1: �[31m�%0A" in shown


class TestSarif:
    @staticmethod
    def run(found: Report) -> Any:
        return json.loads(sarif.render(found))["runs"][0]

    def test_knows_every_rule(self) -> None:
        described = self.run(report())["tool"]["driver"]["rules"]
        assert [rule["id"] for rule in described] == [rule.name for rule in RULES]
        assert all(rule["help"]["markdown"].startswith("# ") for rule in described)
        assert "helpUri" not in described[0]

    def test_leads_to_the_published_page_if_there_is_one(self) -> None:
        rule = self.run(report(site="https://guide.se/"))["tool"]["driver"]["rules"][0]
        assert rule["helpUri"] == f"https://guide.se/{RULES[0].address}"

    def test_places_each_result(self) -> None:
        (result,) = self.run(report(diagnostic(related=(Related(span(1, 1, 2), "här"),))))[
            "results"
        ]
        assert RULES[result["ruleIndex"]].name == result["ruleId"] == "duplicate-key"
        assert result["locations"][0]["physicalLocation"] == {
            "artifactLocation": {"uri": "a.yaml"},
            "region": {"startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 7},
        }
        assert result["relatedLocations"][0]["message"] == {"text": "här"}

    @pytest.mark.parametrize(
        ("severity", "level"),
        [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note")],
    )
    def test_grades_each_result(self, severity: Severity, level: str) -> None:
        assert self.run(report(diagnostic(severity=severity)))["results"][0]["level"] == level

    def test_marks_what_is_silenced(self) -> None:
        (result,) = self.run(report(silenced=(silenced(),)))["results"]
        assert result["suppressions"] == [
            {
                "kind": "external",
                "status": "accepted",
                "justification": "Sidan flyttas. (till och med 2027-06-30)",
            }
        ]

    @pytest.mark.parametrize(
        ("file", "uri"),
        [("data/å b.yaml", "data/%C3%A5%20b.yaml"), ("/vgr/a.yaml", "file:///vgr/a.yaml")],
    )
    def test_names_files_as_addresses(self, file: str, uri: str) -> None:
        (result,) = self.run(report(diagnostic(span=span(1, 1, 2, file=file))))["results"]
        assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": uri}
