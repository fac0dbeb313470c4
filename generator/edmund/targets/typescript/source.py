"""Source laid out as prettier does with its defaults: literals of data, and the parts of interfaces."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from edmund.targets.typescript.literals import LINE_LENGTH, string_literal

__all__ = [
    "Data",
    "Text",
    "data_literal",
    "extends_clause",
    "generic_alias",
    "import_statement",
    "method",
    "optional_member",
    "shape_heading",
    "statement",
    "type_alias",
    "union_alias",
]

_SHORT_KEY = 5
"""A key shorter than this shares its line with a text that is too long for any (prettier's own bound)."""


@dataclass(frozen=True, slots=True)
class Text:
    """Source of a scalar, finished."""

    source: str


Data = Text | Sequence["Data"] | Mapping[str, "Data"]
"""Data whose keys are identifiers; strings in it are `Text`."""


def width(text: str) -> int:
    """Columns that `text` takes: wide letters take two, marks none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF")
        for c in text
    )


def data_literal(data: Data, indent: int, before: int = 0, after: int = 1) -> str:
    """A literal of data at `indent`; `before` columns of its first line are taken, `after` follow it.

    The first line is not indented.
    """
    if isinstance(data, Text):
        return data.source
    flat = _flat(data)
    if flat is not None and indent + before + width(flat) + after <= LINE_LENGTH:
        return flat
    pad = " " * (indent + 2)
    if isinstance(data, Mapping):
        members = "".join(f"{pad}{_member(key, item, indent + 2)},\n" for key, item in data.items())
        return f"{{\n{members}{' ' * indent}}}"
    if all(isinstance(item, Text) and _is_number(item.source) for item in data):
        items = _number_lines([item.source for item in data if isinstance(item, Text)], indent + 2)
    else:
        items = "".join(f"{pad}{data_literal(item, indent + 2)},\n" for item in data)
    return f"[\n{items}{' ' * indent}]"


def _member(key: str, item: Data, indent: int) -> str:
    if not isinstance(item, Text) and indent + width(key) + 3 > LINE_LENGTH:
        return f"{key}:\n{' ' * (indent + 2)}{data_literal(item, indent + 2)}"
    written = data_literal(item, indent, width(key) + 2)
    is_text = isinstance(item, Text) and not _is_number(item.source)
    too_long = indent + width(key) + 2 + width(written) + 1 > LINE_LENGTH
    if is_text and too_long and width(key) >= _SHORT_KEY:
        return f"{key}:\n{' ' * (indent + 2)}{written}"
    return f"{key}: {written}"


def _is_number(source: str) -> bool:
    return source.lstrip("-")[:1].isdigit()


def _number_lines(sources: Sequence[str], indent: int) -> str:
    """Arrays of numbers alone are filled."""
    lines = [" " * indent + sources[0] + ","]
    for source in sources[1:]:
        if len(lines[-1]) + 2 + len(source) <= LINE_LENGTH:
            lines[-1] += f" {source},"
        else:
            lines.append(f"{' ' * indent}{source},")
    return "".join(f"{line}\n" for line in lines)


def _flat(data: Data) -> str | None:
    """All on one line; None where an array inside has to have a line for each item."""
    if isinstance(data, Text):
        return data.source
    if isinstance(data, Mapping):
        members = [(key, _flat(item)) for key, item in data.items()]
        if any(source is None for _, source in members):
            return None
        inner = ", ".join(f"{key}: {source}" for key, source in members)
        return f"{{ {inner} }}" if inner else "{}"
    if _is_matrix(data):
        return None
    parts = [_flat(item) for item in data]
    return None if any(part is None for part in parts) else f"[{', '.join(map(str, parts))}]"


def _is_matrix(items: Sequence[Data]) -> bool:
    """Several arrays, or several objects, each of more than one: prettier gives each a line."""
    if len(items) < 2:
        return False
    kinds = {
        isinstance(item, Mapping) if not isinstance(item, Text) and len(item) > 1 else None
        for item in items
    }
    return kinds in ({True}, {False})


def statement(head: str, data: Data) -> str:
    """`head = data;` at the margin."""
    return f"{head} = {data_literal(data, 0, len(head) + 3)};"


# --- Types


def optional_member(name: str, type_: str, simple: bool, indent: int = 2) -> str:
    """`name?: type | null;` of an interface; `simple` says that the type is the name of another."""
    flat = f"{name}?: {type_} | null;"
    if type_ == "unknown":
        return f"{name}?: unknown;"
    if simple or indent + width(flat) <= LINE_LENGTH:
        return flat
    pad = " " * (indent + 2)
    if len(pad) + width(type_) + 8 <= LINE_LENGTH:
        return f"{name}?:\n{pad}{type_} | null;"
    return f"{name}?:\n{pad}| {type_}\n{pad}| null;"


def method(name: str, parameters: Sequence[str], returns: tuple[str, str], indent: int = 2) -> str:
    """`name(parameters): Outer<inner>;` of an interface; `returns` is the outer type and the inner one.

    The outer one is empty where the type has no arguments.
    """
    outer, inner = returns
    plain = f"{outer}<{inner}>" if outer else inner
    flat = f"{name}({', '.join(parameters)}): {plain};"
    if indent + width(flat) <= LINE_LENGTH:
        return flat
    pad = " " * indent
    if parameters:
        body = "".join(f"{pad}  {_parameter(each, indent + 2)},\n" for each in parameters)
        head = f"{name}(\n{body}{pad})"
        last = f"{pad})"
    else:
        head = last = f"{name}()"
    if len(last) + 2 + width(plain) + 1 <= LINE_LENGTH or not outer or " " not in inner:
        return f"{head}: {plain};"
    return f"{head}: {outer}<\n{_union(inner, indent + 2)}\n{pad}>;"


def _parameter(parameter: str, indent: int) -> str:
    """A parameter at `indent`; a union that is too long for its line begins on the next one."""
    name, _, type_ = parameter.partition(": ")
    if indent + width(parameter) < LINE_LENGTH or " | " not in type_:
        return parameter
    return f"{name}:\n{_union(type_, indent + 2, followed=True)}"


def _union(inner: str, indent: int, followed: bool = False) -> str:
    """A union, or one type, on lines of its own; `followed` by a comma or not."""
    pad = " " * indent
    if indent + width(inner) + followed <= LINE_LENGTH or " | " not in inner:
        return pad + inner
    return "\n".join(f"{pad}| {part}" for part in inner.split(" | "))


def extends_clause(
    head: str, bases: Sequence[tuple[str, Sequence[str]]], is_empty: bool = False
) -> str:
    """`head extends A, B<C> {`: `bases` are names with their type arguments.

    `is_empty` says that the closing brace follows at once.
    """
    if not bases:
        return f"{head} {{"
    flat = [f"{name}<{', '.join(args)}>" if args else name for name, args in bases]
    room = LINE_LENGTH - (3 if is_empty else 2)
    line = f"{head} extends {', '.join(flat)}"
    (name, args), *others = bases
    if width(line) <= room or not (others or len(args) > 1 or " | " in "".join(args)):
        return f"{line} {{"
    if not others:
        return f"{head} extends {_broken(name, args, 0)} {{"
    line = f"  extends {', '.join(flat)}"
    if width(line) <= room:
        return f"{head}\n{line} {{"
    lines = []
    for at, (text, base) in enumerate(zip(flat, bases, strict=True)):
        fits = 4 + width(text) <= (room if at == len(others) else LINE_LENGTH - 1)
        lines.append("    " + (text if fits else _broken(*base, 4)))
    listed = ",\n".join(lines)
    return f"{head}\n  extends\n{listed} {{"


def _broken(name: str, args: Sequence[str], indent: int) -> str:
    if not args or (len(args) == 1 and " | " not in args[0]):
        return f"{name}<{args[0]}>" if args else name
    last = len(args) - 1
    body = ",\n".join(_union(arg, indent + 2, at < last) for at, arg in enumerate(args))
    return f"{name}<\n{body}\n{' ' * indent}>"


def type_alias(name: str, outer: str, inner: str) -> str:
    """`export type name = outer<inner>;`"""
    head = f"export type {name} ="
    flat = f"{outer}<{inner}>;"
    if width(head) + 1 + width(flat) <= LINE_LENGTH:
        return f"{head} {flat}"
    if width(head) + 1 + width(outer) + 1 <= LINE_LENGTH:
        return f"{head} {outer}<\n  {inner}\n>;"
    if 2 + width(flat) <= LINE_LENGTH:
        return f"{head}\n  {flat}"
    return f"{head}\n  {outer}<\n    {inner}\n  >;"


def generic_alias(name: str, outer: str, arguments: Sequence[str]) -> str:
    """`export type name = outer<a, b>;`"""
    if len(arguments) == 1:
        return type_alias(name, outer, arguments[0])
    flat = f"export type {name} = {outer}<{', '.join(arguments)}>;"
    if width(flat) <= LINE_LENGTH:
        return flat
    body = "".join(f"  {argument},\n" for argument in arguments)
    return f"export type {name} = {outer}<\n{body.rstrip()[:-1]}\n>;"


def union_alias(name: str, members: Sequence[str]) -> str:
    """`export type name = A | B;`"""
    head = f"export type {name} ="
    union = " | ".join(members)
    if width(head) + 1 + width(union) + 1 <= LINE_LENGTH:
        return f"{head} {union};"
    if 2 + width(union) + 1 <= LINE_LENGTH:
        return f"{head}\n  {union};"
    return f"{head}\n" + "\n".join(f"  | {member}" for member in members) + ";"


def shape_heading(name: str, parameter: str, base: str, is_empty: bool) -> str:
    """`export interface name<T extends string = string> extends base {`."""
    bounded = f"{parameter} extends string = string"
    flat = f"export interface {name}<{bounded}> extends {base} {{"
    if width(flat) + is_empty <= LINE_LENGTH:
        return flat
    return f"export interface {name}<\n  {bounded},\n> extends {base} {{"


def import_statement(names: Sequence[str], module: str, kind: str = "import type") -> str:
    """`import type { names } from "module";`"""
    source = string_literal(module)
    flat = f"{kind} {{ {', '.join(names)} }} from {source};"
    if width(flat) <= LINE_LENGTH or len(names) == 1:
        return flat
    listed = "".join(f"  {name},\n" for name in names)
    return f"{kind} {{\n{listed}}} from {source};"
