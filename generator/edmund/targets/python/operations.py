"""Calls as operations of a builder: signature, docstring, and the request that is made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from edmund.surface.elements import Call, CallKind, ResourceKind
from edmund.targets.python.builder_views import MemberView
from edmund.targets.python.docs import call_text
from edmund.targets.python.literals import call as call_source
from edmund.targets.python.literals import docstring, string_literal
from edmund.targets.python.options import OptionSet, option_set
from edmund.targets.python.signatures import signature

__all__ = ["Answer", "AnswerKind", "BodyType", "OperationSource", "lower_operation"]


class AnswerKind(Enum):
    """How an answer is read: the runtime's `answers`, by name."""

    NOTHING = "nothing"
    CONTENT = "content"
    NUMBER = "number"
    ENTITY = "Entity"
    PAGE = "Page"
    VALUE = "Value"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Answer:
    """`annotation` is the Python type; `argument` what the reader is made with, `item` a page's items."""

    kind: AnswerKind
    annotation: str
    argument: str | None = None
    item: str | None = None

    def source(self) -> str:
        """The expression that gives the reader."""
        if self.argument is None:
            return self.kind.value
        return f"{self.kind.value}({string_literal(self.argument)})"


@dataclass(frozen=True, slots=True)
class BodyType:
    """`declared` is the qualified name that decides whether `@odata.type` must be sent."""

    annotation: str
    declared: str | None


@dataclass(frozen=True, slots=True)
class OperationSource:
    """The members that a call becomes, and what its module must have for them."""

    members: tuple[MemberView, ...]
    options: OptionSet
    answers: tuple[AnswerKind, ...]
    iterates: bool = False


_METHODS = {
    CallKind.LIST: "get",
    CallKind.READ: "get",
    CallKind.CREATE: "post",
    CallKind.UPDATE: "patch",
    CallKind.REPLACE: "put",
    CallKind.DELETE: "delete",
    CallKind.COUNT: "get",
    CallKind.READ_STREAM: "get",
    CallKind.WRITE_STREAM: "put",
    CallKind.LIST_REFERENCES: "get",
    CallKind.READ_REFERENCE: "get",
    CallKind.ADD_REFERENCE: "post",
    CallKind.SET_REFERENCE: "put",
    CallKind.REMOVE_REFERENCE: "delete",
}
_PURPOSES = {
    CallKind.CREATE: "create",
    CallKind.REPLACE: "create",
    CallKind.UPDATE: "update",
    CallKind.INVOKE: "invoke",
}


def lower_operation(
    call: Call,
    kind: ResourceKind,
    answer: Answer,
    body: BodyType | None,
) -> OperationSource:
    """`get`, `post`, ... and, where the service gives pages, `iterate`."""
    options = option_set(call, kind is ResourceKind.REFERENCE_COLLECTION)
    name = _METHODS.get(call.kind) or call.method.value.lower()
    text = docstring(call_text(call), 8)
    configuration = "request_configuration: Configuration = None"
    unpacked = f"**options: Unpack[{options.name}]"
    parameters = ["self", configuration, unpacked]
    arguments = [
        string_literal(call.method.value),
        answer.source(),
        "request_configuration",
        "options",
    ]
    if body is not None:
        parameters.insert(1, f"body: {body.annotation}")
        arguments.append("body")
        purpose = _PURPOSES.get(call.kind)
        if body.declared is not None or purpose is not None:
            arguments.append("None" if body.declared is None else string_literal(body.declared))
        if purpose is not None:
            arguments.append(string_literal(purpose))
    members = [
        MemberView(
            name,
            signature(name, parameters, f"Request[{answer.annotation}]"),
            call_source("return self._request", arguments, 8, 8),
            decorated=True,
            decorator="@operation",
            documented=True,
            docstring=text,
        )
    ]
    iterates = call.pageable and answer.item is not None and body is None
    if iterates:
        members.append(_iterate(answer, parameters, arguments))
    return OperationSource(tuple(members), options, (answer.kind,), iterates)


def _iterate(answer: Answer, parameters: list[str], arguments: list[str]) -> MemberView:
    return MemberView(
        "iterate",
        signature("iterate", parameters, f"Pages[{answer.item}]"),
        call_source("return self._pages", arguments, 8, 8),
        decorated=True,
        decorator="@iteration",
        documented=True,
        docstring='"""All items, page by page; see `get` for permissions and options."""',
    )
