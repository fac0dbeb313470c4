"""`edmund convert`."""

from __future__ import annotations

from pathlib import Path

import click

from edmund.api import FORMATS
from edmund.api import convert as converted
from edmund.cli.console import Console, console_options
from edmund.cli.files import write_file
from edmund.config.inputs import shown_path
from edmund.reporting import printable

__all__ = ["convert"]

_ENDINGS = {
    ".openapi.json": "openapi",
    ".schema.json": "json-schema",
    ".json": "json",
    ".xml": "xml",
    ".csdl": "xml",
    ".edmx": "xml",
}

_EPILOG = """\b
Examples:
  edmund convert metadata.xml metadata.json     CSDL XML to CSDL JSON
  edmund convert metadata.json metadata.xml     and back: nothing is lost
  edmund convert old.edmx metadata.csdl         OData 1 to 3 to 4.01
  edmund convert metadata.xml api.openapi.json  OpenAPI 3.1, by OASIS's mapping
  edmund convert --to json-schema metadata.xml -
                                                JSON Schema 2020-12 of all types

What is read is found out by looking at it, what is written is said by --to or by the ending:
.openapi.json, .schema.json, .json, or .xml, .csdl and .edmx."""


@click.command(epilog=_EPILOG)
@click.argument("source", type=click.Path(path_type=Path))
@click.argument("output", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--to", type=click.Choice(FORMATS), help="The format, else by the ending.")
@console_options
def convert(console: Console, *, source: Path, output: Path, to: str | None) -> int:
    """Write the CSDL document SOURCE, XML or JSON, to OUTPUT in another format."""
    name = output.name.lower()
    wanted = to or next((each for end, each in _ENDINGS.items() if name.endswith(end)), None)
    if wanted is None:
        raise click.UsageError("the ending of OUTPUT says no format: give --to, such as --to json")
    text, found = converted(source, wanted)
    console.report(found)
    standard = str(output) == "-"
    place = None if standard else shown_path(output)
    console.record(
        {"command": "convert", "to": wanted, "file": place, "text": None if place else text}
    )
    if place is None:
        console.result(text.rstrip("\n"))
        return 0
    write_file(output, text, place, "EDM616")
    console.say(f"wrote {printable(place)} ({len(text.encode()):,} bytes)")
    return 0
