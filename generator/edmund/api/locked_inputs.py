"""What a changed input means: `edmund lock` reviews it against the version that was locked."""

from __future__ import annotations

import subprocess
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from edmund.api.reviews import review
from edmund.api.surface_reviews import review_openapi
from edmund.config import Client, Configuration
from edmund.config.inputs import InputFile, read_inputs
from edmund.description import below_root, parse_description
from edmund.diagnostics import EdmundError
from edmund.frontends.detect import Format, format_of
from edmund.lock import Lock, relative
from edmund.output.destination import CACHE_NAME, prepare_cache
from edmund.output.manifest import digest
from edmund.output.scratch import read_plain, write_scratch
from edmund.pipeline import load_model
from edmund.review.findings import Finding

__all__ = ["InputReview", "keep_inputs", "review_inputs"]


def keep_inputs(configuration: Configuration, lock: Lock) -> None:
    """Keep a copy of each locked input in the scratch folder, for the next review. May fail quietly."""
    folder = configuration.root / CACHE_NAME / "inputs"
    try:
        prepare_cache(folder.parent)
        if folder.is_symlink():
            return
        folder.mkdir(mode=0o700, exist_ok=True)
        for name, sha in lock.inputs.items():
            copy = folder / sha
            if not copy.exists():
                write_scratch(copy, (configuration.root / name).read_bytes())
        for old in folder.iterdir():
            if old.name not in lock.inputs.values():
                old.unlink()
    except (OSError, EdmundError):
        return


@dataclass(frozen=True, slots=True)
class InputReview:
    """What new metadata means for one client; `failure` says why there are no findings to tell."""

    client: Client
    findings: tuple[Finding, ...] = ()
    failure: str | None = None


def review_inputs(
    configuration: Configuration, before: Lock, changed: Collection[str]
) -> Iterator[InputReview]:
    """A review of each client whose metadata is among `changed`, against what was locked."""
    for client in configuration.clients:
        names = [relative(path, configuration.root) for path in client.metadata]
        if not any(name in changed for name in names):
            continue
        old = [_locked(configuration.root, name, before.inputs.get(name)) for name in names]
        if None in old:
            yield InputReview(client, failure="the locked metadata is not at hand")
            continue
        try:
            found = _changes(client, [file for file in old if file is not None])
        except EdmundError as error:
            first = error.diagnostics[0].message if error.diagnostics else ""
            yield InputReview(client, failure=f"could not load the metadata: {first}")
        else:
            yield InputReview(client, found)


def _changes(client: Client, old: list[InputFile]) -> tuple[Finding, ...]:
    """What became of the locked metadata. Raises EdmundError."""
    new = read_inputs(client).metadata
    if len(old) == len(new) == 1 and all(
        format_of(file.data) is Format.OPENAPI for file in (*old, *new)
    ):
        read, _ = below_root(client.metadata[0])
        return review_openapi(parse_description(old[0], read), parse_description(new[0], read))
    return review(load_model(old), load_model(new))


def _locked(root: Path, name: str, sha: str | None) -> InputFile | None:
    """The bytes of an input as the lock knew it: unchanged, kept, or as git has it at HEAD."""
    if sha is None:
        return None
    candidates = (root / name, root / CACHE_NAME / "inputs" / sha)
    for path in candidates:
        try:
            data = read_plain(path)
        except OSError:
            continue
        if digest(data) == sha:
            return InputFile(name, data)
    try:
        shown = subprocess.run(
            ["git", "show", f"HEAD:./{name}"],
            cwd=root,
            capture_output=True,
            check=False,
            timeout=60,
        )
    except (OSError, subprocess.TimeoutExpired):  # no git here
        return None
    if shown.returncode == 0 and digest(shown.stdout) == sha:
        return InputFile(name, shown.stdout)
    return None
