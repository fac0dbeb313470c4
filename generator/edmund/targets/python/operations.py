"""Calls as operations of a builder: signature, docstring, and the request that is made."""

from __future__ import annotations

from dataclasses import dataclass

from edmund.plan.odata_exchange import AnswerForm, purpose_of
from edmund.surface.elements import Call, CallKind, Resource, ResourceKind
from edmund.surface.type_parts import is_list, name_of
from edmund.targets.prose import call_text
from edmund.targets.python.builder_views import MemberView
from edmund.targets.python.literals import docstring, string_literal
from edmund.targets.python.options import OptionSet, option_set
from edmund.targets.python.signatures import Bracketed, laid_out, signature

__all__ = [
    "Answer",
    "BodyType",
    "Inherited",
    "OperationSource",
    "inherited_operation",
    "is_plain_value",
    "lower_operation",
]


_READERS = {
    AnswerForm.NOTHING: "nothing",
    AnswerForm.STREAM: "content",
    AnswerForm.COUNT: "number",
    AnswerForm.REFERENCE: "reference",
    AnswerForm.REFERENCES: "Page",
    AnswerForm.OBJECT: "Entity",
    AnswerForm.PAGE: "Page",
    AnswerForm.WRAPPED: "Wrapped",
    AnswerForm.COLLECTION: "Value",
    AnswerForm.VALUE: "Value",
}
"""How an answer is read: the names of the runtime's `answers`."""


@dataclass(frozen=True, slots=True)
class Answer:
    """`annotation` is the Python type; `argument` what the reader is made with, `item` a page's items."""

    form: AnswerForm
    annotation: str
    argument: str | None = None
    item: str | None = None

    @property
    def reader(self) -> str:
        return _READERS[self.form]

    def source(self) -> str | Bracketed:
        """The expression that gives the reader."""
        if self.argument is None:
            return self.reader
        written = self.argument
        if self.form is not AnswerForm.WRAPPED:
            written = string_literal(written)
        return Bracketed(self.reader, (written,))


@dataclass(frozen=True, slots=True)
class BodyType:
    """`declared` is the qualified name that decides whether `@odata.type` must be sent.

    An `optional` body is one that may be left out whole.
    """

    annotation: str
    declared: str | None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class OperationSource:
    """The members that a call becomes, and what its module must have for them.

    `item_of_base` is the type of items when `iterate` is inherited, `declares_iterate` says that it is not.
    """

    members: tuple[MemberView, ...]
    options: OptionSet
    readers: tuple[str, ...]
    item_of_base: str | None = None
    declares_iterate: bool = False


@dataclass(frozen=True, slots=True)
class Inherited:
    """A call that is the runtime's own: its base class, and that one's arguments after `M`.

    `constant` is the class attribute that says of which type.
    """

    base: str
    arguments: tuple[str, ...]
    options: OptionSet
    constant: tuple[str, str] | None = None


_SHORT = {
    (CallKind.READ, AnswerForm.OBJECT): "_read",
    (CallKind.LIST, AnswerForm.PAGE): "_list",
    (CallKind.CREATE, AnswerForm.OBJECT): "_create",
    (CallKind.UPDATE, AnswerForm.OBJECT): "_update",
    (CallKind.REPLACE, AnswerForm.OBJECT): "_replace",
    (CallKind.DELETE, AnswerForm.NOTHING): "_delete",
}
"""The runtime's names for the commonest requests."""

_CONFIGURATION = "request_configuration: Configuration = None"


def lower_operation(
    call: Call, resource: Resource, answer: Answer, body: BodyType | None
) -> OperationSource:
    """`get`, `post`, ... and, where the service gives pages, `iterate`."""
    options = option_set(call, resource)
    name = call.method.value.lower()
    parameters = ["self", _CONFIGURATION, f"**options: Unpack[{options.name}]"]
    if body is not None:
        default = " | None = None" if body.optional else ""
        parameters.insert(1, f"body: {body.annotation}{default}")
    statement, readers = _statement(call, answer, body)
    members = [
        MemberView(
            name,
            signature(name, parameters, f"Request[{answer.annotation}]"),
            laid_out(statement, 8),
            decorated=True,
            decorator="@operation",
            documented=True,
            docstring=docstring(call_text(call), 8),
        )
    ]
    if answer.item is None:
        return OperationSource(tuple(members), options, readers)
    if options.name == "ListOptions":
        return OperationSource(tuple(members), options, readers, answer.item)
    members.append(
        MemberView(
            "iterate",
            signature("iterate", parameters, f"Pages[{answer.item}]"),
            "return self._pages(request_configuration, options)",
            decorated=True,
            decorator="@iteration",
            documented=True,
            docstring=ITERATE_TEXT,
        )
    )
    return OperationSource(tuple(members), options, readers, None, True)


_BASES = {
    (CallKind.READ, AnswerForm.OBJECT, "ReadOptions"): "Reads",
    (CallKind.LIST, AnswerForm.PAGE, "ListOptions"): "Lists",
    (CallKind.CREATE, AnswerForm.OBJECT, "Options"): "Creates",
    (CallKind.UPDATE, AnswerForm.OBJECT, "ChangeOptions"): "Updates",
    (CallKind.REPLACE, AnswerForm.OBJECT, "ChangeOptions"): "Replaces",
    (CallKind.DELETE, AnswerForm.NOTHING, "ChangeOptions"): "Deletes",
}


def inherited_operation(
    call: Call, resource: Resource, answer: Answer, body: BodyType | None
) -> Inherited | None:
    """How the runtime declares a call of which there is nothing to say, or None when there is."""
    if call.is_documented:
        return None
    options = option_set(call, resource)
    base = _BASES.get((call.kind, answer.form, options.name))
    if base is None or (body is not None and body.declared != answer.argument):
        return None
    if answer.argument is None:
        return Inherited(base, (), options)
    written = answer.annotation.removesuffix(" | None")
    if answer.form is AnswerForm.PAGE:
        arguments = (f'"{written}"', f'"{answer.item}"')
        return Inherited(base, arguments, options, ("_page", string_literal(answer.argument)))
    constant = ("_type", string_literal(answer.argument))
    return Inherited(base, (f'"{written}"',), options, constant)


def is_plain_value(resource: Resource) -> bool:
    """Whether the runtime's own builder of complex values does for a resource: read, update, no more."""
    return (
        resource.kind is ResourceKind.COMPLEX
        and not resource.edges
        and resource.type is not None
        and not is_list(resource.type)
        and resource.declared_on is None
        and [call.kind for call in resource.calls] == [CallKind.READ, CallKind.UPDATE]
        and all(
            not call.is_documented
            and option_set(call, resource).name in ("ReadOptions", "ChangeOptions")
            and (call.returns is not None and name_of(call.returns) == name_of(resource.type))
            for call in resource.calls
        )
    )


ITERATE_TEXT = '"""All items, page by page; see `get` for permissions and options."""'


def _statement(
    call: Call, answer: Answer, body: BodyType | None
) -> tuple[Bracketed, tuple[str, ...]]:
    """The return statement, and the readers of answers that it names."""
    common = ("request_configuration", "options")
    sent = () if body is None else ("body",)
    same = body is None or body.declared == answer.argument or answer.form is AnswerForm.PAGE
    short = _SHORT.get((call.kind, answer.form))
    if short is not None and same:
        named = () if answer.argument is None else (string_literal(answer.argument),)
        return Bracketed(f"return self.{short}", (*named, *common, *sent)), ()
    arguments: list[str | Bracketed] = [
        string_literal(call.method.value),
        answer.source(),
        *common,
        *sent,
    ]
    purpose = purpose_of(call)
    if body is not None and (body.declared is not None or purpose is not None):
        arguments.append("None" if body.declared is None else string_literal(body.declared))
        if purpose is not None:
            arguments.append(string_literal(purpose.value))
    return Bracketed("return self._request", tuple(arguments)), (answer.reader,)
