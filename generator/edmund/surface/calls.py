"""The calls that a resource takes, out of its kind, its type and what is said of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from edmund.model.elements import Operation
from edmund.model.vocabulary import IS_DELTA, description, is_true, long_description
from edmund.surface.capabilities import CallNotes, Capabilities, operation_notes
from edmund.surface.declared_types import DeclaredTypes
from edmund.surface.elements import (
    Call,
    CallKind,
    HttpMethod,
    PathPermissions,
    QueryOption,
)
from edmund.surface.members import deprecation_of
from edmund.surface.type_parts import is_list, item_of
from edmund.surface.types import Deprecation, ListOf, Primitive, Type

__all__ = [
    "action_call",
    "collection_calls",
    "collection_reference_calls",
    "complex_calls",
    "count_calls",
    "entity_calls",
    "function_call",
    "reference_calls",
    "stream_calls",
    "streamed",
]

_COLLECTION_OPTIONS: Final = (
    QueryOption.COUNT,
    QueryOption.EXPAND,
    QueryOption.FILTER,
    QueryOption.ORDERBY,
    QueryOption.SEARCH,
    QueryOption.SELECT,
    QueryOption.SKIP,
    QueryOption.TOP,
)
_UNSHAPED_OPTIONS: Final = (
    QueryOption.COUNT,
    QueryOption.FILTER,
    QueryOption.ORDERBY,
    QueryOption.SEARCH,
    QueryOption.SKIP,
    QueryOption.TOP,
)
_ENTITY_OPTIONS: Final = (QueryOption.EXPAND, QueryOption.SELECT)
_COUNT_OPTIONS: Final = (QueryOption.FILTER, QueryOption.SEARCH)

_COUNT: Final = Primitive("Edm.Int64")
_STREAM: Final = Primitive("Edm.Stream")
_REFERENCE: Final = Primitive("Edm.String")
_REFERENCES: Final = ListOf(_REFERENCE)
_SILENT: Final = CallNotes()


def _allowed(
    options: tuple[QueryOption, ...], capabilities: Capabilities
) -> tuple[QueryOption, ...]:
    if not capabilities.query:
        return options
    refused = {option for option, allowed in capabilities.query if not allowed}
    return tuple(option for option in options if option not in refused)


def _call(
    kind: CallKind,
    method: HttpMethod,
    notes: CallNotes | None = None,
    *,
    body: Type | None = None,
    returns: Type | None = None,
    query: tuple[QueryOption, ...] = (),
    pageable: bool = False,
    deprecated: Deprecation | None = None,
) -> Call:
    notes = notes or _SILENT
    return Call(
        kind,
        method,
        body=body,
        returns=returns,
        query=query,
        custom_query=notes.query,
        custom_headers=notes.headers,
        pageable=pageable,
        permissions=_annotated(notes),
        description=notes.description,
        long_description=notes.long_description,
        deprecation=deprecated,
    )


def _annotated(notes: CallNotes) -> tuple[PathPermissions, ...]:
    """Permissions without a path: they hold wherever the resource is addressed."""
    return (PathPermissions("", notes.grants),) if notes.grants else ()


def collection_calls(
    items: Type, said: Capabilities, deprecated: Deprecation | None
) -> tuple[Call, ...]:
    """List and create (OData Protocol 4.01, sections 11.2.6 and 11.4.2)."""
    calls: list[Call] = []
    if said.listable is not False:
        options = _allowed(_COLLECTION_OPTIONS, said)
        calls.append(
            _call(
                CallKind.LIST,
                HttpMethod.GET,
                said.listing,
                returns=items,
                query=options,
                pageable=True,
                deprecated=deprecated,
            )
        )
    if said.insertable:
        item = item_of(items)
        calls.append(
            _call(
                CallKind.CREATE,
                HttpMethod.POST,
                said.creating,
                body=item,
                returns=item,
                deprecated=deprecated,
            )
        )
    return tuple(calls)


def entity_calls(
    type_: Type,
    said: Capabilities,
    notes: CallNotes | None,
    deprecated: Deprecation | None,
) -> tuple[Call, ...]:
    """Read, update, replace and delete (sections 11.2.2, 11.4.3, 11.4.4 and 11.4.5)."""
    calls: list[Call] = []
    if said.readable is not False:
        options = _allowed(_ENTITY_OPTIONS, said)
        calls.append(
            _call(
                CallKind.READ,
                HttpMethod.GET,
                notes,
                returns=type_,
                query=options,
                deprecated=deprecated,
            )
        )
    if said.updatable:
        calls += _updates(type_, said, deprecated)
    if said.deletable:
        calls.append(
            _call(CallKind.DELETE, HttpMethod.DELETE, said.deleting, deprecated=deprecated)
        )
    return tuple(calls)


def _updates(type_: Type, said: Capabilities, deprecated: Deprecation | None) -> list[Call]:
    return [
        _call(
            CallKind.UPDATE if method is HttpMethod.PATCH else CallKind.REPLACE,
            method,
            said.updating,
            body=item_of(type_),
            returns=type_,
            deprecated=deprecated,
        )
        for method in said.update_methods or (HttpMethod.PATCH,)
    ]


def complex_calls(type_: Type, said: Capabilities) -> tuple[Call, ...]:
    """Read and update of a complex property; a collection is replaced (section 11.4.9.3 and .4)."""
    if not is_list(type_):
        return entity_calls(type_, said, said.listing, None)
    calls = list(collection_calls(type_, said, None))
    if said.updatable:
        calls.append(
            _call(
                CallKind.REPLACE,
                HttpMethod.PUT,
                said.updating,
                body=ListOf(item_of(type_)),
                returns=type_,
            )
        )
    return tuple(calls)


def count_calls(said: Capabilities) -> tuple[Call, ...]:
    """The number of items as plain text (URL Conventions 4.01, section 4.8)."""
    options = _allowed(_COUNT_OPTIONS, said)
    return (_call(CallKind.COUNT, HttpMethod.GET, returns=_COUNT, query=options),)


def stream_calls(writable: bool, owner: Type | None) -> tuple[Call, ...]:
    """A media stream or stream property (sections 11.2.4, 11.4.7 and 11.4.8).

    A write answers the `owner` of the stream, where it is given.
    """
    read = _call(CallKind.READ_STREAM, HttpMethod.GET, returns=_STREAM)
    if not writable:
        return (read,)
    return (
        read,
        _call(CallKind.WRITE_STREAM, HttpMethod.PUT, body=_STREAM, returns=owner or _STREAM),
        _call(CallKind.DELETE, HttpMethod.DELETE),
    )


def reference_calls(single: bool) -> tuple[Call, ...]:
    """`$ref` of a single navigation, or of one item of a collection (section 11.4.6)."""
    remove = _call(CallKind.REMOVE_REFERENCE, HttpMethod.DELETE)
    if not single:
        return (remove,)
    return (
        _call(CallKind.READ_REFERENCE, HttpMethod.GET, returns=_REFERENCE),
        _call(CallKind.SET_REFERENCE, HttpMethod.PUT, body=_REFERENCE),
        remove,
    )


def collection_reference_calls(said: Capabilities) -> tuple[Call, ...]:
    """`$ref` of a collection; the one to remove is named by `$id` (section 11.4.6.2)."""
    return (
        _call(
            CallKind.LIST_REFERENCES,
            HttpMethod.GET,
            returns=_REFERENCES,
            query=_allowed(_UNSHAPED_OPTIONS, said),
            pageable=True,
        ),
        _call(CallKind.ADD_REFERENCE, HttpMethod.POST, body=_REFERENCE),
        _call(CallKind.REMOVE_REFERENCE, HttpMethod.DELETE),
    )


def _invoke(operation: Operation, method: HttpMethod, declared: DeclaredTypes) -> Call:
    returned = operation.return_type
    notes = operation_notes(operation.annotations)
    return Call(
        CallKind.INVOKE,
        method,
        parameters=(
            tuple(map(declared.parameter, operation.own_parameters))
            if method is HttpMethod.POST
            else ()
        ),
        returns=None if returned is None else declared.type(returned.type),
        custom_query=notes.query,
        custom_headers=notes.headers,
        permissions=_annotated(notes),
        description=description(operation.annotations) or notes.description,
        long_description=long_description(operation.annotations) or notes.long_description,
        deprecation=deprecation_of(operation.annotations),
        operation=operation.name,
        span=operation.span,
    )


def action_call(operation: Operation, declared: DeclaredTypes) -> Call:
    """Section 11.5.5: POST, the parameters as one JSON object."""
    return _invoke(operation, HttpMethod.POST, declared)


def function_call(operation: Operation, returns_entities: bool, declared: DeclaredTypes) -> Call:
    """Section 11.5.4: GET. A collection takes the query options of its kind."""
    plain = _invoke(operation, HttpMethod.GET, declared)
    returned = plain.returns
    if returned is None or not is_list(returned):
        return plain
    is_delta = returns_entities and _is_delta(operation)
    options = _COLLECTION_OPTIONS if returns_entities else _UNSHAPED_OPTIONS
    return replace(
        plain,
        query=(*options, QueryOption.DELTATOKEN) if is_delta else options,
        pageable=True,
        delta=is_delta,
    )


def streamed(call: Call) -> Call:
    """The same call, answering bytes."""
    return replace(call, returns=_STREAM)


def _is_delta(operation: Operation) -> bool:
    """Whether the answer may be a delta response: Core.IsDelta, or the name that services give it."""
    returned = operation.return_type
    return operation.name.rpartition(".")[2] == "delta" or (
        returned is not None and is_true(returned.annotations, IS_DELTA)
    )
