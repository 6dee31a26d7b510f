import contextlib
import gc
import importlib
import io
import os
import sys
import threading
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

import click

from generator.commands.options import data_folder

COLLECT_AFTER: Final = 50_000
"""Objects made between two looks for cycles. Python's 700 suits programs that run for days; a graph
holds no cycles, and with this a plan over 2,500 services takes two thirds of the time."""

_COULD_NOT_RUN = 2
_INTERRUPTED = 130
"""As a shell tells of Ctrl-C."""
_HELP = "A YAML catalogue of IT services, proven consistent and published as a guide."


class CommandGroup(click.Group):
    """A group whose commands lie in modules, and whose exit codes and faults are the same for all.

    What a command returns is the exit code: 0 or nothing for clean, 1 for faults found.
    """

    def __init__(self, name: str, modules: Mapping[str, str]) -> None:
        super().__init__(name, callback=_keep_folder, params=[data_folder(None)], help=_HELP)
        self.modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in self.modules:
            return None
        command: click.Command = importlib.import_module(self.modules[cmd_name]).command
        return command

    def main(self, *args: Any, standalone_mode: bool = True, **kwargs: Any) -> Any:  # noqa: ANN401 - click's signature
        """Run, and leave with the exit code; or, as click has it, return what the command did."""
        gc.set_threshold(COLLECT_AFTER)
        run = partial(super().main, *args, **kwargs, standalone_mode=False)
        if not standalone_mode:
            return run()
        _say_what_can_be_said()
        code = _exit_code(run)
        if code == 0 and not (args or kwargs.get("args")):
            _end()
        sys.exit(code)


def _exit_code(run: Callable[[], Any]) -> int:
    try:
        code = run()
        sys.stdout.flush()
    except click.ClickException as error:
        from generator.commands.usage import in_swedish  # noqa: PLC0415 - as below

        return _fail(in_swedish(error))
    except _unreadable() as error:
        return _fail(str(error))
    except click.Abort as error:
        code = _fail("avbrutet")
        return _INTERRUPTED if isinstance(error.__cause__, KeyboardInterrupt) else code
    except BrokenPipeError:
        _forget_output()
        return 1
    except OSError as error:
        if error.filename is not None:  # whoever opens a file says what is wrong with it
            raise
        from generator.outputs.site.disk import said  # noqa: PLC0415 - as above

        _forget_output()
        return _fail(f"svaret kan inte skrivas: {said(error)}")
    return code if isinstance(code, int) else 0


def _end() -> None:
    """All is well, and nothing is left to do; of what other threads have begun something may be.

    To take every object apart took 1.5 s of the 21 that a build of 2,500 services cost the
    processor, and the system needs none of it. Only for a process that is this program alone:
    whoever calls it with arguments goes on.
    """
    if threading.active_count() == 1:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(0)


def _unreadable() -> type[Exception]:
    """Imported when something was raised: what reads the catalogue takes long to import."""
    from generator.load import UnreadableError  # noqa: PLC0415

    return UnreadableError


def _keep_folder(data: Path | None) -> None:
    click.get_current_context().obj = data


def _fail(message: str) -> int:
    click.echo(f"startklar: {message}", err=True)
    return _COULD_NOT_RUN


def _say_what_can_be_said() -> None:
    """A terminal without å shows a question mark instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _forget_output() -> None:
    """Whoever read the output has gone; Python must not complain when it closes the rest."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
