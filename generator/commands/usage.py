"""What click says of a command line that it cannot read, in Swedish."""

import click

from generator.checks.wording import listing, quote


def in_swedish(error: click.ClickException) -> str:
    message = _message(error)
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f"{message}; se `{context.command_path} --help`" if context else message


def _message(error: click.ClickException) -> str:
    match error:
        case click.BadParameter():
            return f"{_name(error)} {_parameter(error)}"
        case click.exceptions.NoSuchCommand():
            return f"kommandot {quote(error.command_name)} finns inte"
        case click.NoSuchOption():
            return f"flaggan {quote(error.option_name)} finns inte"
        case click.UsageError():
            return f"kommandoraden går inte att tolka: {error.message}"
        case _:
            return error.message


def _parameter(error: click.BadParameter) -> str:
    match error:
        case click.MissingParameter():
            return "saknas"
        case click.BadParameter(param=click.Parameter(type=click.Choice() as choice)):
            return f"ska vara {listing(map(str, choice.choices))}"
        case _:
            return f"går inte att använda: {error.message}"


def _name(error: click.BadParameter) -> str:
    parameter = error.param
    if parameter is None:
        return "ett värde"
    is_option = isinstance(parameter, click.Option)
    return quote(max(parameter.opts, key=len) if is_option else parameter.human_readable_name)
