"""Counts what a program asks of the disk, and refuses the nth."""

import builtins
import io
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from generator.outputs.site import disk

_ASKED = (
    "chmod",
    "fsync",
    "link",
    "mkdir",
    "remove",
    "rename",
    "replace",
    "rmdir",
    "sendfile",
    "symlink",
    "truncate",
    "unlink",
    "utime",
    "write",
)


@dataclass
class FailingDisk:
    """What of `os`, `open` and `outputs/site/disk.py` changes the disk, after `install`."""

    refused: int
    """The number of the call that is refused, from 1; 0 for none."""
    error: int
    """As in `errno`."""
    for_good: bool = False
    """Whether every later call that needs room is refused too, as a full disk does."""
    asked: list[str] = field(default_factory=list)
    """What was asked for, in order: the call's name, and the file's if it is called by one."""
    refuse: Callable[[str], object] = lambda _: None
    """Is told what is refused by its turn, in whichever process it is."""

    def install(self, patch: Callable[[object, str, object], None] = setattr) -> None:
        for name in _ASKED:
            patch(os, name, self._counted(name, getattr(os, name)))
        patch(os, "open", self._opened(os.open))
        stream = self._stream(io.open)
        patch(io, "open", stream)
        patch(builtins, "open", stream)
        patch(disk, "_call", self._system_call(disk._call))  # noqa: SLF001

    def ask(self, name: str, what: object = None) -> None:
        """Raises OSError if it is this call's turn."""
        self.asked.append(f"{name} {what or ''}")
        gives_room = name in {"unlink", "remove", "rmdir"}
        turn = len(self.asked)
        if turn == self.refused or (self.for_good and 0 < self.refused < turn and not gives_room):
            if turn == self.refused:
                self.refuse(self.asked[-1])
            raise OSError(self.error, os.strerror(self.error), what)

    def _counted(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any, **named: Any) -> Any:
            if name == "write" and arguments[0] in {1, 2}:  # what it says is no file
                return real(*arguments, **named)
            first = (
                arguments[0] if arguments and isinstance(arguments[0], str | os.PathLike) else None
            )
            self.ask(name, first and os.fspath(first))
            return real(*arguments, **named)

        return counted

    def _opened(self, real: Callable[..., int]) -> Callable[..., int]:
        def opened(path: Any, flags: int, *rest: Any, **named: Any) -> int:
            if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
                self.ask("open", path)
            return real(path, flags, *rest, **named)

        return opened

    def _stream(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def stream(file: Any, mode: str = "r", *rest: Any, **named: Any) -> Any:
            if not set(mode) & set("wxa+") or isinstance(file, int):
                return real(file, mode, *rest, **named)
            self.ask("open", file)
            raw = _Raw(self, file, mode.replace("b", "").replace("t", ""))
            buffered = io.BufferedWriter(raw)
            return buffered if "b" in mode else io.TextIOWrapper(buffered, *rest[1:], **named)

        return stream

    def _system_call(self, real: Callable[..., int]) -> Callable[..., int]:
        def system_call(name: str, *arguments: Any) -> int:
            try:
                self.ask(name)
            except OSError as error:
                return error.errno or 0
            return real(name, *arguments)

        return system_call


class _Raw(io.FileIO):
    def __init__(self, disk: FailingDisk, file: Any, mode: str) -> None:
        super().__init__(file, mode)
        self.disk = disk

    def write(self, content: Any) -> int:
        self.disk.ask("write", self.name)
        return super().write(content) or 0
