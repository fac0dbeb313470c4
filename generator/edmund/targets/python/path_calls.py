"""Calls of services that are described path by path: their data for the runtime, their methods, their options."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from edmund.naming.distinct import distinct
from edmund.plan.contents import ContentForm, PlannedContent
from edmund.plan.http_answers import PlannedAnswer
from edmund.plan.http_bodies import PlannedBody, PlannedPart
from edmund.plan.http_calls import PlannedCall
from edmund.plan.http_parameters import PlannedParameter
from edmund.plan.http_security import NeededScheme
from edmund.plan.paging import PlannedPaging
from edmund.surface.exchange import Location, Style
from edmund.targets.prose import call_text
from edmund.targets.python.builder_views import MemberView
from edmund.targets.python.literals import docstring, string_literal
from edmund.targets.python.path_views import CallView, OptionFieldView, OptionsView
from edmund.targets.python.schema_values import ValueSources
from edmund.targets.python.signatures import Bracketed, laid_out, signature
from edmund.targets.python.spelling import Spelling

__all__ = [
    "CALL_NAMES",
    "CallPath",
    "CallSource",
    "lower_call",
    "method_name",
    "parameter_source",
    "path_source",
    "python_names",
]

# What modules of builders import from the runtime's `http_builder` by its own name.
CALL_NAMES = frozenset(
    {
        "Answer",
        "Body",
        "Call",
        "Configuration",
        "Form",
        "Location",
        "M",
        "Needed",
        "Options",
        "Pager",
        "Paging",
        "Parameter",
        "Part",
        "PartForm",
        "PathBuilder",
        "Payload",
        "Request",
        "Style",
        "iteration",
        "operation",
    }
)
_TEMPLATE_PARAMETER = re.compile(r"\{[^{}]*\}")
_UNRESERVED = "/$.:@_-~!&'()*+,;="
_CONFIGURATION = "request_configuration: Configuration = None"
_OWN_OPTIONS = ("body", "content_type", "headers", "query", "request_configuration", "self")
_OWN_OPTIONS_OF_ALL = ("timeout", "validate")
_USUAL_STYLES = {
    Location.HEADER: Style.SIMPLE,
    Location.PATH: Style.SIMPLE,
    Location.QUERY: Style.FORM,
    Location.COOKIE: Style.FORM,
    Location.QUERY_STRING: Style.CONTENT,
}


@dataclass(frozen=True, slots=True)
class CallSource:
    """What one call becomes. `names` are those of the runtime's `http_builder` that its module imports."""

    data: CallView
    members: tuple[MemberView, ...]
    options: OptionsView | None
    names: frozenset[str]
    declares_pages: bool = False


@dataclass(frozen=True, slots=True)
class CallPath:
    """Where a call goes whose builder stands for no path: `parameters` of its method, `source` of the path."""

    parameters: tuple[str, ...]
    source: str | Bracketed


def path_source(template: str, sources: Sequence[str]) -> str | Bracketed:
    """The text of a path or a segment of one: literals of the template between the values."""
    texts = _TEMPLATE_PARAMETER.split(template)
    literals = [string_literal(quote(text, safe=_UNRESERVED)) for text in texts]
    if not sources:
        return literals[0]
    parts = [literals[0]]
    for source, literal in zip(sources, literals[1:], strict=True):
        parts += [source, literal]
    return Bracketed("self._joined", tuple(part for part in parts if part != '""'))


def method_name(call: PlannedCall) -> str:
    """The method of a builder that sends the call."""
    return call.method.lower()


def lower_call(
    call: PlannedCall,
    stem: str,
    method: str,
    values: ValueSources,
    spelling: Spelling,
    has_slash: bool,
    path: CallPath | None = None,
    iteration: str = "iterate",
) -> CallSource:
    """The members of a call. `stem` is that of the builder, `method` what the call is named there.

    `has_slash`: the path ends in a slash, which the builder's own does not have. `path` is where the call goes, if not
    where its builder is, and `iteration` is what it is named where it goes through all pages.
    """
    said = values.declarations
    python = python_names(call, spelling)
    constant = f"_{stem}_{method}".upper()
    capital = "".join(part.capitalize() for part in method.split("_"))
    options = _options(f"{stem}{capital}Options", call, python, values)
    used: set[str] = {"Call", "operation", "Request", "Configuration"}
    data = _data(call, python, values, used)
    if has_slash:
        data = Bracketed(data.head, (*data.items, "has_slash=True"))
    taken = options.name if options is not None else "Options"
    parameters = ["self", *(path.parameters if path is not None else ())]
    arguments: list[str | Bracketed] = [constant, "request_configuration", "options"]
    if call.bodies:
        default = "" if call.body_required else " | None = None"
        parameters.append(f"body: {_body_annotation(call, values)}{default}")
        arguments.append("body")
    parameters += [_CONFIGURATION, f"**options: Unpack[{taken}]"]
    if path is not None:
        arguments.append(_keyword("path", path.source))
    if options is None:
        used.add("Options")
    returns = _answer_annotation(call, values)
    members = [
        MemberView(
            method,
            signature(method, parameters, f"Request[{returns}]"),
            laid_out(Bracketed("return self._request", tuple(arguments)), 8),
            decorated=True,
            decorator="@operation",
            documented=True,
            docstring=docstring(call_text(call.call), 8),
        )
    ]
    if call.paging is not None and not call.bodies and (path is not None or method == "get"):
        used.add("iteration")
        said.checked.claim(f"{said.package}.runtime.paging", "Pages")
        item = values.annotation(call.paging.item)
        members.append(
            MemberView(
                iteration,
                signature(iteration, parameters, f"Pages[{item}]"),
                laid_out(Bracketed("return self._pages", tuple(arguments)), 8),
                decorated=True,
                decorator="@iteration",
                documented=True,
                docstring=f'"""All items, page by page; see `{method}` for the options."""',
            )
        )
    said.real.claim("typing", "Unpack")
    return CallSource(
        CallView(laid_out(Bracketed(f"{constant} = {data.head}", data.items), 0)),
        tuple(members),
        options,
        frozenset(used),
    )


def _keyword(name: str, value: str | Bracketed) -> str | Bracketed:
    if isinstance(value, Bracketed):
        return Bracketed(f"{name}={value.head}", value.items)
    return f"{name}={value}"


def python_names(call: PlannedCall, spelling: Spelling) -> dict[int, str]:
    """What callers call the parameters, by their index."""
    labels = [parameter.label for parameter in call.parameters]
    taken = (*_OWN_OPTIONS, *_OWN_OPTIONS_OF_ALL)
    names = distinct(labels, spelling.parameter, taken).names
    return {at: names[label] for at, label in enumerate(labels)}


def _options(
    name: str, call: PlannedCall, python: dict[int, str], values: ValueSources
) -> OptionsView | None:
    if not call.parameters:
        return None
    fields = []
    for at, parameter in enumerate(call.parameters):
        doc = docstring(_parameter_text(parameter), 8)
        annotation = values.annotation(parameter.type)
        fields.append(OptionFieldView(f"{python[at]}: {annotation}", bool(doc), doc))
    return OptionsView(name, tuple(fields))


def _parameter_text(parameter: PlannedParameter) -> str:
    parts = [parameter.description or ""]
    if parameter.required:
        parts.append("Required.")
    if parameter.deprecated:
        parts.append("Deprecated.")
    if parameter.default is not None:
        parts.append(f"The service takes {parameter.default} where nothing is given.")
    return "\n".join(part for part in parts if part)


# Annotations


def _body_annotation(call: PlannedCall, values: ValueSources) -> str:
    said = values.declarations
    found: dict[str, None] = {}
    for body in call.bodies:
        match body.form:
            case ContentForm.BYTES:
                found[said.runtime(said.checked, "uploads", "Content")] = None
            case ContentForm.FORM | ContentForm.MULTIPART:
                found[values.annotation(body.type)] = None
                mapping = said.checked.use("collections.abc", "Mapping", "_")
                found[f"{mapping}[{said.builtin('str')}, {_any(values)}]"] = None
            case ContentForm.JSON_LINES | ContentForm.JSON_SEQUENCE | ContentForm.EVENTS:
                iterable = said.checked.use("collections.abc", "Iterable", "_")
                found[f"{iterable}[{values.annotation(body.type)}]"] = None
            case _:
                found[values.annotation(body.type)] = None
    return " | ".join(found)


def _answer_annotation(call: PlannedCall, values: ValueSources) -> str:
    success = call.success
    if success.content is None:
        return "None"
    contents = (success.content, *success.others)
    found = dict.fromkeys(_content_annotation(each, values) for each in contents)
    shown = " | ".join(found)
    nullable = success.is_nullable and "None" not in shown.split(" | ") and shown != _any(values)
    return f"{shown} | None" if nullable else shown


def _content_annotation(content: PlannedContent, values: ValueSources) -> str:
    said = values.declarations
    if content.form is ContentForm.BYTES:
        return said.builtin("bytes")
    shown = values.annotation(content.type)
    if content.form.is_stream:
        stream = said.checked.use(f"{said.package}.runtime.streams", "Stream", "_")
        return f"{stream}[{shown}]"
    return shown


def _any(values: ValueSources) -> str:
    return values.declarations.checked.use("typing", "Any")


# Data for the runtime


def _data(
    call: PlannedCall, python: dict[int, str], values: ValueSources, used: set[str]
) -> Bracketed:
    arguments: list[str | Bracketed] = [string_literal(call.method)]

    def say(name: str, items: Iterator[str | Bracketed]) -> None:
        given = tuple(items)
        if given:
            arguments.append(Bracketed(f"{name}=", given))

    say(
        "parameters",
        (parameter_source(p, python[at], values, used) for at, p in enumerate(call.parameters)),
    )
    say("bodies", (_body(body, values, used) for body in call.bodies))
    if call.body_required:
        arguments.append("needs_body=True")
    say("answers", _answers(call, values, used))
    if call.accept is not None:
        arguments.append(f"accept={string_literal(call.accept)}")
    say("security", (_alternative(each, used) for each in call.security.alternatives))
    if call.security.alternatives and not call.security.is_optional:
        arguments.append("needs_credential=True")
    if call.base_url is not None:
        arguments.append(f"base_url={string_literal(call.base_url)}")
    if call.paging is not None:
        pager = _pager(call.paging, used)
        arguments.append(Bracketed(f"pager={pager.head}", pager.items))
    return Bracketed("Call", tuple(arguments))


def parameter_source(
    parameter: PlannedParameter, python: str, values: ValueSources, used: set[str]
) -> Bracketed:
    """The description of a parameter for the runtime."""
    used |= {"Parameter", "Location"}
    arguments: list[str | Bracketed] = [
        string_literal(parameter.name),
        string_literal(python),
        f"Location.{parameter.location.name}",
        values.description(parameter.type),
    ]
    if parameter.style is not _USUAL_STYLES[parameter.location]:
        used.add("Style")
        arguments.append(f"style=Style.{parameter.style.name}")
    if parameter.explode is not (parameter.style in (Style.FORM, Style.COOKIE)):
        arguments.append(f"explode={parameter.explode!r}")
    if parameter.required and parameter.location is not Location.PATH:
        arguments.append("required=True")
    if parameter.allow_reserved:
        arguments.append("reserved=True")
    if parameter.media_type is not None:
        arguments.append(f"media_type={string_literal(parameter.media_type)}")
    return Bracketed("Parameter", tuple(arguments))


def _body(body: PlannedBody, values: ValueSources, used: set[str]) -> Bracketed:
    used |= {"Body", "Form"}
    arguments: list[str | Bracketed] = [
        string_literal(body.media_type),
        f"Form.{body.form.name}",
        values.description(body.type),
    ]
    if body.parts:
        arguments.append(
            Bracketed("parts=", tuple(_part(part, values, used) for part in body.parts))
        )
    if body.other_parts is not None:
        others = _part(body.other_parts, values, used)
        arguments.append(Bracketed(f"others={others.head}", others.items))
    if body.is_of_caller:
        arguments.append("is_of_caller=True")
    return Bracketed("Body", tuple(arguments))


def _part(part: PlannedPart, values: ValueSources, used: set[str]) -> Bracketed:
    used |= {"Part", "PartForm"}
    arguments: list[str | Bracketed] = [
        string_literal(part.name),
        f"PartForm.{part.form.name}",
        values.description(part.type),
    ]
    if part.repeats:
        arguments.append("repeats=True")
    if part.media_type is not None:
        arguments.append(f"media_type={string_literal(part.media_type)}")
    if part.style is not Style.FORM:
        used.add("Style")
        arguments.append(f"style=Style.{part.style.name}")
    if not part.explode:
        arguments.append("explode=False")
    return Bracketed("Part", tuple(arguments))


def _answers(call: PlannedCall, values: ValueSources, used: set[str]) -> Iterator[str | Bracketed]:
    for answer in call.answers:
        used.add("Answer")
        if not answer.contents:
            yield Bracketed("Answer", (string_literal(answer.status),))
        for content in answer.contents:
            yield _answer(answer, content, values, used)


def _answer(
    answer: PlannedAnswer, content: PlannedContent, values: ValueSources, used: set[str]
) -> Bracketed:
    used.add("Form")
    arguments: list[str | Bracketed] = [
        string_literal(answer.status),
        f"Form.{content.form.name}",
        values.description(content.type),
        string_literal(content.media_type),
    ]
    if content.payload is not None:
        used.add("Payload")
        arguments.append(f"Payload.{content.payload.name}")
    return Bracketed("Answer", tuple(arguments))


def _alternative(needed: tuple[NeededScheme, ...], used: set[str]) -> Bracketed:
    used.add("Needed")
    return Bracketed("", tuple(_needed(each) for each in needed))


def _needed(needed: NeededScheme) -> Bracketed:
    scopes = Bracketed("", tuple(map(string_literal, needed.scopes)))
    return Bracketed("Needed", (string_literal(needed.name), *((scopes,) if needed.scopes else ())))


def _pager(paging: PlannedPaging, used: set[str]) -> Bracketed:
    used |= {"Pager", "Paging"}
    arguments: list[str | Bracketed] = [f"Paging.{paging.kind.name}"]
    for name, path in (("items", paging.items), ("next", paging.next)):
        if path:
            arguments.append(Bracketed(f"{name}=", tuple(map(string_literal, path))))
    if paging.parameter is not None:
        arguments.append(f"parameter={string_literal(paging.parameter.name)}")
    if paging.first != 1:
        arguments.append(f"first={paging.first}")
    return Bracketed("Pager", tuple(arguments))
