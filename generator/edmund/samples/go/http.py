"""Go samples of services that are described path by path: package, imports, credentials, client, call."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from edmund.naming.distinct import distinct
from edmund.plan.contents import ContentForm
from edmund.plan.http_calls import PlannedCall
from edmund.plan.http_paths import http_paths
from edmund.plan.http_security import schemes_of
from edmund.samples.go.proven import MUST
from edmund.samples.go.values import Values
from edmund.samples.http.builders import CalledBuilders
from edmund.samples.http.proof import USER
from edmund.samples.http.tree import HttpSample
from edmund.samples.style import Credential, Printed, Wishes
from edmund.samples.tree import File
from edmund.surface.elements import Surface
from edmund.surface.exchange import CredentialKind
from edmund.targets.contract import TargetOptions
from edmund.targets.go.builder_names import builder_names
from edmund.targets.go.http_builders import of_http
from edmund.targets.go.http_calls import SCHEMES_FILE, HttpCalls
from edmund.targets.go.http_tables import sent_type
from edmund.targets.go.layout import lay_out
from edmund.targets.go.literals import string_literal
from edmund.targets.go.names import exported
from edmund.targets.go.package import client_name, root_package
from edmund.targets.go.spelling import STYLES

__all__ = ["GoHttpNames", "print_go_http"]

_LIBRARY: Final = {
    "base64": "encoding/base64",
    "context": "context",
    "log": "log",
    "math": "math",
    "os": "os",
    "strings": "strings",
    "time": "time",
}
_OWN: Final = {"builders": "builders", "models": "models", "odata": "runtime/odata"}
_TAKEN: Final = (*_LIBRARY, *_OWN, "client", "ctx", "err", "headers", "item", "must")
_LITERAL: Final = re.compile(r'"(?:\\.|[^"\\])*"')


class GoHttpNames:
    """What one Go client calls things: the target's own names, asked for once for all samples."""

    def __init__(self, surface: Surface, options: TargetOptions) -> None:
        self.package = options.package
        self.base_url = options.base_url
        self.client = client_name(surface, options)
        self.root_package = root_package(options.package)
        spelling = of_http(STYLES.of(surface, options))
        self.calls = HttpCalls(surface, lay_out(surface, spelling=spelling))
        self.kinds = {each.name: each for each in schemes_of(surface)}
        self._paths = http_paths(surface)
        self._names = builder_names(self._paths.surface, self.calls.values.layout, (SCHEMES_FILE,))
        self.builders = CalledBuilders(self._paths, self.calls.spelling.accessors.of)

    def method(self, sample: HttpSample) -> tuple[str, str]:
        """The method of a builder that makes the call, and what the names of its structs start with."""
        resource = self.builders.resource(sample)
        planned = self._paths.calls[resource]
        names = distinct(
            [call.method for call in planned], lambda method: exported(method.capitalize())
        ).names
        method = names[sample.planned.method]
        return method, f"{self._names.builder(resource)}{method}"

    def fields(self, call: PlannedCall) -> dict[str, str]:
        """The fields of the parameters of a call, by their labels."""
        labels = [parameter.label for parameter in call.parameters]
        return dict(zip(labels, self.calls.field_names(call), strict=True))


def print_go_http(sample: HttpSample, names: GoHttpNames, wishes: Wishes) -> Printed:
    """The program."""
    values = Values(names.calls.values, *_TAKEN, names.root_package)
    call = list(_call(sample, names, values))
    credentials = list(_credentials(sample, names, wishes))
    root = string_literal(wishes.base_url or names.base_url or "https://service.example")
    opened = f"{names.root_package}.New{names.client}WithCredentialsAndURL"
    given = "".join(f", {each}" for each in credentials)
    text = "\n".join(
        [
            *MUST.split("\n"),
            "func main() {",
            "\tctx := context.Background()",
            *(["\t// In place of the dots: what proves who calls."] if '"..."' in given else []),
            f"\tclient := must({opened}({root}{given}))",
            *(f"\t{line}" for line in (*values.lines, *call)),
            "}",
        ]
    )
    imports = [
        *(f'\t"{place}"' for place in _used(_LIBRARY, text)),
        "",
        f'\t{names.root_package} "{names.package}"',
        *(f'\t"{names.package}/{place}"' for place in _used(_OWN, text)),
    ]
    return Printed("\n".join(["package main", "", "import (", *imports, ")", "", text]) + "\n")


def _used(packages: Mapping[str, str], text: str) -> list[str]:
    """The paths of the packages that code names; what literals say does not count."""
    code = _LITERAL.sub('""', text)
    return [place for name, place in packages.items() if re.search(rf"\b{name}\.", code)]


def _credentials(sample: HttpSample, names: GoHttpNames, wishes: Wishes) -> Iterator[str]:
    """What proves who calls, an expression for each scheme."""
    is_static = wishes.credential is Credential.STATIC
    secret = 'os.Getenv("ACCESS_TOKEN")' if is_static else '"..."'
    for needed in sample.schemes:
        scheme = names.kinds[needed.name]
        match scheme.kind:
            case CredentialKind.BASIC:
                made = f"odata.Basic({string_literal(USER)}, {secret})"
            case CredentialKind.API_KEY:
                made = f"odata.APIKey({secret})"
            case CredentialKind.HTTP:
                made = f"odata.Authorization({string_literal(f'{scheme.parameter} ')} + {secret})"
            case _:
                made = f"odata.BearerToken({secret})"
        yield f"odata.ForScheme({string_literal(needed.name)}, {made})"


def _call(sample: HttpSample, names: GoHttpNames, values: Values) -> Iterator[str]:
    chain = "client"
    for link in names.builders.links(sample):
        given = [
            values.value(argument.value, argument.type, argument.name)
            for argument in link.arguments or ()
        ]
        chain += f".{link.name}({', '.join(given)})"
    method, stem = names.method(sample)
    content = sample.planned.success.content
    is_stream = content is not None and content.form.is_stream
    if sample.iterates:
        method = "Iterate" if method == "Get" else f"Iterate{method}"
    body, options = _body(sample, values)
    arguments = ["ctx", *body, _configuration(sample, names, values, stem, options)]
    call = f"{chain}.{method}({', '.join(arguments)})"
    if sample.iterates or is_stream:
        paging = sample.planned.paging
        type_ = paging.item if sample.iterates and paging is not None else None
        if type_ is None and content is not None:
            type_ = content.type
        assert type_ is not None
        item = names.calls.values.of(type_).optional
        yield f"{call}(func(item {item}, err error) bool {{"
        yield '\tlog.Printf("%+v", must(item, err))'
        yield "\treturn true"
        yield "})"
    elif content is None:
        yield f"if err := {call}; err != nil {{"
        yield "\tlog.Fatal(err)"
        yield "}"
    else:
        yield f'log.Printf("%+v", must({call}))'


def _body(sample: HttpSample, values: Values) -> tuple[list[str], list[str]]:
    """The argument of the body, and the option that says its media type."""
    if not sample.planned.bodies:
        return [], []
    body = sample.body
    if body is None:
        return ["nil"], []
    if body.planned.form in (ContentForm.BYTES, ContentForm.EVENTS) and isinstance(
        body.value, File
    ):
        made = values.reader(body.value.text)
    else:
        made = values.optional(body.value, sent_type(body.planned), "body")
    if body.media_type is None:
        return [made], []
    return ["nil"], [f"odata.WithContent({string_literal(body.media_type)}, {made})"]


def _configuration(
    sample: HttpSample, names: GoHttpNames, values: Values, stem: str, options: list[str]
) -> str:
    """Parameters, header fields and options; nil where there are none."""
    fields = names.fields(sample.planned)
    parts = []
    if sample.headers:
        values.lines.append("headers := odata.NewRequestHeaders()")
        for header in sample.headers:
            own = f"{string_literal(header.name)}, {string_literal(header.value)}"
            values.lines.append(f"headers.Add({own})")
        parts.append("Headers: headers")
    given = [
        f"{fields[each.parameter.label]}: "
        + values.optional(each.value, each.parameter.type, each.parameter.label)
        for each in sample.parameters
    ]
    options = [
        *options,
        *(
            f"odata.WithQuery({string_literal(name)}, {string_literal(value)})"
            for name, value in sample.query
        ),
    ]
    if options:
        parts.append(f"Options: []odata.RequestOption{{{', '.join(options)}}}")
    if given:
        parts.append(f"QueryParameters: &builders.{stem}QueryParameters{{{', '.join(given)}}}")
    if not parts:
        return "nil"
    struct = f"builders.{stem}RequestConfiguration" if fields else "odata.RequestConfiguration"
    return f"&{struct}{{{', '.join(parts)}}}"
