"""Programs in Python: how statements and imports are laid out."""

from __future__ import annotations

from collections.abc import Sequence

from edmund.samples.python.expressions import Accessor, chained
from edmund.targets.python.imports import Imports
from edmund.targets.python.literals import LINE_LENGTH
from edmund.targets.python.signatures import Bracketed, laid_out

__all__ = ["called", "program", "split_call"]

# What stands before a call in its line, at most: indentation and `result = await `.
_BEFORE_CALL = 27


def program(
    modules: Sequence[str],
    imports: Imports,
    before: Sequence[str],
    comment: Sequence[str],
    opened: Sequence[str],
    lines: Sequence[str],
) -> str:
    """The whole text: `modules` are imported whole, `before` are declarations, `lines` what is done with the client."""
    parts = [
        *(f"import {name}" for name in modules),
        *_parted(imports.statements(0)),
        "",
        *before,
        "",
        "async def main() -> None:",
        *comment,
        _with_statement(opened),
        *lines,
        "",
        "",
        "asyncio.run(main())",
    ]
    return "\n".join(parts) + "\n"


def split_call(chain: Sequence[Accessor], call: Bracketed) -> tuple[Bracketed | None, Bracketed]:
    """The call, and before it what is too long to stand in one line with it."""
    whole = chained("client", chain, call)
    cut = max((at for at, each in enumerate(chain) if each.arguments), default=-1)
    if cut < 0 or len(whole.flat()) + _BEFORE_CALL <= LINE_LENGTH:
        return None, whole
    last = Bracketed(chain[cut].name, chain[cut].arguments or ())
    return chained("client", chain[:cut], last), chained("builder", chain[cut + 1 :], call)


def called(call: Bracketed, before: int) -> str:
    """A call as it stands behind `before` characters of a statement."""
    return laid_out(call, 8, before) if call.items else call.flat()


def _with_statement(opened: Sequence[str]) -> str:
    flat = f"    async with {', '.join(opened)}:"
    if len(flat) <= LINE_LENGTH:
        return flat
    return "\n".join(["    async with (", *(f"        {each}," for each in opened), "    ):"])


def _parted(statements: list[str]) -> list[str]:
    """The standard library's imports first, then the others."""
    standard = [s for s in statements if s.split()[1] in _STANDARD]
    others = [s for s in statements if s not in standard]
    return [*standard, "", *others] if others else standard


_STANDARD = frozenset({"base64", "datetime", "decimal", "typing", "uuid"})
