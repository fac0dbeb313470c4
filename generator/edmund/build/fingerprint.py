"""A fingerprint of all that an output depends on: same fingerprint, same output."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from edmund.config import Client
from edmund.config.inputs import read_file
from edmund.render.built_in import built_in_template_root

__all__ = ["compiler_digest", "recipe_fingerprint", "templates_digest"]


def recipe_fingerprint(client: Client, inputs: Sequence[bytes]) -> str:
    """SHA-256 over the options of `client`, the bytes of its inputs, the compiler and the templates.

    Where the files lie does not matter, only what is in them.
    """
    digest = hashlib.sha256()
    options = {
        "target": client.target,
        "package": client.package,
        "client": client.client,
        "base_url": client.base_url,
        "names": client.names,
        "shape": client.shape,
        "calls": client.calls is not None,
        "include_paths": client.include_paths,
        "include_types": client.include_types,
        "settings": dict(client.settings),
        "metadata": len(client.metadata),
        "permissions": client.permissions is not None,
        # An output that was made with warnings is not up to date for who refuses them.
        "strict": sorted(client.ignore) if client.strict else None,
    }
    if client.follow_versions:
        options["follow_versions"] = True
    if client.renames:
        options["renames"] = dict(client.renames)
    digest.update(json.dumps(options, sort_keys=True).encode())
    digest.update(_kept_names(client))
    for content in inputs:
        digest.update(hashlib.sha256(content).digest())
    digest.update(compiler_digest().encode())
    digest.update(templates_digest(client).encode())
    if client.templates is not None:
        digest.update(_formatter_version().encode())
    return digest.hexdigest()


def _kept_names(client: Client) -> bytes:
    """What the lock has of the client's names, as it is written there."""
    if client.lock is None:
        return b""
    try:
        text = client.lock.read_bytes()
    except OSError:
        return b""
    head = f"[clients.{json.dumps(client.name)}.names.".encode()
    found: list[bytes] = []
    is_inside = False
    for line in text.splitlines() if head in text else ():
        if line.startswith(b"["):
            is_inside = line.startswith(head)
        if is_inside:
            found.append(line)
    return b"\n".join(found)


def compiler_digest() -> str:
    """SHA-256 over Edmund's own source files, so that a change to the compiler is seen at once."""
    package = Path(__file__).resolve().parents[1]
    return _tree_digest(package, (".py",))


def templates_digest(client: Client) -> str:
    """SHA-256 over the templates and support files that `client` is rendered with.

    With a target of another package over all of its files: Edmund's own code is part of the compiler's digest.
    """
    digest = hashlib.sha256()
    if client.templates is not None:
        digest.update(_tree_digest(client.templates, None).encode())
    digest.update(_tree_digest(_target_folder(client.target), None).encode())
    return digest.hexdigest()


def _target_folder(target: str) -> Path:
    """Where the templates of a target lie, or all of it where it is another package's.

    Edmund's own are not looked up: importing one takes longer than a run that finds nothing to do. Of a target
    that is not there the folder is not there either; who compiles says so.
    """
    own = built_in_template_root() / target
    if own.is_dir():
        return own
    from edmund.targets.registry import TARGETS

    found = TARGETS.get(target)
    return own if found is None or found.folder is None else found.folder


def _tree_digest(root: Path, suffixes: tuple[str, ...] | None) -> str:
    digest = hashlib.sha256()
    for path in _files(str(root)):
        if suffixes is None or path.endswith(suffixes):
            content = read_file(root / path).data
            digest.update(f"{path}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()


def _files(root: str) -> Iterable[str]:
    found: list[str] = []
    for folder, names, files in os.walk(root):
        names[:] = [name for name in names if name != "__pycache__"]
        for name in files:
            if not name.endswith(".pyc"):
                found.append(os.path.relpath(os.path.join(folder, name), root).replace(os.sep, "/"))
    return sorted(found)


def _formatter_version() -> str:
    from importlib.metadata import version

    return version("black")
