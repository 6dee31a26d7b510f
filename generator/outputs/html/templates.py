"""The theme's templates, compiled to plainer Python than Jinja makes of them by itself.

Jinja runs an imported part anew for every page that imports it, calls a macro through four others
and asks `getattr` about every dot. Here a part is run once and sees the page through the names of
the moment, a macro is a function, and a dot is a dot. A page of a service then takes a third of
the time; what is written is the same to the byte, as a plain environment in the tests shows.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from keyword import iskeyword
from pathlib import Path
from typing import Any, Final

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined]

from generator.outputs.html.filters import FILTERS

_DEFINED: Final = {"defined": "", "undefined": "not "}


def _shown(value: Any) -> str:  # noqa: ANN401 - whatever a template shows
    """As `markupsafe.escape`, without wrapping what is only written out."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    return _escape_inner(value) if kind is str else escape(value)


def _empty(_: str) -> str:
    """What `{{ a if b }}` shows without b."""
    return ""


class _Code(CodeGenerator):
    def write_commons(self) -> None:
        super().write_commons()
        self.writeline("escape = environment.shown")
        self.writeline("cond_expr_undefined = environment.empty")
        self.writeline("markup = environment.markup")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:  # noqa: N802 - as above
        asked = node.node
        if (
            node.name not in _DEFINED
            or not isinstance(asked, nodes.Getattr)
            or asked.node == nodes.Name("loop", "load")  # whose `previtem` may be there, undefined
        ):
            super().visit_Test(node, frame)
            return
        self.write(f"({_DEFINED[node.name]}hasattr(")  # nothing is made to stand for what is not
        self.visit(asked.node, frame)
        self.write(f", {asked.attr!r}))")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802, FBT001, FBT002 - as above
        if not isinstance(node.node, nodes.Name) or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        named = node.kwargs or forward_caller
        if named:
            self.write("environment.named(")
        self.visit(node.node, frame)
        self.write(")(" if named else "(")
        for each in (*node.args, *node.kwargs):
            self.visit(each, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:  # noqa: FBT001, FBT002 - as above
        if not force_unescaped:
            super().return_buffer_contents(frame, force_unescaped=force_unescaped)
            return
        self.writeline(f"return markup(concat({frame.buffer}))")

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        self.write("environment.part(")
        self.visit(node.template, frame)
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        names = tuple(arg.name for arg in macro_ref.node.args)
        if macro_ref.accesses_kwargs or macro_ref.accesses_varargs or "caller" in names:
            super().macro_def(macro_ref, frame)
        else:
            self.write(f"environment.macro(macro, {names!r}, {macro_ref.accesses_caller!r})")


class _OfThePage(Context):
    """What a part sees: what it has defined itself, else what the page of the moment names."""

    def resolve_or_missing(self, key: str) -> Any:  # noqa: ANN401 - whatever a page names
        if key in self.vars:
            return self.vars[key]
        names = self.environment.names  # type: ignore[attr-defined]
        return names[key] if key in names else self.parent.get(key, missing)


class Templates(jinja2.Environment):
    """The templates of one theme folder. One page is made at a time."""

    code_generator_class = _Code
    shown = staticmethod(_shown)
    empty = staticmethod(_empty)
    markup = staticmethod(partial(str.__new__, Markup))

    def __init__(self, theme: Path) -> None:
        super().__init__(
            loader=jinja2.FileSystemLoader([theme / "pages", theme / "parts"]),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
        )
        self.filters.update(FILTERS)
        self.names: Mapping[str, Any] = {}
        self._parts: dict[str, TemplateModule] = {}

    def ready(self) -> None:
        """Compile all, before a second process is begun that would compile them too: 0.35 s.

        What is wrong with a template is told when somebody asks for it.
        """
        for name in self.list_templates(extensions=["html"]):
            with suppress(jinja2.TemplateError, OSError, ValueError):
                self.get_template(name)

    def forget(self) -> None:
        """What parts have seen: they may be run for another guide now."""
        self._parts = {}

    def render(self, template: str | jinja2.Template, names: Mapping[str, Any]) -> str:
        """The template with the names, which are also what its parts see."""
        before, self.names = self.names, names
        try:
            made = self.get_template(template)
            seen = Context(self, {**self.globals, **names}, made.name, made.blocks)
            return self.concat(made.root_render_func(seen))
        except Exception:  # noqa: BLE001 - raised again, with the template's lines
            self.handle_exception()
        finally:
            self.names = before

    def macros(self, template: str, names: Mapping[str, Any]) -> Mapping[str, Any]:
        """What a part has defined; one that writes by itself, too, sees the names."""
        before, self.names = self.names, names
        try:
            return vars(self.part(template))
        finally:
            self.names = before

    def part(self, name: str) -> TemplateModule:
        """What imports it is given: run once, whoever asks."""
        if name not in self._parts:
            template = self.get_template(name)
            seen = _OfThePage(self, dict(template.globals), template.name, template.blocks)
            self._parts[name] = TemplateModule(template, seen)
        return self._parts[name]

    def macro(
        self,
        made: Callable[..., Markup],
        names: tuple[str, ...],
        takes_caller: bool,  # noqa: FBT001
    ) -> Callable[..., Markup]:
        """The function that Jinja has made of a macro, as its callers see it."""
        left = [*([missing] * len(names)), *([self.undefined(name="caller")] * takes_caller)]
        if not left:
            return made
        places = {name: place for place, name in enumerate((*names, "caller"))}
        made.__defaults__ = tuple(left)

        def named(*given: object, **named: object) -> Markup:
            filled = [*given, *left[len(given) :]]
            for name, value in named.items():
                filled[places[name]] = value
            return made(*filled)

        made.named = named  # type: ignore[attr-defined]
        return made

    @staticmethod
    def named(called: Callable[..., str]) -> Callable[..., str]:
        """What takes arguments by their names: Jinja's function of a macro has other names."""
        return getattr(called, "named", called)
