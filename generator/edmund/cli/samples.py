"""`edmund samples`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from edmund.api import (
    SAMPLE_LANGUAGES,
    Credential,
    DescribedSamples,
    Example,
    Samples,
    SampleText,
    Style,
    read_examples,
)
from edmund.cli.console import Console, console_options
from edmund.cli.files import write_file
from edmund.cli.selection import configuration_of
from edmund.cli.sources import load_given, metadata_options, openapi_client_given
from edmund.config.inputs import shown_path
from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span
from edmund.reporting import printable

__all__ = ["samples"]

Service = Samples | DescribedSamples

_NO_EXAMPLES = "which examples? Give a file, or --call 'GET /path'"

_EPILOG = """\b
Examples:
  edmund samples --check examples/*.http          is every example right?
  edmund samples create.http --language python    the calls of a file as programs
  edmund samples --call 'GET /users/{id}' -l go   an example that is made from the types
  edmund samples --prove create.http -l python    do they send what the file says?
  edmund samples docs/create.md --language python,go --output samples/

Examples are .http files as editors have them, and Markdown with fenced http blocks; without any, those
that an OpenAPI description holds. Exit codes:
0 fine, 1 findings, 2 an example that is wrong, or that cannot be read, and so has no sample."""


@click.command(epilog=_EPILOG)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="EXAMPLE.http ...")
@metadata_options
@click.option("--check", is_flag=True, help="Check the examples, and write nothing.")
@click.option(
    "--prove",
    is_flag=True,
    help="Run the samples against a service on this machine, and compare what arrives.",
)
@click.option(
    "-l",
    "--language",
    "languages",
    multiple=True,
    help=f"A language or several, joined by commas: {', '.join(SAMPLE_LANGUAGES)}.",
)
@click.option(
    "--style",
    "sample_style",
    type=click.Choice([style.value for style in Style]),
    default=Style.PROVEN.value,
    help="Programs that run as they are, or the text of Microsoft's documentation.",
)
@click.option(
    "--call",
    "calls",
    multiple=True,
    metavar="'METHOD /PATH'",
    help="A call to make an example of, from its types; repeatable.",
)
@click.option("--seed", type=int, default=0, help="With --call: another seed, other values.")
@click.option("-p", "--package", help="The client's package, for a single language.")
@click.option("--base-url", help="The service root that the samples call.")
@click.option(
    "--credential",
    type=click.Choice([credential.value for credential in Credential]),
    help="Where the token comes from; azure for Microsoft Graph, placeholder elsewhere.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A folder for the samples.")
@console_options
def samples(
    console: Console,
    *,
    files: tuple[Path, ...],
    check: bool,
    prove: bool,
    languages: tuple[str, ...],
    sample_style: str,
    package: str | None,
    calls: tuple[str, ...],
    seed: int,
    base_url: str | None,
    credential: str | None,
    output: Path | None,
    **given: Any,
) -> int:
    """Check examples of calls, and write them as code."""
    wanted = tuple(name.strip() for each in languages for name in each.split(",") if name.strip())
    if not (files or calls or check or wanted):
        raise click.UsageError(_NO_EXAMPLES)
    if not check and not wanted:
        raise click.UsageError("give --language, or --check to write nothing")
    if package is not None and len(wanted) != 1:
        raise click.UsageError("--package goes with one language")
    examples, found = read_examples(*files)
    console.report(found)
    service = _service(console, {wanted[0]: package} if package is not None else {}, given)
    examples += service.make(calls, seed)
    if not files and not calls:
        examples = _of_description(service)
    if check:
        return _check(console, service, examples, unread=bool(found))
    if prove:
        return _prove(console, service, examples, wanted, unread=bool(found))
    texts, wrong = service.write(
        examples,
        wanted,
        Style(sample_style),
        credential=None if credential is None else Credential(credential),
        base_url=base_url,
    )
    console.report(wrong)
    _show(console, texts, output)
    missing = len(texts) < len(examples) * len(set(wanted))
    if found or missing:
        return 2
    return 1 if any(each.severity is Severity.ERROR for each in wrong) else 0


def _service(console: Console, packages: dict[str, str], given: dict[str, Any]) -> Service:
    described = openapi_client_given(console, **given)
    if described is not None:
        description, client = described
        clients = () if client is None else configuration_of(given["config"]).clients
        return DescribedSamples(description, client, clients, packages)
    loaded, client = load_given(console, **given)
    console.progress("tracing calls", 0.8)
    clients = () if client is None else configuration_of(given["config"]).clients
    return Samples(loaded, client, clients, packages)


def _of_description(service: Service) -> tuple[Example, ...]:
    """The examples that the description itself holds, where nobody names others."""
    examples = service.of_description() if isinstance(service, DescribedSamples) else ()
    if not examples:
        raise click.UsageError(_NO_EXAMPLES)
    return examples


def _check(
    console: Console, service: Service, examples: tuple[Example, ...], *, unread: bool
) -> int:
    found = service.check(examples)
    console.report(found)
    errors = sum(each.severity is Severity.ERROR for each in found)
    console.record({"command": "samples", "examples": len(examples), "errors": errors})
    console.say(f"{len(examples)} examples checked, {errors} errors")
    return 2 if unread else 1 if errors else 0


def _prove(
    console: Console,
    service: Service,
    examples: tuple[Example, ...],
    languages: tuple[str, ...],
    *,
    unread: bool,
) -> int:
    """A line for each example and language, and a diagnostic for each that is not proven."""
    wrong = service.check(examples)
    console.report(wrong)
    rows: list[dict[str, object]] = []
    width = max((len(each.name or "") for each in examples), default=0)
    for language in languages:
        for proof in service.prove(examples, language):
            name = proof.example.name or "example"
            said = "proven" if proof.proven else "NOT PROVEN"
            console.result(f"{name:<{width}}  {language:<10}  {said}")
            place = proof.example.span(proof.example.request.line)
            console.report(
                Diagnostic("EDM953", Severity.ERROR, f"{name} in {language}: {each}", place)
                for each in proof.differences
            )
            rows.append(
                {
                    "example": name,
                    "language": language,
                    "proven": proof.proven,
                    "differences": list(proof.differences),
                }
            )
    proven = sum(row["proven"] is True for row in rows)
    console.record({"command": "samples", "proofs": rows})
    console.say(f"{proven} of {len(examples) * len(languages)} samples are proven")
    if unread:
        return 2
    return 0 if proven == len(examples) * len(languages) else 1


def _show(console: Console, texts: tuple[SampleText, ...], output: Path | None) -> None:
    console.record(
        {
            "command": "samples",
            "samples": [
                {
                    "example": each.example.name,
                    "language": each.language,
                    "file": each.file,
                    "text": each.text,
                }
                for each in texts
            ],
        }
    )
    if output is not None:
        _write(console, texts, output)
        return
    for at, each in enumerate(texts):
        if len(texts) > 1:
            name = each.example.title or each.example.name or "example"
            console.result(f"{'' if at == 0 else chr(10)}--- {printable(name)} ({each.language})")
        console.result(each.text.rstrip("\n"))


def _write(console: Console, texts: tuple[SampleText, ...], output: Path) -> None:
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        shown = shown_path(output)
        message = f"the folder '{shown}' cannot be made: {error.strerror}"
        raise EdmundError([Diagnostic("EDM955", Severity.ERROR, message, Span(shown))]) from error
    for each in texts:
        path = output / each.file
        write_file(path, each.text, shown_path(path), "EDM955")
    console.say(f"wrote {len(texts)} samples to {printable(shown_path(output))}")
