"""`edmund docs`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from edmund.api import (
    SAMPLE_LANGUAGES,
    DescribedDocumentation,
    DescribedSamples,
    Documentation,
    Example,
    Page,
    PageFormat,
    Samples,
    Style,
    Wording,
    page_text,
    read_examples,
    read_wording,
)
from edmund.cli.console import Console, console_options
from edmund.cli.files import write_file
from edmund.cli.selection import configuration_of
from edmund.cli.sources import load_given, metadata_options, openapi_client_given
from edmund.config.inputs import shown_path
from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span
from edmund.reporting import printable

__all__ = ["docs"]

_EPILOG = """\b
Examples:
  edmund docs --output site/docs/reference --pages mkdocs   all pages of the client of edmund.toml
  edmund docs --call 'GET /users' -m metadata.csdl          one page, on standard output
  edmund docs --overlay samples.overlay.json                x-codeSamples for an OpenAPI description
  edmund docs examples/*.http --wording docs.toml -o out/   with examples, titles and notes of one's own

Calls without an example get one that is made from the types. Exit codes: 0 fine, 1 an example is
wrong and left out, 2 usage or bad input."""


@click.command(epilog=_EPILOG)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[EXAMPLE.http ...]")
@metadata_options
@click.option(
    "--call", "calls", multiple=True, metavar="'METHOD /PATH'", help="Only this call; repeatable."
)
@click.option(
    "--wording",
    type=click.Path(path_type=Path),
    help="A TOML file of titles, notes and headings ([docs]).",
)
@click.option(
    "--pages",
    "page_format",
    type=click.Choice([each.value for each in PageFormat]),
    default=PageFormat.MARKDOWN.value,
    help="The format of the pages.",
)
@click.option(
    "--style",
    "sample_style",
    type=click.Choice([style.value for style in Style]),
    default=Style.PROVEN.value,
    help="The style of the samples.",
)
@click.option("-l", "--language", "languages", help="Languages of the samples, joined by commas.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A folder for the pages.")
@click.option(
    "--overlay",
    type=click.Path(path_type=Path),
    help="A file for the samples as an OpenAPI Overlay (x-codeSamples).",
)
@console_options
def docs(
    console: Console,
    *,
    files: tuple[Path, ...],
    calls: tuple[str, ...],
    wording: Path | None,
    page_format: str,
    sample_style: str,
    languages: str | None,
    output: Path | None,
    overlay: Path | None,
    **given: Any,
) -> int:
    """Write reference pages of a service's calls and types, with samples."""
    if output is None and overlay is None and not calls:
        raise click.UsageError("give --output for all pages, --overlay, or --call for one page")
    wanted = _languages(languages)
    examples, unread = read_examples(*files)
    console.report(unread)
    words = None if wording is None else read_wording(wording)
    made, wrong = _documentation(console, examples, words, Style(sample_style), wanted, given)
    pages = [made.call(call) for call in calls]
    if output is not None and not calls:
        pages = list(made.pages())
    if overlay is not None:
        _write(overlay, made.overlay())
        console.say(f"wrote the samples of all calls to {printable(shown_path(overlay))}")
    _give(console, pages, page_format, output)
    bad = any(each.severity is Severity.ERROR for each in wrong)
    return 2 if unread else 1 if bad else 0


def _documentation(
    console: Console,
    examples: tuple[Example, ...],
    words: Wording | None,
    style: Style,
    languages: tuple[str, ...],
    given: dict[str, Any],
) -> tuple[Documentation | DescribedDocumentation, tuple[Diagnostic, ...]]:
    """What writes the pages, and what is wrong with the examples."""
    described = openapi_client_given(console, **given)
    if described is not None:
        if words is not None or style is not Style.PROVEN:
            raise click.UsageError("pages of an OpenAPI description take no --wording and --style")
        description, client = described
        clients = () if client is None else configuration_of(given["config"]).clients
        service = DescribedSamples(description, client, clients)
        wrong = service.check(examples)
        console.report(wrong)
        return DescribedDocumentation(description, service, examples, languages), wrong
    loaded, client = load_given(console, **given)
    console.progress("tracing calls", 0.8)
    clients = () if client is None else configuration_of(given["config"]).clients
    samples = Samples(loaded, client, clients)
    wrong = samples.check(examples)
    console.report(wrong)
    return Documentation(samples, examples, words, style=style, languages=languages), wrong


def _give(console: Console, pages: list[Page], page_format: str, output: Path | None) -> None:
    """Print the pages, or write them below the folder `output`."""
    texts = [(page, page_text(page, PageFormat(page_format))) for page in pages]
    console.record(
        {
            "command": "docs",
            "pages": [{"path": page.path, "title": page.title, "text": t} for page, t in texts],
        }
    )
    if output is None:
        for _, text in texts:
            console.result(text.rstrip("\n"))
        return
    ending = ".txt" if page_format == PageFormat.TEXT.value else ".md"
    for page, text in texts:
        _write(output / f"{page.path}{ending}", text)
    console.say(f"wrote {len(texts)} pages to {printable(shown_path(output))}")


def _languages(given: str | None) -> tuple[str, ...]:
    if given is None:
        return SAMPLE_LANGUAGES
    names = tuple(name.strip() for name in given.split(",") if name.strip())
    for name in names:
        if name not in SAMPLE_LANGUAGES:
            there = ", ".join(SAMPLE_LANGUAGES)
            raise click.UsageError(f"there are no samples in '{name}'; there are: {there}")
    return names


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        shown = shown_path(path.parent)
        message = f"the folder '{shown}' cannot be made: {error.strerror}"
        raise EdmundError([Diagnostic("EDM955", Severity.ERROR, message, Span(shown))]) from error
    write_file(path, text, shown_path(path), "EDM955")
