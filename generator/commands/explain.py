from collections.abc import Iterable

import click

from generator.checks import RULES
from generator.checks.compared import COMPARED
from generator.checks.nearest import nearest
from generator.checks.wording import quote


@click.command("explain")
@click.argument("rule")
def command(rule: str) -> None:
    """Show the page of a rule: what it finds, why, and how to put it right."""
    pages = {each.name: each for each in (*RULES, *COMPARED)}
    if rule not in pages:
        raise click.ClickException(_unknown(rule, pages))
    click.echo(pages[rule].text, nl=False)


def _unknown(rule: str, known: Iterable[str]) -> str:
    meant = nearest(rule, known)
    hint = f"menar ni {quote(meant)}?" if meant else "`startklar rules` räknar upp dem som finns"
    return f"regeln {quote(rule)} finns inte; {hint}"
