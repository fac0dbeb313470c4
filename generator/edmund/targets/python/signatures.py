"""Method signatures and imports, laid out as black (line length 100) does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from edmund.targets.python.literals import LINE_LENGTH

__all__ = ["Bracketed", "constant", "from_import", "laid_out", "signature"]


def signature(name: str, parameters: Sequence[str], returns: str, indent: int = 4) -> str:
    """`def name(parameters) -> returns:`; the first line is not indented, the others are.

    `returns` is a name or a subscript `Outer[inner]`, which is broken at its bracket when it is too long.
    """
    flat = f"def {name}({', '.join(parameters)}) -> {returns}:"
    if indent + len(flat) <= LINE_LENGTH:
        return flat
    pad = " " * indent
    inner = f"{pad}    {', '.join(parameters)}"
    if len(parameters) == 1:
        body = f"{inner},\n"
    elif len(inner) <= LINE_LENGTH:
        body = f"{inner}\n"
    else:
        body = "".join(f"{pad}    {parameter},\n" for parameter in parameters)
    tail = f"{pad}) -> {returns}:"
    if len(tail) > LINE_LENGTH and "[" in returns:
        outer, _, rest = returns.partition("[")
        tail = f"{pad}) -> {outer}[\n{pad}    {rest.removesuffix(']')}\n{pad}]:"
    return f"def {name}(\n{body}{tail}"


def from_import(module: str, names: Sequence[str], indent: int = 0) -> str:
    """`from module import names`; the first line is not indented, the others are."""
    flat = f"from {module} import {', '.join(names)}"
    if indent + len(flat) <= LINE_LENGTH:
        return flat
    pad = " " * indent
    inner = f"{pad}    {', '.join(names)},"
    if len(inner) <= LINE_LENGTH and len(names) == 1:
        return f"from {module} import (\n{inner}\n{pad})"
    body = "".join(f"{pad}    {name},\n" for name in names)
    return f"from {module} import (\n{body}{pad})"


def constant(name: str, value: str, indent: int = 4) -> str:
    """`name = value`; the value goes into parentheses where that makes it fit."""
    flat = f"{name} = {value}"
    if indent + len(flat) <= LINE_LENGTH or indent + 4 + len(value) > LINE_LENGTH:
        return flat
    pad = " " * indent
    return f"{name} = (\n{pad}    {value}\n{pad})"


@dataclass(frozen=True, slots=True)
class Bracketed:
    """`head(items)`: a call, or a tuple when `head` is empty or `name=`; `head[items]` with such `brackets`."""

    head: str
    items: tuple[str | Bracketed, ...]
    brackets: str = "()"

    def flat(self) -> str:
        inner = ", ".join(item if isinstance(item, str) else item.flat() for item in self.items)
        is_tuple = self.brackets == "()" and (not self.head or self.head.endswith("="))
        only = "," if is_tuple and len(self.items) == 1 else ""
        return f"{self.head}{self.brackets[0]}{inner}{only}{self.brackets[1]}"


def laid_out(source: str | Bracketed, indent: int, after: int = 0) -> str:
    """`source` at `indent`, with `after` columns to follow it; the first line is not indented."""
    flat = source if isinstance(source, str) else source.flat()
    if isinstance(source, str) or indent + len(flat) + after <= LINE_LENGTH:
        return flat
    pad = " " * (indent + 4)
    inner = flat[len(source.head) + 1 : -1]
    is_display = source.brackets == "{}" or source.head.endswith(("=", "= "))
    if indent + 4 + len(inner) <= LINE_LENGTH and not is_display:
        body = f"{pad}{inner}\n"
    else:
        body = "".join(f"{pad}{laid_out(item, indent + 4, 1)},\n" for item in source.items)
    return f"{source.head}{source.brackets[0]}\n{body}{' ' * indent}{source.brackets[1]}"
