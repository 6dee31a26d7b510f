"""A sheet becomes a PDF: the only file that starts typst.

PDF/UA-1, with the font of a package, and typst's own for signs that it lacks, without a look at the
clock: the same template, data and typst give the same bytes, wherever the folder lies. A sign that
none of them has is a box: a control character or a picture in a text must not stop the papers.
"""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from generator.outputs.template_fault import TemplateFaultError

if TYPE_CHECKING:
    import typst

_FONTS: Final = ("Regular", "It", "Semibold", "SemiboldIt")
_PAGES: Final = re.compile(rb"/Type ?/Pages ?/Count (\d+)")
_PLACE: Final = re.compile(r"┌─ (.+?):(\d+):(\d+)")
_UNSET: Final = "□"
"""What stands for a sign that cannot be set."""
_USUAL: Final = re.compile(r"[\t\n -~\xa0-ÿ–—‘’“”…•→]+")
"""Signs that the package's font has in all styles, so that most texts are asked about nothing."""
_ESCAPED: Final = re.compile(r"\\(?:(u00[01].|[bf])|.)")
"""In JSON, a control character, or whatever else stands behind a backslash."""
_PROBE: Final = b"""\
#set document(title: "?", date: none)
#set text(font: "Source Sans Pro", lang: "sv")
#let sign = sys.inputs.sign
#sign #emph(sign) #strong(sign) #strong(emph(sign))
"""


@dataclass(frozen=True, slots=True)
class Pdf:
    content: bytes
    pages: int


def read(content: bytes) -> Pdf | None:
    """A print of `Press`, back from where it was kept; None if it is nothing of the kind."""
    found = _PAGES.search(content)
    if found is None or not content.startswith(b"%PDF-") or b"%%EOF" not in content[-16:]:
        return None
    return Pdf(content, int(found[1]))


def font_files() -> tuple[Path, ...]:
    """The fonts that papers are set in, where their package holds them."""
    import font_source_sans_pro  # type: ignore[import-untyped]  # noqa: PLC0415

    folder = Path(font_source_sans_pro.font_directory)
    return tuple(folder / f"SourceSansPro-{name}.ttf" for name in _FONTS)


class Press:
    """Prints with the templates of one folder. Made by `press`."""

    def __init__(self, templates: Path, compiler: "typst.Compiler") -> None:
        self.templates, self.compiler = templates, compiler
        self.unset: dict[str, bool] = {}

    def print(self, kind: str, data: str) -> Pdf:
        """The data set by the kind's template. Raises TemplateFaultError, with file and line."""
        import typst  # noqa: PLC0415 - only what prints needs it

        template = self.templates / f"{kind}.typ"
        if not template.is_file():
            raise TemplateFaultError(f"mallen `{template}` finns inte")
        try:
            content = self.compiler.compile(
                input=str(template.resolve()),
                format="pdf",
                sys_inputs={"sheet": self._settable(data)},
                pdf_standards=["ua-1"],
                timestamp=0,
            )
        except typst.TypstError as error:
            raise TemplateFaultError(f"{self._place(error, template)}: {error.message}") from error
        made = read(content) if isinstance(content, bytes) else None
        if made is None:
            raise TemplateFaultError(f"mallen `{template}` gav ingen PDF")
        return made

    def _settable(self, data: str) -> str:
        """The JSON with a box for each sign that has no letter in any font."""
        told = _ESCAPED.sub(lambda found: _UNSET if found[1] else found[0], data)
        odd = {sign for sign in _USUAL.sub("", told) if self._is_unset(sign)}
        return told.translate({ord(sign): _UNSET for sign in odd})

    def _is_unset(self, sign: str) -> bool:
        import typst  # noqa: PLC0415 - as above

        if sign not in self.unset:
            try:
                self.compiler.compile(
                    input=_PROBE,
                    format="pdf",
                    sys_inputs={"sign": sign},
                    pdf_standards=["ua-1"],
                    timestamp=0,
                )
                self.unset[sign] = False
            except (typst.TypstError, UnicodeEncodeError):  # the second of half a character
                self.unset[sign] = True
        return self.unset[sign]

    @staticmethod
    def _place(error: "typst.TypstError", template: Path) -> str:
        found = _PLACE.search(error.diagnostic)
        return f"{found[1]}:{found[2]}" if found else str(template)


@contextmanager
def press(templates: Path) -> Iterator[Press]:
    """A press for as long as it is needed; the fonts alone lie in a folder that it may look in.

    Raises TemplateFaultError if there is no folder of templates.
    """
    import typst  # noqa: PLC0415 - only what prints needs it

    if not templates.is_dir():
        raise TemplateFaultError(f"mallarnas mapp `{templates}` finns inte")
    with TemporaryDirectory(prefix="startklar-") as folder:
        for file in font_files():
            shutil.copy(file, folder)
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=True, font_paths=[folder]
        )
        yield Press(templates, typst.Compiler(root=templates.resolve(), font_paths=fonts))
