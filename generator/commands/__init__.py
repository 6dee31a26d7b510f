"""The command line. One command is one file; it is imported when it is called, not before."""

from typing import Final

from generator.commands.group import CommandGroup

COMMANDS: Final = {
    "build": "generator.commands.build",
    "check": "generator.commands.check",
    "explain": "generator.commands.explain",
    "plan": "generator.commands.plan",
    "rules": "generator.commands.rules",
    "serve": "generator.commands.serve",
}
"""Each command's name and module, which holds it under the name `command`."""

main = CommandGroup("startklar", COMMANDS)
