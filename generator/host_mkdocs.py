"""MkDocs' hooks, without logic: they hand over what `pipeline.publish` made.

With the other `host_` modules this is all that knows MkDocs. What makes a guide is imported when
the settings are known, while another process reads a large catalogue: MkDocs reads them, and has to
import this module for it. `tests/test_start.py` holds that nothing above imports the model.
"""

import errno
import logging
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click
import jinja2
from mkdocs.commands import build
from mkdocs.config import config_options, load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from generator import host_preview, side_by_side
from generator.clock import Clock
from generator.host_preview import Pages, Superseded
from generator.making_ready import make_ready
from generator.outputs.site import spare
from generator.outputs.site.disk import said
from generator.outputs.site.publish import Aside, SiteFolderError
from generator.outputs.site.sitemap import NAME
from generator.outputs.template_fault import TemplateFaultError
from generator.settings import Settings

if TYPE_CHECKING:  # only a preview imports what it serves with
    from mkdocs.livereload import LiveReloadServer

    from generator.host_live import LiveServer
    from generator.outputs.html.shell import Shell
    from generator.pipeline import Refusal
    from generator.publication import Publication

_LOG = logging.getLogger("mkdocs")


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What the command line asks of a build; `mkdocs build` asks for nothing."""

    settings: Mapping[str, Any] = field(default_factory=dict)
    """They go before those in mkdocs.yml."""
    strict: bool = False
    site: Path | None = None
    """The folder to publish to, or else the one that mkdocs.yml names."""
    clock: Clock = field(default_factory=Clock)
    progress: Callable[[int, int], object] = lambda _done, _whole: None


@dataclass(frozen=True, slots=True)
class Built:
    folder: Path
    pages: int


class StartklarPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    config_scheme = (
        ("data", config_options.Type(str, default=Settings().data)),
        ("theme", config_options.Type(str, default=Settings().theme)),
        ("pdf", config_options.Type(bool, default=Settings().pdf)),
        ("compress", config_options.Type(bool, default=Settings().compress)),
        ("changes", config_options.Type(int, default=Settings().changes)),
        ("as_of", config_options.Optional(config_options.Type(date))),
    )
    asked = Asked()
    counter = CountHandler(level=logging.WARNING)
    serving = False
    live: "LiveServer | None" = None
    """The server, once it serves."""
    aside: Aside | None = None
    refusal: "Refusal | None" = None
    addresses: tuple[str, ...] = ("",)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        written = Settings(**self.config, content=config.docs_dir)
        settings = replace(written, **self.asked.settings)
        root = Path(config.config_file_path or ".").parent
        self.watched = [str(root / settings.data), str(root / settings.theme)]
        if self.serving:
            host_preview.collector.wait()
        self.aside = Aside(Path(config.site_dir), partial(click.echo, err=True))
        self.seen = side_by_side.begun(partial(spare.look, root / spare.KEPT))
        make_ready(*(Path(os.path.relpath(each)) for each in self.watched))
        from generator import pipeline

        made = pipeline.publish(root, settings, self.asked.clock, strict=bool(config.strict))
        if isinstance(made, pipeline.Refusal):
            if not self.serving:
                click.echo(made.text, err=True)
                self.refusal = made
                raise PluginError("inget har publicerats")
            made = self._instead(made)
        for notice in made.notices:
            click.echo(notice, err=True)
        self.addresses = tuple(page.address for page in made.pages)
        self.publication = made
        config.nav = made.menu or config.nav
        if made.address and not config.site_url:
            config.site_url = f"{made.address.rstrip('/')}/"
        self.counter = CountHandler(level=logging.WARNING)
        _LOG.addHandler(self.counter)
        if settings.compress and not self.serving:
            self.aside.writer = replace(self.aside.writer, compress=True)
        self.root, config.site_dir = root, str(self.aside.folder)
        return config

    def _instead(self, refusal: "Refusal") -> "Publication":
        """What a preview shows while there is nothing to publish."""
        from generator import pipeline

        click.echo(refusal.text, err=True)
        return pipeline.instead(refusal, self.addresses)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        from generator.host_files import KnownFiles

        self.files = KnownFiles(files, config, self.publication)
        self.by_hand: dict[str, Page] = {}
        return self.files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, **_: Any) -> Navigation:
        self.nav = nav
        if self.live and self.publication.menu:  # without one, titles are what pages say
            shell = self._shell(config.theme.get_env(), config)
            self.live.offer(Pages(self.publication, shell))
        return nav

    def _shell(self, env: jinja2.Environment, config: MkDocsConfig) -> "Shell":
        from generator.host_shell import shell

        return shell(self.nav, env, config)

    def on_page_content(self, html: str, *, page: Page, **_: Any) -> str:
        from generator.host_shell import contents_of

        if self.publication.as_of:
            page.update_date = self.publication.as_of.isoformat()  # the sitemap's, else the clock's
        if page.is_homepage:
            page.meta["json_ld"] = self.publication.start
        page.meta["contents"] = contents_of(page.toc)
        if self.serving:  # it may be looked at before the others are made
            return self.publication.fill(html, page.url)
        self.by_hand[page.url] = page
        return html

    def on_env(
        self, env: jinja2.Environment, *, config: MkDocsConfig, **_: Any
    ) -> jinja2.Environment:
        """The generated pages and files go to disk; what is hand-written follows."""
        if self.aside is None:  # `on_config` has made it
            return env
        self.aside.reuse(self.root / spare.KEPT, self.seen())
        self.writer, self.shell = self.aside.writer, self._shell(env, config)
        try:
            self._write()
        except TemplateFaultError as fault:
            if not self.serving:
                raise
            from generator.pipeline import Refusal

            self.publication = self._instead(Refusal(f"fel: {fault}", 2))
            if self.live:
                self.live.withdraw()
            self._write()
        return env

    def _write(self) -> None:
        if self.live:
            written = (file.page for file in self.files.documentation_pages())
            self.live.offer(Pages(self.publication, self.shell, written))
        progress = self.live.turn if self.live else self.asked.progress
        by_hand = {url: page.content or "" for url, page in self.by_hand.items()}
        filled = self.publication.write(self.shell, self.writer, progress, by_hand)
        for url, body in filled.items():
            self.by_hand[url].content = body

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """The sitemap of all pages; nothing if it has no address to give."""
        if template_name != NAME:
            return output_content
        from generator.host_shell import sitemaps_of

        written = [f.url.removeprefix("./") for f in self.files.documentation_pages()]
        files = sitemaps_of(self.publication, written, config.site_url)
        first = files.pop(NAME, "")
        for name, text in files.items():
            self.writer.write(name, text.encode())
        return first

    @event_priority(-100)  # the search index is part of the whole
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if config.strict and (counts := self.counter.get_counts()):
            raise PluginError(f"MkDocs varnar: {counts}; inget har publicerats")
        _LOG.removeHandler(self.counter)
        if self.aside is not None:
            self.aside.publish(preview=self.serving)
        if self.serving:
            host_preview.collector.go_on()

    def on_build_error(self, *, error: Exception, **_: Any) -> None:
        _LOG.removeHandler(self.counter)
        if self.aside is not None and isinstance(error, Superseded):
            self.aside.abandon()
        elif self.aside is not None:
            self.aside.discard()
        if self.serving:
            host_preview.collector.go_on()
        if isinstance(error, jinja2.TemplateError | TemplateFaultError | SiteFolderError | OSError):
            why = said(error) if isinstance(error, OSError) else error
            raise Abort(f"fel: {why}; inget har publicerats") from error

    def on_shutdown(self) -> None:
        if self.aside is not None:  # a preview may end within a build
            self.aside.discard()

    def on_serve(
        self, server: "LiveReloadServer", *, config: MkDocsConfig, **_: Any
    ) -> "LiveReloadServer":
        from generator import host_live, host_watch

        self.live = host_live.LiveServer(server)
        host_watch.look_often(self.live, config, self.watched)
        return self.live


def build_site(config_file: Path, asked: Asked) -> Built | int:
    """What `mkdocs build` does; gives what is published, or the exit code and has said why."""
    _LOG.addHandler(logging.StreamHandler())
    _LOG.setLevel(logging.WARNING)
    config = _configured(config_file, asked)
    if config is None:
        return 2
    folder, plugin = Path(os.path.relpath(config.site_dir)), config.plugins.get("startklar")
    if not isinstance(plugin, StartklarPlugin):
        click.echo(f"startklar: `{config_file}` har inte tillägget `startklar`", err=True)
        return 2
    plugin.asked = asked
    try:
        build.build(config)
    except Abort as error:
        if plugin.refusal:
            return plugin.refusal.exit_code
        click.echo(f"startklar: {error}", err=True)
        return 2
    return Built(folder, len(plugin.publication.pages) + len(plugin.files.documentation_pages()))


def _configured(config_file: Path, asked: Asked) -> MkDocsConfig | None:
    """The settings, or nothing and has said why; a day that no month has is YAML's ValueError."""
    try:
        return load_config(
            str(config_file),
            strict=asked.strict or None,
            site_dir=asked.site and str(asked.site.absolute()),
        )
    except (Abort, ConfigurationError, ValueError) as error:
        click.echo(f"startklar: `{config_file}` går inte att använda: {error}", err=True)
        return None


def serve_site(config_file: Path, settings: Mapping[str, Any], address: str) -> int:
    """What `mkdocs serve` does, until interrupted; gives the exit code."""
    from mkdocs.commands import serve

    asked = Asked(settings=settings)
    StartklarPlugin.asked = asked  # MkDocs reads its settings again for each build
    _LOG.addHandler(logging.StreamHandler())
    _LOG.setLevel(logging.INFO)
    if _configured(config_file, asked) is None:
        return 2
    try:
        serve.serve(str(config_file), dev_addr=address)
    except OSError as error:  # a build's own are told by `on_build_error`
        taken = error.errno == errno.EADDRINUSE
        why = "den är upptagen, kanske av en annan förhandsvisning" if taken else error.strerror
        click.echo(f"startklar: `{address}` går inte att använda: {why}", err=True)
        return 2
    return 0
