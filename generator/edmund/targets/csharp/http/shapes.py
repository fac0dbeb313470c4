"""Expressions that make the runtime's tables of calls: parameters, bodies, answers, security."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from edmund.plan.contents import ContentForm, EventPayload, PlannedContent
from edmund.plan.http_answers import Outcome, PlannedAnswer
from edmund.plan.http_bodies import PartForm, PlannedBody, PlannedPart
from edmund.plan.http_calls import PlannedCall
from edmund.plan.http_parameters import PlannedParameter
from edmund.plan.http_security import NeededScheme
from edmund.plan.paging import Paging, PlannedPaging
from edmund.surface.exchange import Credential, CredentialKind, Location, Style
from edmund.surface.types import ListOf
from edmund.targets.csharp.held_types import HeldTypes
from edmund.targets.csharp.http.held_shapes import held_shape
from edmund.targets.csharp.literals import int_literal, string_literal

__all__ = ["Shapes", "scheme_source"]

_PLACES: Final = {
    Location.PATH: "Path",
    Location.QUERY: "Query",
    Location.HEADER: "Header",
    Location.COOKIE: "Cookie",
    Location.QUERY_STRING: "QueryString",
}
_STYLES: Final = {
    Style.SIMPLE: "Simple",
    Style.LABEL: "Label",
    Style.MATRIX: "Matrix",
    Style.FORM: "Form",
    Style.SPACE_DELIMITED: "SpaceDelimited",
    Style.PIPE_DELIMITED: "PipeDelimited",
    Style.TAB_DELIMITED: "TabDelimited",
    Style.DEEP_OBJECT: "DeepObject",
    Style.COOKIE: "Cookie",
    Style.CONTENT: "Content",
}
_BODIES: Final = {
    ContentForm.JSON: "Json",
    ContentForm.TEXT: "Text",
    ContentForm.FORM: "Form",
    ContentForm.MULTIPART: "Multipart",
    ContentForm.BYTES: "Bytes",
    ContentForm.JSON_LINES: "JsonLines",
    ContentForm.JSON_SEQUENCE: "JsonSequence",
    ContentForm.EVENTS: "Bytes",  # events are what services send; who sends them writes their text
}
_PARTS: Final = {
    PartForm.STYLE: "Style",
    PartForm.TEXT: "Text",
    PartForm.JSON: "Json",
    PartForm.BYTES: "Bytes",
}
_PAYLOADS: Final = {
    EventPayload.TEXT: "Text",
    EventPayload.JSON: "Json",
    EventPayload.FIELDS: "Fields",
}
_PAGINGS: Final = {
    Paging.LINK_HEADER: "LinkHeader",
    Paging.NEXT_LINK: "NextLink",
    Paging.CURSOR: "Cursor",
    Paging.OFFSET: "Offset",
    Paging.PAGE: "Page",
}
_SCHEMES: Final = {
    CredentialKind.BASIC: "Basic",
    CredentialKind.BEARER: "Bearer",
    CredentialKind.OAUTH2: "Bearer",
    CredentialKind.OPEN_ID: "Bearer",
}
_KEYS: Final = {Location.QUERY: "ApiKeyQuery", Location.COOKIE: "ApiKeyCookie"}


@dataclass(frozen=True, slots=True)
class Shapes:
    """Makes the expressions for one file."""

    held: HeldTypes

    def call(self, call: PlannedCall, content: PlannedContent | None) -> str:
        """A call whose plain form gives `content`, which is first among what it asks for."""
        is_other = content is not call.success.content
        facts: list[str] = []
        if call.path_parameters:
            facts.append(f"Keys = {_list(map(self.parameter, call.path_parameters))}")
        if call.bodies:
            facts.append(f"Bodies = {_list(map(self._body, call.bodies))}")
        answers = [
            self._answer(each)
            for each in call.answers
            if each.contents or each.outcome is Outcome.REDIRECT
        ]
        if answers:
            facts.append(f"Answers = {_list(answers)}")
        accept = content.media_type if is_other and content is not None else call.accept
        if accept is not None:
            facts.append(f"Accept = {string_literal(accept)}")
        if call.security.alternatives:
            alternatives = (_list(map(_needed, each)) for each in call.security.alternatives)
            facts.append(f"Security = {_list(alternatives)}")
        if call.security.is_optional:
            facts.append("IsPublic = true")
        if call.base_url is not None:
            facts.append(f"BaseUrl = {string_literal(call.base_url)}")
        if content is not None and (content.form is ContentForm.BYTES or content.form.is_stream):
            facts.append("IsOpen = true")
        if call.paging is not None and not is_other:
            facts.append(f"Paging = {self._paging(call.paging)}")
        made = f"new({string_literal(call.method)}, {string_literal(call.path)})"
        return f"{made} {{ {', '.join(facts)} }}" if facts else made

    def _paging(self, paging: PlannedPaging) -> str:
        facts: list[str] = []
        if paging.next:
            facts.append(f"Next = {_list(map(string_literal, paging.next))}")
        if paging.parameter is not None:
            facts.append(f"Parameter = {string_literal(paging.parameter.name)}")
        if paging.kind is Paging.PAGE:
            facts.append(f"First = {int_literal(paging.first)}")
        made = f"new({self.held.members.names.full('PagingKind')}.{_PAGINGS[paging.kind]})"
        return f"{made} {{ {', '.join(facts)} }}" if facts else made

    def parameter(self, parameter: PlannedParameter) -> str:
        facts: list[str] = []
        if parameter.required:
            facts.append("IsRequired = true")
        if parameter.allow_reserved:
            facts.append("AllowsReserved = true")
        if parameter.media_type is not None:
            facts.append(f"MediaType = {string_literal(parameter.media_type)}")
        names = self.held.members.names
        place = f"{names.full('ParameterPlace')}.{_PLACES[parameter.location]}"
        style = f"{names.full('ParameterStyle')}.{_STYLES[parameter.style]}"
        explode = "true" if parameter.explode else "false"
        made = f"new({string_literal(parameter.name)}, {place}, {style}, {explode})"
        return f"{made} {{ {', '.join(facts)} }}" if facts else made

    def _body(self, body: PlannedBody) -> str:
        form = f"{self.held.members.names.full('BodyForm')}.{_BODIES[body.form]}"
        facts: list[str] = []
        if body.parts:
            facts.append(f"Parts = {_list(map(self._part, body.parts))}")
        if body.other_parts is not None:
            facts.append(f"Others = {self._part(body.other_parts)}")
        if body.form not in (ContentForm.BYTES, ContentForm.EVENTS):
            held = ListOf(body.type) if body.form.is_stream else body.type
            facts.append(f"Holds = {held_shape(held, self.held.members.surface.types)}")
        made = f"new({string_literal(body.media_type)}, {form})"
        return f"{made} {{ {', '.join(facts)} }}" if facts else made

    def _part(self, part: PlannedPart) -> str:
        names = self.held.members.names
        facts: list[str] = []
        if part.repeats:
            facts.append("Repeats = true")
        if part.media_type is not None:
            facts.append(f"MediaType = {string_literal(part.media_type)}")
        if part.form is PartForm.STYLE:
            facts.append(f"Style = {names.full('ParameterStyle')}.{_STYLES[part.style]}")
            if not part.explode:
                facts.append("Explode = false")
        form = f"{names.full('PartForm')}.{_PARTS[part.form]}"
        made = f"new({string_literal(part.name)}, {form})"
        return f"{made} {{ {', '.join(facts)} }}" if facts else made

    def _answer(self, answer: PlannedAnswer) -> str:
        contents = (self._content(each) for each in answer.contents)
        return f"new({', '.join((string_literal(answer.status), *contents))})"

    def _content(self, content: PlannedContent) -> str:
        names = self.held.members.names
        reader, media_type = names.full("Contents"), string_literal(content.media_type)
        codec = self.held.of(content.type).codec
        match content.form:
            case ContentForm.BYTES:
                return f"{reader}.Bytes({media_type})"
            case ContentForm.TEXT:
                return f"{reader}.Text({media_type}, {codec})"
            case ContentForm.JSON_LINES:
                return f"{reader}.Lines({media_type}, {codec})"
            case ContentForm.JSON_SEQUENCE:
                return f"{reader}.Sequence({media_type}, {codec})"
            case ContentForm.EVENTS:
                payload = _PAYLOADS[content.payload or EventPayload.TEXT]
                kind = f"{names.full('EventPayload')}.{payload}"
                return f"{reader}.Events({media_type}, {codec}, {kind})"
        return f"{reader}.Json({media_type}, {codec})"


def scheme_source(credential: Credential, kinds: str) -> str:
    """The expression that makes a SchemeShape; `kinds` is the runtime's enumeration."""
    name, parameter = string_literal(credential.name), credential.parameter or ""
    if credential.kind is CredentialKind.API_KEY:
        kind = _KEYS.get(credential.location or Location.HEADER, "ApiKeyHeader")
        return f"new({name}, {kinds}.{kind}, {string_literal(parameter)})"
    return f"new({name}, {kinds}.{_SCHEMES.get(credential.kind, 'Http')})"


def _needed(scheme: NeededScheme) -> str:
    return f"new({', '.join(map(string_literal, (scheme.name, *scheme.scopes)))})"


def _list(items: Iterable[str] | Iterator[str]) -> str:
    return f"[{', '.join(items)}]"
