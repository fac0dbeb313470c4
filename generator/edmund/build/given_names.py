"""The given names of a client: those that its configuration chooses, and those that edmund.lock keeps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from edmund.config import Client
from edmund.diagnostics import Diagnostic, EdmundError, Severity
from edmund.model.elements import EnumType as ModelEnum
from edmund.model.elements import Model
from edmund.model.elements import StructuredType as ModelStructure
from edmund.naming.given import GivenNames, PublicNames
from edmund.suggestions import suggestion
from edmund.surface.call_notes import CallNotes, KeptCalls, MethodNote, ParameterNote
from edmund.surface.elements import ResourceKind, Surface
from edmund.surface.types import EnumType, StructuredType

__all__ = [
    "check_chosen",
    "elements_of_model",
    "elements_of_surface",
    "given_calls",
    "given_names",
]

_CALL = re.compile(r"([A-Za-z]+ /[^?]*)(?:\?(.+))?")


def given_names(client: Client) -> GivenNames:
    """What names are made of where it is not the description. Raises EdmundError for a lock that cannot be read."""
    from edmund.lock import read_lock

    lock = None if client.lock is None else read_lock(client.lock)
    locked = None if lock is None else lock.clients.get(client.name)
    return GivenNames(client.renames, PublicNames() if locked is None else locked.names)


def given_calls(client: Client, kept: PublicNames) -> CallNotes:
    """What is chosen, and what is `kept`, for the calls of an OpenAPI description."""
    methods: list[MethodNote] = []
    parameters: list[ParameterNote] = []
    for element, name in client.renames.items():
        found = _CALL.fullmatch(element)
        place = client.origins.get(f"names {element}")
        if found is not None and found[2] is not None:
            parameters.append(ParameterNote(found[1], found[2], name, place))
        elif found is not None:
            methods.append(MethodNote(tuple(name.split(".")), element, place))
    return CallNotes(
        tuple(methods), (), tuple(parameters), KeptCalls(kept.calls, kept.parameters)
    )


def check_chosen(client: Client, elements: Iterable[str]) -> None:
    """Raises EdmundError (EDM759) for each chosen name that is of none of the `elements`.

    Calls are left out: who reads what is said of them finds those that are not there.
    """
    if not client.renames:
        return
    known = set(elements)
    raise_for = [
        element
        for element in client.renames
        if element not in known and not _CALL.fullmatch(element)
    ]
    found = []
    for element in raise_for:
        hint = suggestion(element, known)
        if hint is None:
            hint = "names for the clients of another description stand below [names.CLIENT]"
        message = f"the description has no '{element}' that could be called otherwise"
        place = client.origins.get(f"names {element}")
        found.append(Diagnostic("EDM759", Severity.ERROR, message, place, hint))
    if found:
        raise EdmundError(found)


def elements_of_surface(surface: Surface) -> Iterator[str]:
    """The types, members and paths of a description."""
    for type_ in surface.types.types:
        yield type_.name
        if isinstance(type_, StructuredType):
            yield from (f"{type_.name}/{each.name}" for each in type_.properties)
        elif isinstance(type_, EnumType):
            yield from (f"{type_.name}/{each.name}" for each in type_.members)
    for resource in surface.resources:
        if resource.kind is ResourceKind.PATH:
            yield resource.id


def elements_of_model(model: Model) -> Iterator[str]:
    """The types, members, operations, parameters and children of containers of a model."""
    for type_ in model.types:
        yield type_.name
        if isinstance(type_, ModelStructure):
            yield from (f"{type_.name}/{each.name}" for each in type_.properties)
            yield from (f"{type_.name}/{each.name}" for each in type_.navigation_properties)
        elif isinstance(type_, ModelEnum):
            yield from (f"{type_.name}/{each.name}" for each in type_.members)
    for operation in model.operations:
        yield operation.name
        yield from (f"{operation.name}/{each.name}" for each in operation.parameters)
    for container in model.containers:
        for children in (
            container.entity_sets,
            container.singletons,
            container.operation_imports,
        ):
            yield from (f"{container.name}/{child.name}" for child in children)
