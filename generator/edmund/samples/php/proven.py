"""PHP samples that run as they are: Composer's autoloader, credential, client, call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from edmund.samples.graph_statements import GraphStatements
from edmund.samples.php.graph import PhpStatements, php_json
from edmund.samples.php.names import PhpNames
from edmund.samples.style import Credential, Printed, Wishes
from edmund.samples.tree import (
    AnyJson,
    Argument,
    Enumeration,
    Items,
    Null,
    QueryItem,
    RawBody,
    Sample,
    Scalar,
    Structure,
    Value,
)
from edmund.surface.elements import CallKind
from edmund.surface.types import Type
from edmund.targets.php.literals import string_literal

__all__ = ["print_php"]

_STATIC_CREDENTIAL = """\
$credential = new class implements Credential {
    public function getToken(array $scopes): AccessToken
    {
        return new AccessToken(getenv('ACCESS_TOKEN') ?: 'a-token', 4102444800);
    }
};"""
_REFERENCES = {
    CallKind.ADD_REFERENCE: "ReferenceCreate",
    CallKind.SET_REFERENCE: "ReferenceUpdate",
}
_LISTS = ("select", "expand", "orderby")


def print_php(sample: Sample, names: PhpNames, wishes: Wishes) -> Printed:
    """The program."""
    writer = _Statements(sample, names)
    body = _body(sample, writer)
    configured = list(_configuration(sample, writer))
    call = _call(sample, writer, has_body=bool(body), configured=bool(configured))
    runtime = f"{names.package}\\Runtime"
    writer.uses[f"{names.package}\\{names.client}"] = None
    credential = ["// In place of null: an object with getToken().", "$credential = null;"]
    if wishes.credential is Credential.STATIC:
        writer.uses[f"{runtime}\\AccessToken"] = None
        writer.uses[f"{runtime}\\Credential"] = None
        credential = _STATIC_CREDENTIAL.split("\n")
    root = "" if wishes.base_url is None else f", baseUrl: {string_literal(wishes.base_url)}"
    lines = [
        "<?php",
        "",
        "declare(strict_types=1);",
        "",
        *(f"use {each};" for each in sorted(writer.uses)),
        "",
        "require __DIR__ . '/vendor/autoload.php';",
        "",
        *credential,
        f"$client = new {names.client}($credential{root});",
        "",
        *body,
        *configured,
        *call,
    ]
    return Printed("\n".join(lines) + "\n")


def _body(sample: Sample, writer: _Statements) -> list[str]:
    """The statements that make the body in `$body`."""
    body = sample.body
    if isinstance(body, RawBody):
        writer.uses["GuzzleHttp\\Psr7\\Utils"] = None
        return [f"$body = Utils::streamFor({string_literal(body.text)});"]
    reference = _REFERENCES.get(sample.call.kind)
    if reference is not None and isinstance(body, AnyJson) and isinstance(body.value, dict):
        writer.uses[f"{writer.names.package}\\Generated\\Models\\{reference}"] = None
        url = string_literal(str(body.value.get("@odata.id", "")))
        return [f"$body = new {reference}();", f"$body->setOdataId({url});"]
    statements = GraphStatements(writer)
    if isinstance(body, Structure):
        statements.write(body, "$body")
    elif isinstance(body, Items):
        statements.lines.append(f"$body = {statements.write_items(body, '$body')};")
    return statements.lines


def _configuration(sample: Sample, writer: _Statements) -> Iterator[str]:
    """The statements that make `$configuration`, where there is a query or a header field."""
    if not (sample.query or sample.headers):
        return
    writer.uses[f"{writer.names.package}\\Runtime\\RequestConfiguration"] = None
    headers = {header.name: header.value for header in sample.headers}
    given = f"headers: {php_json(headers)}" if headers else ""
    yield f"$configuration = new RequestConfiguration({given});"
    options = [_option(item) for item in sample.query]
    if options:
        yield "$configuration->queryParameters = RequestConfiguration::createQueryParameters("
        yield from (f"    {option}," for option in options)
        yield ");"


def _option(item: QueryItem) -> str:
    plain = item.name.removeprefix("$")
    if plain in _LISTS:
        return f"{plain}: [{', '.join(map(string_literal, item.parts))}]"
    if plain in ("top", "skip"):
        return f"{plain}: {int(item.value)}"
    if plain == "count":
        return f"count: {item.value.lower()}"
    name = plain if plain.isidentifier() and plain.isascii() else None
    if name is None:
        return f"...[{string_literal(item.name)} => {string_literal(item.value)}]"
    return f"{name}: {string_literal(item.value)}"


def _call(sample: Sample, writer: _Statements, *, has_body: bool, configured: bool) -> list[str]:
    chain = "$client"
    for link in writer.names.chains.links(sample):
        chain += f"->{link.name}({', '.join(map(writer.argument, writer.names.arguments(link)))})"
    arguments = ["$body"] if has_body else []
    arguments += ["$configuration"] if configured else []
    given = ", ".join(arguments)
    call = sample.call
    if writer.names.iterates(call):
        return [f"foreach ({chain}->iterate({given}) as $item) {{", "    print_r($item);", "}"]
    made = f"{chain}->{call.method.value.lower()}({given})->wait();"
    if call.returns is None and call.kind is not CallKind.READ_REFERENCE:
        return [made]
    return [f"$result = {made}", "print_r($result);"]


class _Statements(PhpStatements):
    """Statements of the generated client's own classes, with values that are exact."""

    def make(self, variable: str, type_: str) -> list[str]:
        if self.is_parameters(type_):
            cls = self.names.body_class(self.sample.resource)
            self.uses[f"{self.names.package}\\Generated\\Builders\\{cls}"] = None
            return [f"{variable} = new {cls}();"]
        return super().make(variable, type_)

    def put_type(self, owner: str, value: Structure) -> list[str]:
        if value.type != value.declared and value.stated == f"#{value.type}":
            return []  # written by the client itself
        return super().put_type(owner, value)

    def gather(
        self, variable: str, item: Type, expressions: Sequence[str]
    ) -> tuple[list[str], str]:
        return [], f"[{', '.join(expressions)}]"

    def item(self, value: Value) -> str:
        if isinstance(value, Null):
            return "null"
        if isinstance(value, Enumeration):
            return self._enumeration(value)
        if isinstance(value, Scalar):
            return self._scalar(value)
        return php_json(value.value) if isinstance(value, AnyJson) else "null"

    def _enumeration(self, value: Enumeration) -> str:
        member = self.names.member(value.type, value.text)
        if member is None:
            return string_literal(value.text)
        return f"{self.use(value.type)}::{member}"

    def _scalar(self, value: Scalar) -> str:
        plain = value.value
        if isinstance(plain, bool):
            return str(plain).lower()
        if isinstance(plain, Decimal) and value.type == "Edm.Decimal":
            self.uses[f"{self.names.package}\\Runtime\\Decimal"] = None
            return f"Decimal::of({string_literal(str(plain))})"
        if isinstance(plain, int):
            return str(plain)
        if isinstance(plain, Decimal):
            return repr(float(plain))
        special = {"INF": "INF", "-INF": "-INF", "NaN": "NAN"}
        if value.type in ("Edm.Double", "Edm.Single") and plain in special:
            return special[str(plain)]
        return string_literal(str(plain))

    def argument(self, argument: Argument) -> str:
        """A key or parameter."""
        if isinstance(argument.value, Items):
            return f"[{', '.join(map(self.item, argument.value.values))}]"
        return self.item(argument.value)
