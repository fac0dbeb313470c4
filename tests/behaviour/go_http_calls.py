"""The calls of tests/vectors/http as Go: source as a user of the client would write it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from behaviour.go_http_spelling import SpokenCalls

from edmund.plan.http_calls import PlannedCall
from edmund.surface.elements import Surface
from edmund.surface.types import Named, Type
from edmund.targets.go.http_tables import sent_type
from edmund.targets.go.literals import string_literal
from edmund.targets.go.values import Values

__all__ = ["CaseWriter"]


class CaseWriter:
    """Writes cases for one client; `calls` say what its accessors and types are called."""

    def __init__(self, surface: Surface, calls: SpokenCalls, values: Values) -> None:
        self.surface = surface
        self.calls = calls
        self.values = values

    def source(self, case: Mapping[str, Any]) -> str:
        """The statements that register a case."""
        name = string_literal(case["name"])
        credentials = ", ".join(self._credentials(case))
        body = "\n".join(f"\t\t{line}" for line in self._statements(case))
        return (
            f"\tcredentials[{name}] = []odata.SchemeCredential{{{credentials}}}\n"
            f"\tcases[{name}] = func(client *subject.ShopClient) (any, error) {{\n{body}\n\t}}\n"
        )

    def _credentials(self, case: Mapping[str, Any]) -> Iterator[str]:
        given = case.get("given", {}).get("credentials", {"token": "t0ken"})
        for scheme, secret in given.items():
            if isinstance(secret, list):
                made = f"odata.Basic({', '.join(map(string_literal, secret))})"
            elif scheme == "token":
                made = f"odata.BearerToken({string_literal(secret)})"
            else:
                made = f"odata.APIKey({string_literal(secret)})"
            yield f"odata.ForScheme({string_literal(scheme)}, {made})"

    def _statements(self, case: Mapping[str, Any]) -> Iterator[str]:
        method, path = case["operation"].split(" ", 1)
        given = case.get("given", {})
        spoken = self.calls.of(method, path)
        planned, go_method = spoken.call, spoken.method
        keys = {
            parameter.label: self._read(given.get("path", {})[parameter.label], parameter.type)
            for parameter in planned.path_parameters
        }
        arguments = ["ctx", *(keys[name] for name in spoken.keys)]
        configuration = [*self._headers(given)]
        if planned.bodies:
            yield from self._body(given, planned, configuration)
            arguments.append("body")
        stem = spoken.stem
        parameters = "".join(self._parameters(given, planned))
        if planned.parameters:
            fields = f"QueryParameters: &builders.{stem}QueryParameters{{{parameters}}}"
            configuration.append(fields)
            type_ = f"builders.{stem}RequestConfiguration"
        else:
            type_ = "odata.RequestConfiguration"
        arguments.append(f"&{type_}{{{', '.join(configuration)}}}")
        passed = ", ".join(arguments)
        steps = (
            f"{step.name}({', '.join(keys[key] for key in step.keys)})" for step in spoken.chain
        )
        chain = ".".join(("client", *steps))
        gives = case.get("gives", {})
        if given.get("all pages"):
            yield f"return collected({chain}.{spoken.iterate}({passed}))"
        elif "accept" in given:
            yield f"return collected({chain}.{go_method}Items({passed}))"
        elif "items" in gives:
            yield f"return collected({chain}.{go_method}({passed}))"
        elif "status" in gives:
            yield f"request, err := {chain}.To{go_method}RequestInformation({passed})"
            yield "if err != nil {\n\t\t\treturn nil, err\n\t\t}"
            yield "return client.Send(ctx, request)"
        elif planned.success.content is None:
            yield f"return nil, {chain}.{go_method}({passed})"
        else:
            yield f"return {chain}.{go_method}({passed})"

    def _headers(self, given: Mapping[str, Any]) -> Iterator[str]:
        others = given.get("other headers")
        if others:
            pairs = ", ".join(string_literal(part) for pair in others.items() for part in pair)
            yield f"Headers: headers({pairs})"

    def _parameters(self, given: Mapping[str, Any], planned: PlannedCall) -> Iterator[str]:
        names = self.calls.methods.field_names(planned)
        for name, parameter in zip(names, planned.parameters, strict=True):
            place = given.get(parameter.location.value, {})
            if parameter.name in place:
                yield f"{name}: {self._optional(place[parameter.name], parameter.type)}, "

    def _body(
        self, given: Mapping[str, Any], planned: PlannedCall, configuration: list[str]
    ) -> Iterator[str]:
        body = planned.bodies[0]
        value = given.get("body")
        if value is None:
            yield f"var body {self.calls.methods.body(body)}"
            return
        media_type = given.get("media type")
        if isinstance(value, dict) and "base64" in value:
            yield f"body := bytes.NewReader(decoded({string_literal(value['base64'])}))"
        else:
            type_ = sent_type(body)
            with_files = isinstance(value, dict) and any(map(_has_files, value.values()))
            if with_files and isinstance(type_, Named):
                yield from self._form(type_.name, value)
            else:
                yield f"body := {self._optional(value, type_)}"
        if media_type is not None:
            content = f"odata.WithContent({string_literal(media_type)}, body)"
            configuration.append(f"Options: []odata.RequestOption{{{content}}}")

    def _form(self, name: str, value: Mapping[str, Any]) -> Iterator[str]:
        """A form is made member by member, in the order of these."""
        form = self.surface.types.structured(name)
        assert form is not None
        members = {member.name: member.type for member in form.properties}
        yield f"body := models.New{self.values.layout.names[name]}()"
        for member, content in value.items():
            setter = f"body.Set{self.values.layout.properties[name][member]}"
            if _has_files(content):
                yield f"{setter}([]*odata.File{{{', '.join(map(_file, content))}}})"
            else:
                yield f"{setter}({self._optional(content, members[member])})"

    def _optional(self, value: Any, type_: Type) -> str:
        go = self.values.of(type_)
        read = self._read(value, type_)
        return read if go.has_nil else f"odata.Pointer({read})"

    def _read(self, value: Any, type_: Type) -> str:
        text = json.dumps(value, ensure_ascii=False)
        return f"read({self.values.of(type_).codec}, {string_literal(text)})"


def _has_files(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(v, dict) and "base64" in v for v in value)


def _file(content: Mapping[str, str]) -> str:
    parts = (content.get("file name", ""), content.get("media type", ""), content["base64"])
    return f"file({', '.join(map(string_literal, parts))})"
