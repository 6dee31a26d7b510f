"""The only file that knows MkDocs: it hands over what `pipeline.publish` made. Hooks, no logic."""

import dataclasses
import logging
from pathlib import Path
from typing import Any, Literal

import click
from mkdocs.commands import build, serve
from mkdocs.config import config_options, load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import CountHandler

from generator import pipeline
from generator.outputs.assets import is_template_source
from generator.outputs.html import Document
from generator.outputs.publish import Aside
from generator.settings import Settings


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
    config_scheme = tuple(
        (option.name, config_options.Type(str, default=option.default))
        for option in dataclasses.fields(Settings)
    )
    serving = False
    addresses: tuple[str, ...] = ("",)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        settings = Settings(**self.config)
        root = Path(config.config_file_path or ".").parent
        made = pipeline.publish(root, settings, strict=bool(config.strict))
        if isinstance(made, pipeline.Refusal):
            if not self.serving:
                click.echo(made.text, err=True)
                raise PluginError("katalogen har fel; inget har publicerats")
            made = pipeline.instead(made, self.addresses)
        else:
            self.addresses = tuple(document.page.address for document in made.documents)
        self.publication = made
        self.watched = [str(root / settings.data), str(root / settings.theme)]
        config.nav = made.menu
        self.counter = CountHandler(level=logging.WARNING)
        logging.getLogger("mkdocs").addHandler(self.counter)
        self.aside = Aside(Path(config.site_dir))
        config.site_dir = str(self.aside.folder)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        for name in [file.src_uri for file in files if is_template_source(file.src_uri)]:
            files.remove(files.src_uris[name])
        for name, text in self.publication.assets.items():
            files.append(File.generated(config, name, content=text))
        for document in self.publication.documents:
            file = File.generated(config, f"{document.page.address or 'index'}.md", content="")
            DocumentPage(document, file, config)
            files.append(file)
        return files

    def on_page_content(self, html: str, *, page: Page, **_: Any) -> str:
        return html if isinstance(page, DocumentPage) else self.publication.fill(html, page.url)

    @event_priority(-100)  # the search index is part of the whole
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if config.strict and (counts := self.counter.get_counts()):
            raise PluginError(f"MkDocs varnar ({counts}); inget har publicerats")
        logging.getLogger("mkdocs").removeHandler(self.counter)
        self.aside.publish()

    def on_build_error(self, **_: Any) -> None:
        if hasattr(self, "aside"):
            logging.getLogger("mkdocs").removeHandler(self.counter)
            self.aside.discard()

    def on_serve(self, server: LiveReloadServer, **_: Any) -> LiveReloadServer:
        for folder in self.watched:
            server.watch(folder)
        return server


def build_site(config_file: Path, data: str | None, *, strict: bool) -> Path:
    """Build as `mkdocs build` does; gives the published folder. Raises mkdocs' Abort."""
    config = load_config(str(config_file), strict=strict or None)
    published = Path(config.site_dir)
    if data is not None:
        config.plugins["startklar"].config["data"] = data
    config.plugins.on_startup(command="build", dirty=False)
    build.build(config)
    config.plugins.on_shutdown()
    return published


def serve_site(config_file: Path) -> None:
    """Serve as `mkdocs serve` does, until interrupted."""
    serve.serve(str(config_file))
