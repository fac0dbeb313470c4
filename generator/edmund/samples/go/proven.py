"""Go samples that run as they are: package, imports, credential, client, call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from edmund.samples.go.graph import GoStatements, go_json
from edmund.samples.go.names import GoNames
from edmund.samples.graph_statements import GraphStatements
from edmund.samples.style import Credential, Printed, Wishes
from edmund.samples.tree import (
    AnyJson,
    Argument,
    Enumeration,
    Items,
    Null,
    RawBody,
    Sample,
    Scalar,
    Structure,
    Value,
)
from edmund.surface.elements import CallKind, SegmentKind
from edmund.surface.type_parts import name_of
from edmund.surface.types import Type
from edmund.targets.go.literals import string_literal
from edmund.targets.go.names import exported, parameter_name

__all__ = ["MUST", "print_go"]

_TYPES: Final = {
    "Edm.Byte": "byte",
    "Edm.SByte": "int8",
    "Edm.Int16": "int16",
    "Edm.Int32": "int32",
    "Edm.Int64": "int64",
    "Edm.Double": "float64",
    "Edm.Single": "float32",
    "Edm.Decimal": "odata.Decimal",
    "Edm.Boolean": "bool",
    "Edm.DateTimeOffset": "time.Time",
    "Edm.Date": "odata.DateOnly",
    "Edm.TimeOfDay": "odata.TimeOnly",
    "Edm.Duration": "odata.ISODuration",
    "Edm.Guid": "odata.UUID",
    "Edm.Binary": "[]byte",
}
_PARSERS: Final = {
    "Edm.Decimal": "odata.ParseDecimal",
    "Edm.DateTimeOffset": "odata.ParseTime",
    "Edm.Date": "odata.ParseDateOnly",
    "Edm.TimeOfDay": "odata.ParseTimeOnly",
    "Edm.Duration": "odata.ParseISODuration",
    "Edm.Guid": "odata.ParseUUID",
    "Edm.Binary": "base64.URLEncoding.DecodeString",
}
_REFERENCES: Final = {
    CallKind.ADD_REFERENCE: "ReferenceCreate",
    CallKind.SET_REFERENCE: "ReferenceUpdate",
}
_KEYS: Final = (SegmentKind.KEY, SegmentKind.KEY_PREDICATE)
_STATIC_CREDENTIAL: Final = """\
// staticCredential gives a token that was obtained elsewhere.
type staticCredential struct{}

func (staticCredential) GetToken(context.Context, []string) (odata.AccessToken, error) {
	return odata.AccessToken{Token: os.Getenv("ACCESS_TOKEN"), ExpiresOn: time.Now().Add(time.Hour)}, nil
}
"""
MUST: Final = """\
// must gives the value, or ends the program where there is none.
func must[T any](value T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return value
}
"""


def print_go(sample: Sample, names: GoNames, wishes: Wishes) -> Printed:
    """The program."""
    writer = _Statements(sample, names)
    body = list(_body(sample, writer))
    configuration = _configuration(sample, names, writer)
    call = [*_headers(sample), *_call(sample, writer, configuration)]
    writer.use("context")
    writer.use("log")
    writer.use(f"{names.package}/runtime/odata")
    static = wishes.credential is Credential.STATIC
    for package in ("os", "time") if static else ():
        writer.use(package)
    given = "staticCredential{}" if static else "nil"
    made = string_literal(wishes.base_url or names.base_url or "https://service.example/root")
    opened = f"odata.NewRequestAdapter({made}, {given}, nil, odata.Options{{}})"
    lines = [
        "package main",
        "",
        "import (",
        *writer.imports(),
        ")",
        "",
        *([*_STATIC_CREDENTIAL.split("\n")] if static else []),
        *MUST.split("\n"),
        "func main() {",
        "\tctx := context.Background()",
        *(
            []
            if static
            else ["\t// In place of nil: any odata.Credential, such as one around azidentity."]
        ),
        f"\tadapter := must({opened})",
        f"\tclient := {names.root_package}.New{names.client}(adapter)",
        "",
        *(f"\t{line}" for line in (*body, *call)),
        "}",
    ]
    return Printed("\n".join(lines) + "\n")


def _body(sample: Sample, writer: _Statements) -> Iterator[str]:
    """The statements that make the body in `body`."""
    body = sample.body
    if isinstance(body, RawBody):
        yield f"body := []byte({string_literal(body.text)})"
        return
    reference = _REFERENCES.get(sample.call.kind)
    if reference is not None and isinstance(body, AnyJson) and isinstance(body.value, dict):
        writer.use_models()
        url = string_literal(str(body.value.get("@odata.id", "")))
        yield f"body := models.New{reference}()"
        yield f"body.SetOdataId(odata.Pointer({url}))"
        return
    statements = GraphStatements(writer)
    if isinstance(body, Structure):
        statements.write(body, "body")
    elif isinstance(body, Items):
        statements.lines.append(f"body := {statements.write_items(body, 'body')}")
    yield from statements.lines


def _configuration(sample: Sample, names: GoNames, writer: _Statements) -> str:
    """The expression for the configuration of the call; nil without one."""
    if not (sample.query or sample.headers):
        return "nil"
    found = names.options(sample.resource, sample.call)
    parameters: list[str] = []
    own: list[str] = []
    for item in sample.query:
        plain = item.name.removeprefix("$")
        if item.option is None:
            own.append(
                f"odata.WithQuery({string_literal(item.name)}, {string_literal(item.value)})"
            )
        elif plain in ("select", "expand", "orderby"):
            parts = ", ".join(map(string_literal, item.parts))
            parameters.append(f"{exported(plain)}: []string{{{parts}}}")
        else:
            literal = {
                "top": f"int32({item.value})",
                "skip": f"int32({item.value})",
                "count": item.value.lower(),
            }.get(plain, string_literal(item.value))
            parameters.append(f"{exported(plain)}: odata.Pointer({literal})")

    def placed(name: str) -> str:
        if name.startswith("odata."):
            return name
        writer.use(f"{names.package}/builders")
        return f"builders.{name}"

    fields: list[str] = []
    if sample.headers:
        fields.append("Headers: headers")
    if own:
        fields.append(f"Options: []odata.RequestOption{{{', '.join(own)}}}")
    if parameters and found.parameters is not None:
        made = f"&{placed(found.parameters)}{{{', '.join(parameters)}}}"
        fields.append(f"QueryParameters: {made}")
    return f"&{placed(found.configuration)}{{{', '.join(fields)}}}"


def _headers(sample: Sample) -> Iterator[str]:
    """The statements that make the header fields in `headers`."""
    if sample.headers:
        yield "headers := odata.NewRequestHeaders()"
    for header in sample.headers:
        yield f"headers.Add({string_literal(header.name)}, {string_literal(header.value)})"


def _call(sample: Sample, writer: _Statements, configuration: str) -> Iterator[str]:
    chain = "client"
    for link in writer.names.chains.links(sample):
        parts = list(link.arguments or ())
        keys = link.step.edge.kind in _KEYS
        if not keys:
            parts.sort(key=lambda each: each.name.lower())
        given = ", ".join(writer.argument(each, pointer=not keys) for each in parts)
        chain += f".{link.name}({given})"
    arguments = ["ctx"]
    if sample.body is not None:
        arguments.append("body")
    arguments.append(configuration)
    call = f"{chain}.{writer.names.method(sample.call)}({', '.join(arguments)})"
    if sample.call.returns is None and sample.call.kind is not CallKind.READ_REFERENCE:
        yield f"if err := {call}; err != nil {{"
        yield "\tlog.Fatal(err)"
        yield "}"
        return
    yield f"result := must({call})"
    yield 'log.Printf("%+v", result)'


class _Statements(GoStatements):
    """Statements of the generated client's own packages, with values that are exact."""

    def __init__(self, sample: Sample, names: GoNames) -> None:
        super().__init__(sample, names)
        self._imports: dict[str, None] = {}

    def use(self, package: str) -> None:
        self._imports[package] = None

    def use_models(self) -> str:
        self.use(f"{self.names.package}/models")
        return "models"

    def imports(self) -> Iterator[str]:
        """The lines between the brackets: the standard library first."""
        standard = sorted(each for each in self._imports if "." not in each.partition("/")[0])
        others = sorted(each for each in self._imports if each not in standard)
        yield from (f"\t{string_literal(each)}" for each in standard)
        yield ""
        yield f"\t{self.names.root_package} {string_literal(self.names.package)}"
        yield from (f"\t{string_literal(each)}" for each in others)

    def variable(self, path: Sequence[str]) -> str:
        return parameter_name(path[-1])

    def make(self, variable: str, type_: str) -> list[str]:
        if self.is_parameters(type_):
            self.use(f"{self.names.package}/builders")
            return [f"{variable} := builders.New{self.names.body_struct(self.sample.resource)}()"]
        return [f"{variable} := {self.use_models()}.New{self.names.struct(type_)}()"]

    def put_type(self, owner: str, value: Structure) -> list[str]:
        if value.type != value.declared and value.stated == f"#{value.type}":
            return []  # written by the client itself
        return [f"{owner}.SetOdataType(odata.Pointer({string_literal(value.stated or '')}))"]

    def put_value(
        self, owner: str, type_: str, wire: str, variable: str, value: Value
    ) -> list[str]:
        setter = f"{owner}.Set{self.property(type_, wire)}"
        if isinstance(value, Null):
            return [f"{setter}(nil)"]
        item = self.item(value)
        by_value = isinstance(value, AnyJson) or (
            isinstance(value, Scalar)
            and value.type in ("Edm.Guid", "Edm.Binary", "Edm.Untyped", "Edm.Stream")
        )
        return [f"{setter}({item})" if by_value else f"{setter}(odata.Pointer({item}))"]

    def put_additional(self, owner: str, others: dict[str, object]) -> list[str]:
        return [f"{owner}.SetAdditionalData({go_json(others)})"]

    def gather(
        self, variable: str, item: Type, expressions: Sequence[str]
    ) -> tuple[list[str], str]:
        return [], f"[]{self._item_type(item)}{{{', '.join(expressions)}}}"

    def _item_type(self, item: Type) -> str:
        name = name_of(item)
        if name.startswith("Edm."):
            return _TYPES.get(name, "string")
        enum = name in self.names.layout.constants
        return f"{self.use_models()}.{self.names.struct(name)}{'' if enum else 'able'}"

    def item(self, value: Value) -> str:
        if isinstance(value, Enumeration):
            return self._enumeration(value)
        if isinstance(value, Scalar):
            return self._typed(value)
        return go_json(value.value) if isinstance(value, AnyJson) else '""'

    def _enumeration(self, value: Enumeration) -> str:
        models, struct = self.use_models(), self.names.struct(value.type)
        constant = self.names.constant(value.type, value.text)
        if constant is not None:
            return f"{models}.{constant}"
        return f"{models}.{struct}({string_literal(value.text)})"

    def _typed(self, value: Scalar) -> str:
        plain = value.value
        if isinstance(plain, bool):
            return str(plain).lower()
        kind = _TYPES.get(value.type)
        if value.type in _PARSERS:
            if value.type == "Edm.Binary":
                self.use("encoding/base64")
            return f"must({_PARSERS[value.type]}({string_literal(str(plain))}))"
        if isinstance(plain, int | Decimal):
            return f"{kind or 'float64'}({plain})"
        special = {"INF": "math.Inf(1)", "-INF": "math.Inf(-1)", "NaN": "math.NaN()"}
        if kind in ("float64", "float32") and plain in special:
            self.use("math")
            return f"{kind}({special[str(plain)]})"
        return string_literal(str(plain))

    def argument(self, argument: Argument, *, pointer: bool) -> str:
        """A key, or a parameter of a function."""
        value = argument.value
        if isinstance(value, Null):
            return "nil"
        if isinstance(value, Items):
            items = ", ".join(map(self.item, value.values))
            return f"[]{self._item_type(value.item)}{{{items}}}"
        if isinstance(value, Enumeration):
            made = string_literal(value.text)
        else:
            made = self.item(value)
        by_value = isinstance(value, Scalar) and value.type in ("Edm.Guid", "Edm.Binary")
        return f"odata.Pointer({made})" if pointer and not by_value else made
