"""Models: reading metadata, taking a part of it, checking JSON against it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from os import PathLike
from pathlib import Path

from edmund.config import Client
from edmund.config.folders import metadata_files
from edmund.config.inputs import read_file, read_inputs, shown_path
from edmund.diagnostics import Diagnostic, EdmundError, Severity, raise_on_errors
from edmund.model.subjects import settle
from edmund.model.versions import with_versions_followed
from edmund.pipeline import Loaded, StageProgress, load_model, silent
from edmund.slicing.slice import Selection, slice_model
from edmund.validation import check
from edmund.validation.check import Operation, Violation, find_type
from edmund.validation.places import places

__all__ = [
    "load",
    "load_client",
    "reasons",
    "slice",
    "type_called",
    "validate",
    "validate_text",
    "violation_places",
]

AnyPath = str | PathLike[str]


def load(
    *metadata: AnyPath,
    permissions: AnyPath | None = None,
    progress: StageProgress = silent,
    whole: bool = True,
) -> Loaded:
    """Read CSDL files, which make one model together, and perhaps a permissions file.

    A folder stands for all CSDL documents below it.

    Warnings are in the result's `diagnostics`. `progress` is called with the name of each stage.
    Raises EdmundError for what cannot be read. Without `whole`, types that are missing are errors in
    `diagnostics`: give the result to `slice`, which refuses those that the slice needs.
    """
    paths = (
        file for path in map(Path, metadata) for file in metadata_files(path, shown_path(path))
    )
    files = tuple(map(read_file, paths))
    table = None if permissions is None else read_file(Path(permissions))
    return load_model(files, table, progress, whole=whole)


def load_client(client: Client, *, progress: StageProgress = silent) -> Loaded:
    """The whole model of a configuration's client, its slice not taken yet. Raises EdmundError."""
    inputs = read_inputs(client)
    loaded = load_model(inputs.metadata, inputs.permissions, progress)
    if client.follow_versions:
        return replace(loaded, model=with_versions_followed(loaded.model))
    return loaded


def slice(loaded: Loaded, *, types: Sequence[str] = (), paths: Sequence[str] = ()) -> Loaded:
    """The part of a model that `types` (qualified names) and `paths` (URL globs) need.

    Raises EdmundError when one of them matches nothing, or needs a type that is missing.
    """
    sliced = slice_model(loaded.model, Selection(tuple(types), tuple(paths)))
    told = settle(loaded.model, sliced.model, loaded.diagnostics)
    raise_on_errors(told)
    return Loaded(sliced.model, loaded.permissions, told)


def reasons(
    loaded: Loaded,
    *,
    types: Sequence[str] = (),
    paths: Sequence[str] = (),
    only: str | None = None,
) -> Mapping[str, tuple[str, ...]]:
    """Why each type is in the slice that `types` and `paths` make: a chain from what was selected.

    `only` asks for one type. Raises EdmundError when it is not in the slice (EDM611), and as `slice`.
    """
    found = slice_model(loaded.model, Selection(tuple(types), tuple(paths))).reasons
    chains = {name: tuple(chain) for name, chain in found.items()}
    if only is None:
        return chains
    wanted = type_called(loaded, only)
    if wanted not in chains:
        message = f"the type '{wanted}' is not in the slice"
        raise EdmundError((Diagnostic("EDM611", Severity.ERROR, message),))
    return {wanted: chains[wanted]}


def type_called(loaded: Loaded, text: str) -> str:
    """The qualified name of the type that `text` names. Raises EdmundError (EDM611, EDM801)."""
    try:
        name = find_type(loaded.schema.types, text)
    except EdmundError as failure:
        containers = loaded.model.containers
        children = {child.name for each in containers for child in each.entity_sets}
        children |= {child.name for each in containers for child in each.singletons}
        if text not in children:
            raise
        message = f"'{text}' is not a type of the model"
        hint = f"paths begin with a slash: '/{text}'"
        raise EdmundError((Diagnostic("EDM611", Severity.ERROR, message, None, hint),)) from failure
    if name not in loaded.model.types_by_name:
        message = f"'{text}' is not a type of the model"
        hint = "actions and functions are shown with the type they are bound to, or by their path"
        raise EdmundError((Diagnostic("EDM611", Severity.ERROR, message, None, hint),))
    return name


def validate(
    loaded: Loaded, type_name: str, payload: object, operation: Operation | None = None
) -> tuple[Violation, ...]:
    """What is wrong with `payload`, a parsed JSON value, as a value of the type called `type_name`.

    `operation` is for request bodies; None means an answer. Raises EdmundError when there is no such
    type.
    """
    return check.validate_payload(loaded.schema, type_name, payload, operation)


def validate_text(
    loaded: Loaded,
    type_name: str,
    text: bytes | str,
    operation: Operation | None = None,
    *,
    source: str = "payload",
) -> tuple[Violation, ...]:
    """As `validate`, for JSON text: numbers are taken exactly, and a name given twice is found.

    `source` is what messages call the text. Raises EdmundError for what is not JSON, too.
    """
    return check.validate_text(loaded.schema, type_name, text, operation, source=source)


def violation_places(
    text: bytes | str, violations: Sequence[Violation]
) -> tuple[tuple[int, int], ...]:
    """Line and column, from 1, of what each violation that `validate_text` found in `text` is about."""
    plain = text if isinstance(text, str) else text.decode("utf-8-sig")
    found = places(plain, {violation.pointer for violation in violations})
    return tuple(found[violation.pointer] for violation in violations)
