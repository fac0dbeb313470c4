"""The shop that the tests of samples call: its description, and examples with every kind of value."""

from functools import cache
from pathlib import Path

from edmund import api

__all__ = ["EXAMPLES", "METADATA", "checked", "shop"]

FOLDER = Path(__file__).parent
METADATA = FOLDER / "shop.csdl"
EXAMPLES = FOLDER / "shop.http"
_LOADED = api.load(METADATA)


@cache
def shop() -> api.Samples:
    return api.Samples(_LOADED, packages=dict.fromkeys(api.SAMPLE_LANGUAGES, "shop"))


def checked(text: str, file: str, folder: Path) -> list[str]:
    """What is wrong with an example, as `line:column code`, worst and least alike."""
    path = folder / file
    path.write_text(text, "utf-8")
    examples, found = api.read_examples(path)
    every = (*found, *shop().check(examples))
    return [
        f"{each.span.line}:{each.span.column} {each.code}" if each.span else each.code
        for each in every
    ]
