"""What a changed input means: `edmund lock` reviews it against the version that was locked."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from edmund.config import Client, Configuration
from edmund.config.inputs import InputFile, read_file
from edmund.diagnostics import EdmundError
from edmund.lock import Lock, relative
from edmund.output.destination import CACHE_NAME, prepare_cache
from edmund.output.manifest import digest
from edmund.reporting import printable

__all__ = ["keep_inputs", "review_inputs"]

_MOST_FINDINGS = 30


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
                scratch = folder / f".{sha}.{os.getpid()}"
                scratch.write_bytes((configuration.root / name).read_bytes())
                os.replace(scratch, copy)
        for old in folder.iterdir():
            if old.name not in lock.inputs.values():
                old.unlink()
    except (OSError, EdmundError):
        return


def review_inputs(
    configuration: Configuration, before: Lock, changed: Sequence[str]
) -> Iterator[str]:
    """The findings of a review of each client whose metadata changed, as lines for people."""
    for client in configuration.clients:
        names = [relative(path, configuration.root) for path in client.metadata]
        if not any(name in changed for name in names):
            continue
        old = [_locked(configuration.root, name, before.inputs.get(name)) for name in names]
        if None in old:
            yield f"  review of {printable(client.name)}: the locked metadata is not at hand"
            continue
        try:
            yield from _review(client, [file for file in old if file is not None])
        except EdmundError as failure:
            first = printable(failure.diagnostics[0].message) if failure.diagnostics else ""
            yield f"  review of {printable(client.name)}: could not load the metadata: {first}"


def _review(client: Client, old: Sequence[InputFile]) -> Iterator[str]:
    from edmund import api  # noqa: PLC0415 - only when an input changed
    from edmund.pipeline import load_model  # noqa: PLC0415

    new = [read_file(path) for path in client.metadata]
    findings = api.review(load_model(old), load_model(new))
    breaking = sum(finding.level is api.Level.BREAKING for finding in findings)
    yield (
        f"  review of {printable(client.name)}: {len(findings)} changes, {breaking} breaking"
        " (`edmund review` says more)"
    )
    for finding in findings[:_MOST_FINDINGS]:
        level = finding.level.word
        yield f"    {level} {finding.id} {printable(finding.element)}: {printable(finding.message)}"
    if len(findings) > _MOST_FINDINGS:
        yield f"    and {len(findings) - _MOST_FINDINGS} more"


def _locked(root: Path, name: str, sha: str | None) -> InputFile | None:
    """The bytes of an input as the lock knew it: unchanged, kept, or as git has it at HEAD."""
    if sha is None:
        return None
    candidates = (root / name, root / CACHE_NAME / "inputs" / sha)
    for path in candidates:
        try:
            data = path.read_bytes()
        except OSError:
            continue
        if digest(data) == sha:
            return InputFile(name, data)
    shown = subprocess.run(
        ["git", "show", f"HEAD:./{name}"], cwd=root, capture_output=True, check=False, timeout=60
    )
    if shown.returncode == 0 and digest(shown.stdout) == sha:
        return InputFile(name, shown.stdout)
    return None
