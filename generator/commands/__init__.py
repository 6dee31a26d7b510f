"""The command line. One command is one file; it is imported when it is called, not before."""

from typing import Final

from generator.commands.group import CommandGroup

COMMANDS: Final = {
    "build": "generator.commands.build",
    "check": "generator.commands.check",
    "diff": "generator.commands.diff",
    "explain": "generator.commands.explain",
    "new": "generator.commands.new",
    "plan": "generator.commands.plan",
    "rename": "generator.commands.rename",
    "review": "generator.commands.review",
    "rules": "generator.commands.rules",
    "schema": "generator.commands.schema",
    "serve": "generator.commands.serve",
}
"""Each command's name and module, which holds it under the name `command`."""

main = CommandGroup("startklar", COMMANDS)
