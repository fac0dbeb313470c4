"""Python samples that run as they are: imports, credential, client, call."""

from __future__ import annotations

from edmund.samples.python.expressions import Expressions
from edmund.samples.python.names import PythonNames
from edmund.samples.python.programs import called, program, split_call
from edmund.samples.style import Credential, Printed, Wishes
from edmund.samples.tree import Sample
from edmund.targets.python.imports import Imports
from edmund.targets.python.literals import string_literal
from edmund.targets.python.signatures import Bracketed, laid_out

__all__ = ["print_python"]

_INDENT = " " * 8
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
    modules = ["asyncio"]
    before: list[str] = []
    given = "None"
    if wishes.credential is Credential.STATIC:
        modules.append("os")
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
    return Printed(program(modules, imports, before, comment, opened, lines))


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
    builder, call = split_call(expressions.chain(sample), Bracketed(method, arguments))
    if builder is not None:
        lines.append(f"{_INDENT}builder = {laid_out(builder, 8, 10)}")
    if iterates:
        lines += [f"{_INDENT}async for item in {called(call, 19)}:", f"{_INDENT}    print(item)"]
    elif sample.call.returns is None:
        lines.append(f"{_INDENT}await {called(call, 6)}")
    else:
        lines += [f"{_INDENT}result = await {called(call, 15)}", f"{_INDENT}print(result)"]
    return lines
