"""Statements and declarations, laid out as google-java-format does at line length 100."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from edmund.targets.java.literals import LINE_LENGTH, string_literal, string_pieces

__all__ = [
    "Call",
    "Chain",
    "Expression",
    "Text",
    "class_header",
    "constant",
    "flat",
    "laid_out",
    "signature",
    "statement",
]

_LONGEST_CONSTANT = 60_000
"""Bytes of one string constant; the class file has room for 65,535 (JVM Specification, 4.4.7)."""


@dataclass(frozen=True, slots=True)
class Text:
    """A string literal of whatever length."""

    value: str


@dataclass(frozen=True, slots=True)
class Call:
    """`head(arguments)`: a method, a constructor; `head` is finished source."""

    head: str
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """`receiver.call(...).call(...)`; the heads of the calls are the methods' names."""

    receiver: Expression
    calls: tuple[Call, ...]


Expression = str | Text | Call | Chain


def flat(expression: Expression) -> str:
    """All on one line."""
    match expression:
        case str():
            return expression
        case Text():
            return string_literal(expression.value)
        case Call():
            return f"{expression.head}({', '.join(map(flat, expression.arguments))})"
        case Chain():
            return ".".join((flat(expression.receiver), *map(flat, expression.calls)))


def laid_out(expression: Expression, indent: int, column: int, after: int = 0) -> str:
    """`expression` from `column` on, with `after` columns to follow it on its last line.

    `indent` is that of the line on which it starts. The first line of the result is not indented.
    """
    whole = flat(expression)
    if isinstance(expression, str) or (
        column + len(whole) + after <= LINE_LENGTH and _fits_constant(expression)
    ):
        return whole
    match expression:
        case Text():
            return _concatenated(expression.value, indent)
        case Call():
            return f"{expression.head}({_arguments(expression.arguments, indent, after)})"
        case Chain():
            receiver = expression.receiver
            if len(expression.calls) == 1 and isinstance(receiver, str):
                (only,) = expression.calls
                return laid_out(
                    Call(f"{receiver}.{only.head}", only.arguments),
                    indent,
                    column,
                    after,
                )
            pad = "\n" + " " * (indent + 4)
            last = len(expression.calls) - 1
            parts = [
                f"{pad}." + laid_out(call, indent + 4, indent + 5, after if at == last else 0)
                for at, call in enumerate(expression.calls)
            ]
            inner = indent if isinstance(receiver, str) else indent + 4
            return laid_out(receiver, inner, column) + "".join(parts)
    raise AssertionError(expression)


def _fits_constant(expression: Expression) -> bool:
    return not isinstance(expression, Text) or len(expression.value) < LINE_LENGTH


def _arguments(arguments: Sequence[Expression], indent: int, after: int) -> str:
    """All on the next line, else one a line."""
    pad = "\n" + " " * (indent + 4)
    together = ", ".join(map(flat, arguments))
    if indent + 4 + len(together) + 1 + after <= LINE_LENGTH:
        return pad + together
    last = len(arguments) - 1
    return ",".join(
        pad + laid_out(one, indent + 4, indent + 4, 1 + after if at == last else 1)
        for at, one in enumerate(arguments)
    )


def _concatenated(text: str, indent: int) -> str:
    pieces = string_pieces(text)
    if len(pieces) == 1:
        return pieces[0]
    pad = "\n" + " " * (indent + 4)
    if len(text.encode("utf-8")) <= _LONGEST_CONSTANT:
        return f"{pad}+ ".join(pieces)
    # One constant cannot hold it: it is put together when the class is loaded.
    return f'String.join({pad}"",{pad}' + f",{pad}".join(pieces) + ")"


def statement(prefix: str, expression: Expression, indent: int) -> str:
    """`prefix expression;` at `indent`; `prefix` (`return `) may be empty. The first line is not indented."""
    return f"{prefix}{laid_out(expression, indent, indent + len(prefix), 1)};"


def constant(declaration: str, name: str, value: Expression, indent: int = 2) -> str:
    """`declaration NAME = value;`; `declaration` are the modifiers and the type."""
    whole = f"{declaration} {name} = {flat(value)};"
    if indent + len(whole) <= LINE_LENGTH:
        return whole
    at, head = indent + 4, f"{declaration} {name} ="
    if indent + len(head) > LINE_LENGTH:
        pad = "\n" + " " * at
        shown = _type_head(declaration, indent)
        if at + len(name) + 3 + len(flat(value)) + 1 <= LINE_LENGTH:
            return f"{shown}{pad}{name} = {flat(value)};"
        head, at = f"{shown}{pad}{name} =", at + 4
    return f"{head}\n{' ' * at}{laid_out(value, at, at, 1)};"


def _type_head(head: str, indent: int) -> str:
    """Modifiers and a type that stand alone on their line; its arguments go to the next where it is too long."""
    if indent + len(head) <= LINE_LENGTH or "<" not in head:
        return head
    outer, _, inner = head.partition("<")
    return f"{outer}<\n{' ' * (indent + 8)}{inner}"


def signature(head: str, name: str, parameters: Sequence[str], indent: int = 2) -> str:
    """`head name(parameters) {`; `head` are the modifiers and the type that is returned."""
    together = ", ".join(parameters)
    whole = f"{head} {name}({together}) {{"
    if indent + len(whole) <= LINE_LENGTH:
        return whole
    if parameters and indent + len(head) + 1 + len(name) + 1 <= LINE_LENGTH:
        return f"{head} {name}({_parameters(parameters, indent + 4)}) {{"
    pad = "\n" + " " * (indent + 4)
    head = _type_head(head, indent)
    if not parameters or indent + 4 + len(name) + len(together) + 4 <= LINE_LENGTH:
        return f"{head}{pad}{name}({together}) {{"
    return f"{head}{pad}{name}({_parameters(parameters, indent + 8)}) {{"


def _parameters(parameters: Sequence[str], indent: int) -> str:
    pad = "\n" + " " * indent
    together = ", ".join(parameters)
    if indent + len(together) + len(") {") <= LINE_LENGTH:
        return pad + together
    *before, last = parameters
    lines = [_parameter(one, indent, len(",")) for one in before]
    return ",".join(pad + one for one in (*lines, _parameter(last, indent, len(") {"))))


def _parameter(parameter: str, indent: int, after: int) -> str:
    """A parameter on a line of its own: an annotation, its type and its name each go to the next where it is too long."""
    if indent + len(parameter) + after <= LINE_LENGTH or not parameter.startswith("@"):
        return parameter
    annotation, _, rest = parameter.partition(" ")
    broken = f"{annotation}\n{' ' * (indent + 4)}"
    if indent + 4 + len(rest) + after <= LINE_LENGTH:
        return broken + rest
    type_, _, name = rest.rpartition(" ")
    return f"{broken}{type_}\n{' ' * (indent + 8)}{name}"


def class_header(head: str, base: str, interfaces: Sequence[str] = ()) -> str:
    """`head extends base implements interfaces {`; `head` is the class's name and what is before it."""
    extends = f" extends {base}"
    implements = f" implements {', '.join(interfaces)}" if interfaces else ""
    if len(head + extends + implements) + 2 <= LINE_LENGTH:
        return f"{head}{extends}{implements} {{"
    if not interfaces:
        return f"{head}\n   {extends} {{"
    if len(head + extends) > LINE_LENGTH:
        together = f"    extends {base}{implements} {{"
        if len(together) <= LINE_LENGTH:
            return f"{head}\n{together}"
        extends = f"\n   {extends}"
    if len(implements) + 3 + 2 <= LINE_LENGTH:
        return f"{head}{extends}\n   {implements} {{"
    last = len(interfaces) - 1
    inner = 12 if last else 8
    shown = [
        _interface(one, 8 if at else 15, inner, " {" if at == last else ",")
        for at, one in enumerate(interfaces)
    ]
    return f"{head}{extends}\n    implements " + "\n        ".join(shown)


def _interface(text: str, column: int, indent: int, after: str) -> str:
    """An interface from `column` on, and `after` it; its arguments go to `indent` where it is too long."""
    if column + len(text) + len(after) <= LINE_LENGTH or "<" not in text:
        return text + after
    name, _, rest = text.partition("<")
    inner = rest.removesuffix(">")
    pad = "\n" + " " * indent
    if indent + len(inner) + 1 + len(after) <= LINE_LENGTH:
        return f"{name}<{pad}{inner}>{after}"
    return f"{name}<{pad}" + f",{pad}".join(inner.split(", ")) + f">{after}"
