import click

from generator.checks import RULES
from generator.checks.compared import COMPARED
from generator.report.text import NAMES


@click.command("rules")
def command() -> None:
    """List the rules, with how grave each is and what it finds."""
    every = (*RULES, *COMPARED)
    name = max(len(rule.name) for rule in every)
    severity = max(map(len, NAMES.values()))
    for rule in every:
        click.echo(f"{rule.name:{name}}  {NAMES[rule.severity]:{severity}}  {rule.summary}")
