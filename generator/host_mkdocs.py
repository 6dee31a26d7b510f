"""The only file that knows MkDocs: it hands over what `pipeline.publish` made. Hooks, no logic."""

import dataclasses
import logging
import os
from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, Literal

import click
import jinja2
from mkdocs.commands import build, serve
from mkdocs.config import config_options, load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import CountHandler

from generator import pipeline
from generator.outputs.assets import is_template_source
from generator.outputs.disk import said
from generator.outputs.html import Document
from generator.outputs.publish import Aside, SiteFolderError
from generator.outputs.template_fault import TemplateFaultError
from generator.settings import Settings

_LOG = logging.getLogger("mkdocs")


class DocumentPage(Page):
    """A page whose HTML is finished: MkDocs only puts it into the shell."""

    def __init__(self, document: Document, file: File, config: MkDocsConfig) -> None:
        super().__init__(document.page.title, file, config)
        self.document = document
        self.edit_url = document.edit_url

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs' signature
        self.markdown = ""
        self.meta = dict(self.document.meta)

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - as above
        self.content = self.document.body
        self.toc = get_toc(self.document.toc)  # type: ignore[arg-type]


class StartklarPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    config_scheme = (
        ("data", config_options.Type(str, default=Settings().data)),
        ("theme", config_options.Type(str, default=Settings().theme)),
        ("pdf", config_options.Type(bool, default=Settings().pdf)),
        ("changes", config_options.Type(int, default=Settings().changes)),
        ("as_of", config_options.Optional(config_options.Type(date))),
    )
    given: ClassVar[Mapping[str, Any]] = {}
    """The command line's settings, which go before those in mkdocs.yml."""
    counter = CountHandler(level=logging.WARNING)
    serving = False
    aside: Aside | None = None
    refusal: pipeline.Refusal | None = None
    addresses: tuple[str, ...] = ("",)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        written = Settings(**self.config, content=config.docs_dir)
        settings = dataclasses.replace(written, **self.given)
        root = Path(config.config_file_path or ".").parent
        self.watched = [str(root / settings.data), str(root / settings.theme)]
        self.aside = Aside(Path(config.site_dir), partial(click.echo, err=True))
        made = pipeline.publish(root, settings, strict=bool(config.strict))
        if isinstance(made, pipeline.Refusal):
            click.echo(made.text, err=True)
            if not self.serving:
                self.refusal = made
                raise PluginError("inget har publicerats")
            made = pipeline.instead(made, self.addresses)
        for notice in made.notices:
            click.echo(notice, err=True)
        self.addresses = tuple(document.page.address for document in made.documents)
        self.publication = made
        config.nav = made.menu or config.nav
        if made.address and not config.site_url:
            config.site_url = f"{made.address.rstrip('/')}/"
        self.counter = CountHandler(level=logging.WARNING)
        _LOG.addHandler(self.counter)
        config.site_dir = str(self.aside.folder)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        for file in [file for file in files if is_template_source(file.src_uri)]:
            files.remove(file)
        for name, text in self.publication.assets.items():
            files.append(File.generated(config, name, content=text))
        for document in self.publication.documents:
            name = f"{document.page.address or 'index'}.md"
            if (written := files.get_file_from_path(name)) is not None:
                files.remove(written)
            file = File.generated(config, name, content="")
            DocumentPage(document, file, config)
            files.append(file)
        return files

    def on_page_content(self, html: str, *, page: Page, **_: Any) -> str:
        if self.publication.as_of:
            page.update_date = self.publication.as_of.isoformat()  # the sitemap's, else the clock's
        if page.is_homepage:
            page.meta["json_ld"] = self.publication.start
        return html if isinstance(page, DocumentPage) else self.publication.fill(html, page.url)

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Nothing, for a sitemap that has no address to give."""
        return "" if template_name == "sitemap.xml" and not config.site_url else output_content

    @event_priority(-100)  # the search index is part of the whole
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if config.strict and (counts := self.counter.get_counts()):
            raise PluginError(f"MkDocs varnar: {counts}; inget har publicerats")
        _LOG.removeHandler(self.counter)
        if self.aside is not None:
            self.aside.publish()

    def on_build_error(self, *, error: Exception, **_: Any) -> None:
        _LOG.removeHandler(self.counter)
        if self.aside is not None:
            self.aside.discard()
        if isinstance(error, jinja2.TemplateError | TemplateFaultError | SiteFolderError | OSError):
            why = said(error) if isinstance(error, OSError) else error
            raise Abort(f"fel: {why}; inget har publicerats") from error

    def on_serve(self, server: LiveReloadServer, **_: Any) -> LiveReloadServer:
        for folder in self.watched:
            server.watch(folder)
        return server


def build_site(
    config_file: Path, given: Mapping[str, Any], *, strict: bool, site: Path | None = None
) -> Path | int:
    """What `mkdocs build` does; gives the published folder, or the exit code and has said why.

    The folder is `site`, or else the one that the settings name.
    """
    StartklarPlugin.given = given
    _LOG.addHandler(logging.StreamHandler())
    _LOG.setLevel(logging.WARNING)
    config = _configured(config_file, strict=strict, site=site)
    if config is None:
        return 2
    published = Path(os.path.relpath(config.site_dir))
    try:
        build.build(config)
    except Abort as error:
        plugin = config.plugins.get("startklar")
        if isinstance(plugin, StartklarPlugin) and plugin.refusal:
            return plugin.refusal.exit_code
        click.echo(f"startklar: {error}", err=True)
        return 2
    return published


def _configured(
    config_file: Path, *, strict: bool, site: Path | None = None
) -> MkDocsConfig | None:
    """The settings, or nothing and has said why; a day that no month has is YAML's ValueError."""
    try:
        return load_config(
            str(config_file), strict=strict or None, site_dir=site and str(site.absolute())
        )
    except (Abort, ConfigurationError, ValueError) as error:
        click.echo(f"startklar: `{config_file}` går inte att använda: {error}", err=True)
        return None


def serve_site(config_file: Path, given: Mapping[str, Any], address: str) -> int:
    """What `mkdocs serve` does, until interrupted; gives the exit code."""
    StartklarPlugin.given = given
    _LOG.addHandler(logging.StreamHandler())
    _LOG.setLevel(logging.INFO)
    if _configured(config_file, strict=False) is None:
        return 2
    serve.serve(str(config_file), dev_addr=address)
    return 0
