"""What the runtime needs to know of a call over HTTP, as Go source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from edmund.plan.contents import ContentForm, EventPayload, PlannedContent
from edmund.plan.http_answers import PlannedAnswer
from edmund.plan.http_bodies import PartForm, PlannedBody, PlannedPart
from edmund.plan.http_calls import PlannedCall
from edmund.plan.http_parameters import PlannedParameter
from edmund.plan.http_security import PlannedSecurity
from edmund.plan.paging import Paging, PlannedPaging
from edmund.surface.exchange import Credential, CredentialKind, Location, Style
from edmund.surface.types import ListOf, Named, StructuredType, Type
from edmund.targets.go.literals import string_list, string_literal
from edmund.targets.go.values import Values

__all__ = ["call_facts", "parameter_source", "scheme_source", "sent_type"]

_LOCATIONS: Final[Mapping[Location, str]] = {
    Location.PATH: "InPath",
    Location.QUERY: "InQuery",
    Location.HEADER: "InHeader",
    Location.COOKIE: "InCookie",
    Location.QUERY_STRING: "InQueryString",
}
_STYLES: Final[Mapping[Style, str]] = {
    Style.SIMPLE: "StyleSimple",
    Style.LABEL: "StyleLabel",
    Style.MATRIX: "StyleMatrix",
    Style.FORM: "StyleForm",
    Style.SPACE_DELIMITED: "StyleSpace",
    Style.PIPE_DELIMITED: "StylePipe",
    Style.TAB_DELIMITED: "StyleTab",
    Style.DEEP_OBJECT: "StyleDeepObject",
    Style.COOKIE: "StyleCookie",
    Style.CONTENT: "StyleContent",
}
_FORMS: Final[Mapping[ContentForm, str]] = {
    ContentForm.JSON: "FormJSON",
    ContentForm.TEXT: "FormText",
    ContentForm.FORM: "FormURLEncoded",
    ContentForm.MULTIPART: "FormMultipart",
    ContentForm.BYTES: "FormBytes",
    ContentForm.JSON_LINES: "FormLines",
    ContentForm.JSON_SEQUENCE: "FormSequence",
    ContentForm.EVENTS: "FormEvents",
}
_PART_FORMS: Final[Mapping[PartForm, str]] = {
    PartForm.STYLE: "PartStyle",
    PartForm.TEXT: "PartText",
    PartForm.JSON: "PartJSON",
    PartForm.BYTES: "PartBytes",
}
_PAYLOADS: Final[Mapping[EventPayload, str]] = {
    EventPayload.TEXT: "PayloadText",
    EventPayload.JSON: "PayloadJSON",
    EventPayload.FIELDS: "PayloadFields",
}
_PAGING: Final[Mapping[Paging, str]] = {
    Paging.LINK_HEADER: "PagingLink",
    Paging.NEXT_LINK: "PagingNext",
    Paging.CURSOR: "PagingCursor",
    Paging.OFFSET: "PagingOffset",
    Paging.PAGE: "PagingPage",
}
_SCHEMES: Final[Mapping[CredentialKind, str]] = {
    CredentialKind.BASIC: "SchemeBasic",
    CredentialKind.BEARER: "SchemeBearer",
    CredentialKind.OAUTH2: "SchemeBearer",
    CredentialKind.OPEN_ID: "SchemeBearer",
    CredentialKind.HTTP: "SchemeHTTP",
    CredentialKind.API_KEY: "SchemeAPIKey",
}


def scheme_source(variable: str, credential: Credential) -> str:
    """The declaration of a variable with a scheme."""
    facts = [
        f"Name: {string_literal(credential.name)}",
        f"Kind: odata.{_SCHEMES[credential.kind]}",
    ]
    if credential.location is not None:
        facts.append(f"Location: odata.{_LOCATIONS[credential.location]}")
    if credential.parameter is not None:
        facts.append(f"Parameter: {string_literal(credential.parameter)}")
    return f"var {variable} = &odata.Scheme{{{', '.join(facts)}}}"


def parameter_source(parameter: PlannedParameter, values: Values) -> str:
    """What the runtime needs to write a parameter: the fields of the struct in braces."""
    facts = [
        f"Name: {string_literal(parameter.name)}",
        f"Location: odata.{_LOCATIONS[parameter.location]}",
        f"Style: odata.{_STYLES[parameter.style]}",
    ]
    for name, value in (
        ("Explode", parameter.explode),
        ("Required", parameter.required),
        ("Reserved", parameter.allow_reserved),
    ):
        if value:
            facts.append(f"{name}: true")
    if parameter.media_type is not None:
        facts.append(f"MediaType: {string_literal(parameter.media_type)}")
    facts.append(f"Write: odata.Writes({values.of(parameter.type).codec})")
    return f"{{{', '.join(facts)}}}"


def call_facts(call: PlannedCall, values: Values, schemes: Mapping[str, str]) -> tuple[str, ...]:
    """The lines of the table of a call; `schemes` are variables by the names of schemes."""
    blocks = (
        ("Parameters: []odata.Parameter", [parameter_source(p, values) for p in call.parameters]),
        ("Bodies: []odata.BodyContent", [_body_source(body, values) for body in call.bodies]),
        (
            "Answers: []odata.AnswerContent",
            [source for answer in call.answers for source in _answer_sources(answer, values)],
        ),
        ("Security: [][]odata.Needed", list(_alternatives(call.security, schemes))),
    )
    lines = [f"\t{', '.join(_facts(call, values))},"]
    for head, elements in blocks:
        if elements:
            # An empty line, so that gofmt aligns nothing.
            lines += ["", f"\t{head}{{", *(f"\t\t{element}," for element in elements), "\t},"]
    return tuple(lines)


def _facts(call: PlannedCall, values: Values) -> Iterator[str]:
    yield f"Method: {string_literal(call.method)}"
    if call.body_required:
        yield "BodyRequired: true"
    if call.accept is not None:
        yield f"Accept: {string_literal(call.accept)}"
    if call.security.is_optional:
        yield "Open: true"
    if call.base_url is not None:
        yield f"BaseURL: {string_literal(call.base_url)}"
    if call.paging is not None:
        yield f"Paging: {_paging_source(call.paging, values)}"


def _alternatives(security: PlannedSecurity, schemes: Mapping[str, str]) -> Iterator[str]:
    for alternative in security.alternatives:
        needed = (f"{{Scheme: {schemes[n.name]}{_scopes(n.scopes)}}}" for n in alternative)
        yield f"{{{', '.join(needed)}}}"


def _body_source(body: PlannedBody, values: Values) -> str:
    type_ = sent_type(body)
    facts = [
        f"Form: odata.{_FORMS[body.form]}",
        f"MediaType: {string_literal(body.media_type)}",
    ]
    if body.is_of_caller:
        facts.append("OfCaller: true")
    facts.append(f"Write: odata.Writes({values.of(type_).codec})")
    declared = _declared(type_, values)
    if declared:
        facts.append(f"Declared: {string_literal(declared)}")
    if body.parts:
        parts = ", ".join(map(_part_source, body.parts))
        facts.append(f"Parts: []odata.Part{{{parts}}}")
    if body.other_parts is not None:
        facts.append(f"Others: &odata.Part{_part_source(body.other_parts)}")
    return f"{{{', '.join(facts)}}}"


def sent_type(body: PlannedBody) -> Type:
    """What is given for the body: of values that follow each other a list."""
    is_list = body.form in (ContentForm.JSON_LINES, ContentForm.JSON_SEQUENCE)
    return ListOf(body.type) if is_list else body.type


def _declared(type_: Type, values: Values) -> str:
    if isinstance(type_, Named) and isinstance(
        values.surface.types.by_name.get(type_.name), StructuredType
    ):
        return type_.name
    return ""


def _part_source(part: PlannedPart) -> str:
    facts = [f"Name: {string_literal(part.name)}", f"Form: odata.{_PART_FORMS[part.form]}"]
    if part.repeats:
        facts.append("Repeats: true")
    if part.media_type is not None:
        facts.append(f"MediaType: {string_literal(part.media_type)}")
    if part.form is PartForm.STYLE:
        facts.append(f"Style: odata.{_STYLES[part.style]}")
        if part.explode:
            facts.append("Explode: true")
    return f"{{{', '.join(facts)}}}"


def _answer_sources(answer: PlannedAnswer, values: Values) -> Iterator[str]:
    status = f"Status: {string_literal(answer.status)}"
    if not answer.contents:
        yield f"{{{status}}}"
    for content in answer.contents:
        yield f"{{{', '.join((status, *_content_facts(content, values)))}}}"


def _content_facts(content: PlannedContent, values: Values) -> Iterator[str]:
    yield f"Form: odata.{_FORMS[content.form]}"
    yield f"MediaType: {string_literal(content.media_type)}"
    if content.form is not ContentForm.BYTES:
        yield f"Read: {_reader(content.type, values)}"
    if content.payload is not None and content.payload is not EventPayload.TEXT:
        yield f"Payload: odata.{_PAYLOADS[content.payload]}"


def _reader(type_: Type, values: Values) -> str:
    value = values.of(type_)
    return f"odata.{'Reads' if value.has_nil else 'ReadsPointer'}({value.codec})"


def _scopes(scopes: tuple[str, ...]) -> str:
    return f", Scopes: []string{{{string_list(scopes)}}}" if scopes else ""


def _paging_source(paging: PlannedPaging, values: Values) -> str:
    facts = [f"Kind: odata.{_PAGING[paging.kind]}"]
    for name, path in (("Items", paging.items), ("Next", paging.next)):
        if path:
            facts.append(f"{name}: []string{{{string_list(path)}}}")
    if paging.parameter is not None:
        facts.append(f"Parameter: {string_literal(paging.parameter.name)}")
    if paging.kind is Paging.PAGE:
        facts.append(f"First: {paging.first}")
    facts.append(f"Read: {_reader(paging.item, values)}")
    return f"&odata.Paging{{{', '.join(facts)}}}"
