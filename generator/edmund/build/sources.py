"""What clients are made from: each set of files is read once, however many clients are made from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from edmund.config import Client
from edmund.config.inputs import ClientInputs, InputFile, read_file, read_inputs
from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span
from edmund.frontends.detect import Format, format_of

if TYPE_CHECKING:
    from edmund.build.generate import Progress
    from edmund.description import Description
    from edmund.pipeline import Loaded

__all__ = ["Sources", "client_files"]

_Inputs = tuple[tuple[Path, ...], Path | None, Path | None]


class Sources:
    """The files of clients, and what was read from them, let go when the last client has been compiled."""

    def __init__(self, clients: Sequence[Client]) -> None:
        self._waiting = Counter(_inputs_of(client) for client in clients)
        self._files: dict[_Inputs, ClientInputs] = {}
        self._read: dict[_Inputs, Loaded | Description] = {}

    def inputs(self, client: Client) -> ClientInputs:
        """The bytes of all of a client's files. Raises EdmundError (EDM608), and for an OpenAPI description what is wrong."""
        key = _inputs_of(client)
        if key not in self._files:
            files = read_inputs(client)
            if _is_description(client, files.metadata):
                description = self._read[key] = _described(client)
                files = replace(files, metadata=description.files)
            self._files[key] = files
        return self._files[key]

    def take(self, client: Client, progress: Progress) -> Loaded | Description:
        """What the files of a client say, to be called once for each. Raises EdmundError."""
        from edmund.model.versions import with_versions_followed
        from edmund.pipeline import Loaded, load_model

        key = _inputs_of(client)
        files = self.inputs(client)
        read = self._read.get(key)
        if read is None:
            try:
                read = load_model(files.metadata, files.permissions, progress.stage, whole=False)
            except EdmundError as failure:
                raise EdmundError(client.tolerance.judge(failure.diagnostics)) from None
        self._waiting[key] -= 1
        if self._waiting[key] > 0:
            self._read[key] = read
        else:
            self._read.pop(key, None)
        if client.follow_versions and isinstance(read, Loaded):
            return replace(read, model=with_versions_followed(read.model))
        return read


def client_files(client: Client) -> tuple[Path, ...]:
    """The files that a client is made from, those that an OpenAPI description refers to among them.

    Raises EdmundError when they cannot be read.
    """
    metadata = client.metadata
    if len(metadata) == 1 and _is_description(client, (read_file(metadata[0]),)):
        metadata = (*metadata, *(Path(file.name).absolute() for file in _described(client).files[1:]))
    others = (path for path in (client.permissions, client.calls) if path is not None)
    return (*metadata, *others)


def _inputs_of(client: Client) -> _Inputs:
    return client.metadata, client.permissions, client.calls


def _is_description(client: Client, files: Sequence[InputFile]) -> bool:
    """Whether the metadata is an OpenAPI description.

    Raises EdmundError (EDM756) when it is one among other files; permissions are of OData's calls.
    """
    descriptions = [file for file in files if format_of(file.data) is Format.OPENAPI]
    if descriptions and (len(files) > 1 or client.permissions is not None):
        message = f"'{descriptions[0].name}' is an OpenAPI description, which goes with no other file"
        place = client.origins.get("metadata") or Span(descriptions[0].name)
        hint = "it is one file; the files that it refers to belong to it without being named"
        raise EdmundError((Diagnostic("EDM756", Severity.ERROR, message, place, hint),))
    return bool(descriptions)


def _described(client: Client) -> Description:
    from edmund.description import load_description

    try:
        return load_description(client.metadata[0])
    except EdmundError as failure:
        raise EdmundError(client.tolerance.judge(failure.diagnostics)) from None
