"""Python samples that run as they are: imports, credential, client, call."""

from __future__ import annotations

from edmund.samples.python.expressions import Accessor, Expressions, chained
from edmund.samples.python.names import PythonNames
from edmund.samples.style import Credential, Printed, Wishes
from edmund.samples.tree import Sample
from edmund.targets.python.imports import Imports
from edmund.targets.python.literals import LINE_LENGTH, string_literal
from edmund.targets.python.signatures import Bracketed, laid_out

__all__ = ["print_python"]

_INDENT = " " * 8
# What stands before a call in its line, at most: indentation and `result = await `.
_BEFORE_CALL = 27

# What a program binds itself.
_OWN_NAMES = (
    "StaticCredential",
    "Token",
    "body",
    "client",
    "credential",
    "item",
    "main",
    "result",
    "str",
    "int",
)
_STATIC_CREDENTIAL = '''\

class Token(NamedTuple):
    token: str
    expires_on: int


class StaticCredential:
    """A token that was obtained elsewhere."""

    def get_token(self, *scopes: str) -> Token:
        return Token(os.environ.get("ACCESS_TOKEN", "a-token"), 4102444800)

'''


def print_python(sample: Sample, names: PythonNames, wishes: Wishes) -> Printed:
    """The program."""
    imports = Imports(_OWN_NAMES)
    expressions = Expressions(names, imports.use)
    client = imports.use(names.package, names.client)
    lines = _statements(sample, names, expressions)
    head = ["import asyncio"]
    before: list[str] = []
    given = "None"
    if wishes.credential is Credential.STATIC:
        head.append("import os")
        imports.claim("typing", "NamedTuple")
        before = _STATIC_CREDENTIAL.splitlines()
        given = "StaticCredential()"
    made = [given]
    if wishes.credential is Credential.AZURE:
        azure = imports.use("azure.identity.aio", "DefaultAzureCredential")
        made = ["credential"]
    if wishes.base_url is not None:
        made.append(f"base_url={string_literal(wishes.base_url)}")
    opened = [f"{Bracketed(client, tuple(made)).flat()} as client"]
    if wishes.credential is Credential.AZURE:
        opened.insert(0, f"{azure}() as credential")
    comment = (
        ["    # In place of None: anything with azure-identity's get_token."]
        if wishes.credential is Credential.PLACEHOLDER
        else []
    )
    parts = [
        *head,
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
    return Printed("\n".join(parts) + "\n")


def _statements(sample: Sample, names: PythonNames, expressions: Expressions) -> list[str]:
    """What is done with the client, indented."""
    body = expressions.body(sample)
    arguments = tuple(expressions.options(sample))
    lines: list[str] = []
    if body is not None:
        lines.append(f"{_INDENT}body = {laid_out(body, 8, 7)}")
        arguments = ("body", *arguments)
    iterates = names.iterates(sample.call)
    method = "iterate" if iterates else names.method(sample.call)
    builder, call = _parts(expressions.chain(sample), Bracketed(method, arguments))
    if builder is not None:
        lines.append(f"{_INDENT}builder = {laid_out(builder, 8, 10)}")
    if iterates:
        lines += [f"{_INDENT}async for item in {_called(call, 19)}:", f"{_INDENT}    print(item)"]
    elif sample.call.returns is None:
        lines.append(f"{_INDENT}await {_called(call, 6)}")
    else:
        lines += [f"{_INDENT}result = await {_called(call, 15)}", f"{_INDENT}print(result)"]
    return lines


def _parts(chain: tuple[Accessor, ...], call: Bracketed) -> tuple[Bracketed | None, Bracketed]:
    """The call, and before it what is too long to stand in one line with it."""
    whole = chained("client", chain, call)
    cut = max((at for at, each in enumerate(chain) if each.arguments), default=-1)
    if cut < 0 or len(whole.flat()) + _BEFORE_CALL <= LINE_LENGTH:
        return None, whole
    last = Bracketed(chain[cut].name, chain[cut].arguments or ())
    return chained("client", chain[:cut], last), chained("builder", chain[cut + 1 :], call)


def _called(call: Bracketed, before: int) -> str:
    return laid_out(call, 8, before) if call.items else call.flat()


def _with_statement(opened: list[str]) -> str:
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
