"""Edmund as a library: the same stages that the command runs, without printing and without exits.

    from edmund import api

    old, new = api.load("old.csdl"), api.load("new.csdl")
    for finding in api.review(old, new):
        print(finding.level.word, finding.element, finding.message)

Every function raises `EdmundError`, whose `diagnostics` say what is wrong and where.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from os import PathLike
from pathlib import Path

from edmund.build.generate import Checked, Generated, check_client, generate_clients
from edmund.config import Client, Configuration, load_configuration
from edmund.config.check import suggestion
from edmund.config.inputs import read_file
from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span
from edmund.lock import check_locked
from edmund.model.slice import Selection, slice_model
from edmund.pipeline import Loaded, load_model
from edmund.review.compare import review_models
from edmund.review.comparison import Comparison
from edmund.review.findings import Finding, Level
from edmund.review.shape import Shape
from edmund.review.usage import Usage, everything_used, usage_of
from edmund.surface.build import build_surface
from edmund.validation.check import Operation, Violation, validate_payload

__all__ = [
    "Checked",
    "Diagnostic",
    "EdmundError",
    "Finding",
    "Generated",
    "Level",
    "Loaded",
    "Operation",
    "Violation",
    "check",
    "generate",
    "load",
    "review",
    "slice",
    "validate",
]

AnyPath = str | PathLike[str]


def load(*metadata: AnyPath, permissions: AnyPath | None = None) -> Loaded:
    """Read CSDL files, which make one model together, and perhaps a permissions file.

    Warnings are in the result's `diagnostics`. Raises EdmundError for what cannot be read.
    """
    files = tuple(read_file(Path(path)) for path in metadata)
    table = None if permissions is None else read_file(Path(permissions))
    return load_model(files, table)


def slice(loaded: Loaded, *, types: Sequence[str] = (), paths: Sequence[str] = ()) -> Loaded:
    """The part of a model that `types` (qualified names) and `paths` (URL globs) need.

    Raises EdmundError when one of them matches nothing.
    """
    sliced = slice_model(loaded.model, Selection(tuple(types), tuple(paths)))
    return Loaded(sliced.model, loaded.permissions, loaded.diagnostics)


def generate(
    configuration: AnyPath,
    clients: Iterable[str] = (),
    *,
    locked: bool = False,
    force: bool = False,
) -> tuple[Generated, ...]:
    """Bring the outputs of a configuration up to date: all its clients, or those named.

    With `locked`, insist on edmund.lock; with `force`, replace files that were edited. Raises
    EdmundError; where inputs or an output folder are at fault, nothing has been written.
    """
    loaded, chosen = _chosen(configuration, clients, locked)
    return generate_clients(chosen, loaded.root, force=force)


def check(
    configuration: AnyPath, clients: Iterable[str] = (), *, locked: bool = False
) -> tuple[Checked, ...]:
    """Compare the outputs of a configuration with what its inputs give; nothing is written."""
    loaded, chosen = _chosen(configuration, clients, locked)
    return tuple(check_client(client, loaded.root) for client in chosen)


def review(old: Loaded, new: Loaded) -> tuple[Finding, ...]:
    """What changed from `old` to `new`, judged for the wire and for source; the worst first."""
    comparison = Comparison(Shape(old.model), Shape(new.model), _usage(old), _usage(new))
    return review_models(comparison)


def validate(
    loaded: Loaded, type_name: str, payload: object, operation: Operation | None = None
) -> tuple[Violation, ...]:
    """What is wrong with `payload`, a parsed JSON value, as a value of the type called `type_name`.

    `operation` is for request bodies; None means an answer. Raises EdmundError when there is no such
    type.
    """
    return validate_payload(loaded.model, type_name, payload, operation)


def _chosen(
    path: AnyPath, names: Iterable[str], locked: bool
) -> tuple[Configuration, tuple[Client, ...]]:
    configuration = load_configuration(Path(path).absolute(), shown=str(path))
    by_name = {client.name: client for client in configuration.clients}
    wanted = tuple(names) or tuple(by_name)
    for name in wanted:
        if name not in by_name:
            message = f"the configuration has no client '{name}'"
            hint = suggestion(name, by_name)
            raise EdmundError(
                (Diagnostic("EDM606", Severity.ERROR, message, Span(str(path)), hint),)
            )
    chosen = tuple(by_name[name] for name in wanted)
    if locked:
        check_locked(configuration, chosen)
    return configuration, chosen


def _usage(loaded: Loaded) -> Usage:
    """Without a container nothing can be called: any type may be anywhere."""
    if not loaded.model.containers:
        return everything_used()
    surface, _ = build_surface(loaded.model)
    return usage_of(loaded.model, surface)
