"""The names that users of a client write, by what they name in the description: `edmund.lock` keeps them.

A later version of the description must not rename what is still there: names that are kept come before those that are
made. Where one cannot be kept all the same, that is told and nothing is generated until somebody accepts it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from edmund.build.recipe import target_options
from edmund.build.sources import Sources
from edmund.config import Client
from edmund.config.inputs import shown_path
from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span
from edmund.naming.given import GivenNames, PublicNames, edge_key
from edmund.plan.http_calls import planned_calls
from edmund.plan.http_paths import http_paths
from edmund.plan.operations import by_call, planned_operations
from edmund.plan.service import speaks_odata
from edmund.plan.shape import Shape
from edmund.slicing.slice import Selection
from edmund.surface.elements import Surface
from edmund.targets.contract import TargetOptions
from edmund.targets.registry import TARGETS

__all__ = ["check_names", "names_of", "names_of_clients", "renamed"]


def names_of_clients(clients: Sequence[Client], *, kept: bool = True) -> Mapping[str, PublicNames]:
    """The names of all clients by their own name, as their descriptions are now. Raises EdmundError.

    Without `kept`, as if there were no lock.
    """
    sources = Sources(clients)
    found = {}
    for client in clients:
        meant = client if kept else replace(client, lock=None)
        options = target_options(meant)
        surface = _surface(meant, sources, options.given.kept)
        found[client.name] = names_of(meant, surface, options)
    return found


def _surface(client: Client, sources: Sources, kept: PublicNames) -> Surface:
    """What the client is made of."""
    from edmund.build.described import call_notes
    from edmund.build.generate import Progress
    from edmund.collector import no_collection
    from edmund.description import Description
    from edmund.slicing.slice import slice_model
    from edmund.slicing.surface_slice import slice_surface
    from edmund.surface.build import build_surface
    from edmund.surface.call_notes import with_notes

    selection = Selection(client.include_types, client.include_paths)
    with no_collection():
        read = sources.take(client, Progress())
        if isinstance(read, Description):
            noted = with_notes(read.surface, call_notes(client, sources.inputs(client), kept))
            return slice_surface(noted, selection).surface
        return build_surface(slice_model(read.model, selection).model, read.permissions)[0]


def names_of(client: Client, surface: Surface, options: TargetOptions) -> PublicNames:
    """What users of the client write."""
    made = TARGETS[client.target].names
    if speaks_odata(surface):
        return made(surface, options)
    planned = planned_calls(surface)
    parameters = {
        f"{call.method} {id_}": {
            f"{each.location.value} {each.name}": each.label for each in call.parameters
        }
        for id_, calls in planned.items()
        for call in calls
        if call.parameters
    }
    if options.shape is Shape.PATHS:
        return replace(made(http_paths(surface).surface, options), parameters=parameters)
    named = by_call(planned_operations(surface, planned))
    words = {
        f"{call.method} {id_}": named[f"{call.method} {call.path}"]
        for id_, calls in planned.items()
        for call in calls
    }
    names = made(surface, options)
    return replace(names, accessors={}, calls=words, parameters=parameters)


def renamed(before: PublicNames, now: PublicNames) -> Iterator[tuple[str, str, str]]:
    """What both have and call otherwise: the element, its name before and now."""
    current = dict(_entries(now))
    for element, name in sorted(_entries(before)):
        if current.get(element, name) != name:
            yield element, name, current[element]


def _entries(names: PublicNames) -> Iterator[tuple[str, str]]:
    yield from names.types.items()
    for type_, module in names.modules.items():
        yield f"{type_} (its module)", module
    for owners in (names.members, names.accessors):
        for owner, named in owners.items():
            yield from ((f"{owner.rstrip('/')}/{each}", name) for each, name in named.items())
    for call, words in names.calls.items():
        yield call, ".".join(words)
    for call, labels in names.parameters.items():
        yield from ((f"{call}, {each}", label) for each, label in labels.items())


def _not_chosen(given: GivenNames, surface: Surface) -> PublicNames:
    """The names that are kept, without those in whose place somebody has chosen others."""
    kept = given.kept
    types, modules = given.types, given.modules
    renamed_calls = {element.partition("?")[0] for element in given.chosen}
    return PublicNames(
        {name: own for name, own in kept.types.items() if not types.chooses(name)},
        {name: own for name, own in kept.modules.items() if not modules.chooses(name)},
        {
            owner: {n: own for n, own in named.items() if not given.members(owner).chooses(n)}
            for owner, named in kept.members.items()
        },
        {
            resource.id: {
                edge_key(resource.edges[int(at)]): own
                for at, own in given.accessors(resource).items()
            }
            for resource in surface.resources
        },
        {call: words for call, words in kept.calls.items() if call not in renamed_calls},
        {call: own for call, own in kept.parameters.items() if call not in renamed_calls},
    )


def check_names(client: Client, surface: Surface, options: TargetOptions) -> None:
    """Raises EdmundError (EDM758) for each name of the lock that would be another one."""
    place = None if client.lock is None else Span(shown_path(client.lock))
    hint = "`edmund lock --new-names` accepts what is made of the description now"
    told = [
        Diagnostic(
            "EDM758",
            Severity.ERROR,
            f"'{element}' would be called '{new}' in {client.name}, and is '{old}' so far",
            place,
            hint,
        )
        for element, old, new in renamed(
            _not_chosen(options.given, surface), names_of(client, surface, options)
        )
    ]
    if told:
        raise EdmundError(told)
