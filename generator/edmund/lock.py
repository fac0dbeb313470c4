"""`edmund.lock`: what an output was made from, so that a build can insist on the same.

TOML in a stable order, without dates and without credentials, meant to be committed.
"""

from __future__ import annotations

import json
import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

from edmund.build.fingerprint import templates_digest
from edmund.build.sources import client_files
from edmund.config import LOCK_NAME, Client, Configuration
from edmund.config.inputs import read_file, shown_path
from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span
from edmund.naming.given import PublicNames, is_identifier
from edmund.output.manifest import digest

__all__ = [
    "LOCK_NAME",
    "Lock",
    "LockedClient",
    "LockedSource",
    "check_locked",
    "current_lock",
    "lock_changes",
    "lock_path",
    "read_lock",
    "write_lock",
]

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class LockedSource:
    """What `edmund fetch` brought: where it came from in the end, and what it was."""

    url: str
    final_url: str
    sha256: str
    etag: str | None = None


@dataclass(frozen=True, slots=True)
class LockedClient:
    """`options` are the client's, as JSON values; `templates` the digest of what renders it.

    `names` are those that its users write, by what they name.
    """

    inputs: tuple[str, ...]
    templates: str
    options: Mapping[str, object]
    names: PublicNames = field(default_factory=PublicNames)


@dataclass(frozen=True, slots=True)
class Lock:
    """`inputs` maps paths relative to the lock, with `/`, to SHA-256 in hex."""

    compiler: str
    inputs: Mapping[str, str] = field(default_factory=dict)
    clients: Mapping[str, LockedClient] = field(default_factory=dict)
    sources: Mapping[str, LockedSource] = field(default_factory=dict)

    def to_text(self) -> str:
        """The file's text: the same lock gives the same text anywhere."""
        lines = [
            "# Made by `edmund lock`: what the outputs are made from. Commit it, do not edit it.",
            f"format = {_FORMAT}",
            f"compiler = {_toml(self.compiler)}",
            "",
            "[inputs]",
            *(f"{_toml(path)} = {_toml(sha)}" for path, sha in sorted(self.inputs.items())),
        ]
        for name, client in sorted(self.clients.items()):
            lines += ["", f"[clients.{_toml(name)}]", f"inputs = {_toml(list(client.inputs))}"]
            lines += [
                f"templates = {_toml(client.templates)}",
                "",
                f"[clients.{_toml(name)}.options]",
            ]
            lines += [f"{key} = {_toml(value)}" for key, value in sorted(client.options.items())]
            lines += _name_lines(name, client.names)
        for name, source in sorted(self.sources.items()):
            lines += ["", f"[sources.{_toml(name)}]", f"url = {_toml(source.url)}"]
            lines += [f"final_url = {_toml(source.final_url)}", f"sha256 = {_toml(source.sha256)}"]
            if source.etag is not None:
                lines.append(f"etag = {_toml(source.etag)}")
        return "\n".join(lines) + "\n"


def lock_path(configuration: Configuration) -> Path:
    """The lock of a configuration lies beside it."""
    return configuration.root / LOCK_NAME


def read_lock(path: Path) -> Lock | None:
    """Read a lock; None when there is none. Raises EdmundError (EDM620)."""
    shown = shown_path(path)
    try:
        data = tomllib.loads(path.read_bytes().decode("utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise _invalid(shown, str(error)) from error
    if data.get("format") != _FORMAT:
        raise _invalid(shown, f"it is not of format {_FORMAT}")
    try:
        return _lock(data)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise _invalid(shown, f"it lacks or misuses {error}") from error


def write_lock(path: Path, lock: Lock) -> bool:
    """Write a lock in one step, if it differs; say whether it did. Raises EdmundError."""
    text = lock.to_text().encode()
    try:
        if path.is_symlink():
            raise OSError(0, "it is a symbolic link")
        if path.exists() and not path.is_file():
            raise OSError(0, "it is there and is no regular file")
        if path.exists() and path.read_bytes() == text:
            return False
        scratch = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            scratch.write_bytes(text)
            os.replace(scratch, path)
        finally:
            scratch.unlink(missing_ok=True)
    except OSError as error:
        message = f"the lock cannot be written: {error.strerror}"
        raise EdmundError(
            (Diagnostic("EDM621", Severity.ERROR, message, Span(shown_path(path))),)
        ) from error
    return True


def current_lock(
    configuration: Configuration,
    before: Lock | None,
    names: Mapping[str, PublicNames] | None = None,
) -> Lock:
    """The lock that describes things as they are now; fetched sources are kept from `before`.

    `names` are those of each client; without them there are none in the lock.
    """
    inputs: dict[str, str] = {}
    clients: dict[str, LockedClient] = {}
    for client in configuration.clients:
        files = []
        for path in client_files(client):
            name = relative(path, configuration.root)
            inputs[name] = digest(read_file(path).data)
            files.append(name)
        clients[client.name] = LockedClient(
            tuple(files),
            templates_digest(client),
            client_options(client),
            (names or {}).get(client.name, PublicNames()),
        )
    known = {source.name for source in configuration.sources}
    kept = before.sources if before is not None else {}
    sources = {name: source for name, source in kept.items() if name in known}
    return Lock(version("edmund"), inputs, clients, sources)


def check_locked(configuration: Configuration, clients: tuple[Client, ...]) -> None:
    """Insist that `clients` are what the lock says. Raises EdmundError (EDM622, EDM623)."""
    path = lock_path(configuration)
    lock = read_lock(path)
    if lock is None:
        message = "there is no edmund.lock"
        hint = "`edmund lock` makes one"
        raise EdmundError(
            (Diagnostic("EDM622", Severity.ERROR, message, Span(shown_path(path)), hint),)
        )
    now = current_lock(configuration, lock)
    found: list[str] = []
    if now.compiler != lock.compiler:
        found.append(f"the compiler is edmund {now.compiler}, the lock has {lock.compiler}")
    for client in clients:
        locked, current = lock.clients.get(client.name), now.clients[client.name]
        if locked is None:
            found.append(f"the lock has no client '{client.name}'")
            continue
        if locked.inputs != current.inputs:
            found.append(f"client '{client.name}' has other input files")
        if locked.templates != current.templates:
            found.append(f"the templates of client '{client.name}' have changed")
        if _normal(locked.options) != _normal(current.options):
            found.append(f"the options of client '{client.name}' have changed")
        for name in current.inputs:
            if name in lock.inputs and lock.inputs[name] != now.inputs[name]:
                found.append(f"the input '{name}' has changed")
    if found:
        hint = "`edmund lock` accepts what is there now and says what changed"
        raise EdmundError(
            Diagnostic("EDM623", Severity.ERROR, message, Span(shown_path(path)), hint)
            for message in dict.fromkeys(found)
        )


def lock_changes(before: Lock, now: Lock) -> Iterator[str]:
    """What differs between two locks, a line each."""
    from edmund.build.public_names import renamed

    if before.compiler != now.compiler:
        yield f"compiler: {before.compiler} -> {now.compiler}"
    yield from _difference("input", before.inputs, now.inputs)
    for name in sorted(before.clients.keys() | now.clients.keys()):
        old, new = before.clients.get(name), now.clients.get(name)
        if old is None or new is None:
            yield f"client {name}: {'new' if old is None else 'gone'}"
            continue
        if old.inputs != new.inputs:
            yield f"client {name}: inputs are now {', '.join(new.inputs)}"
        if old.templates != new.templates:
            yield f"client {name}: templates changed"
        for key in sorted(old.options.keys() | new.options.keys()):
            if old.options.get(key) != new.options.get(key):
                yield f"client {name}: {key}: {old.options.get(key)!r} -> {new.options.get(key)!r}"
        for element, was, is_ in renamed(old.names, new.names):
            yield f"client {name}: '{element}' is now called {is_}, and was {was}"


def _difference(what: str, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
    for name in sorted(old.keys() | new.keys()):
        if name not in old:
            yield f"{what} {name}: new"
        elif name not in new:
            yield f"{what} {name}: gone"
        elif old[name] != new[name]:
            yield f"{what} {name}: {old[name][:12]} -> {new[name][:12]}"


def client_options(client: Client) -> dict[str, object]:
    """What was chosen for a client, its files aside; keys that were not given are left out."""
    options: dict[str, object] = {
        "target": client.target,
        "package": client.package,
        "client": client.client,
        "base_url": client.base_url,
        "names": client.names,
        "shape": client.shape,
        "include_paths": list(client.include_paths),
        "include_types": list(client.include_types),
        "settings": dict(sorted(client.settings.items())),
        "follow_versions": client.follow_versions or None,
        "renames": dict(sorted(client.renames.items())),
    }
    return {key: value for key, value in options.items() if value not in (None, [], {})}


def relative(path: Path, root: Path) -> str:
    """`path` as the lock names it: the same on every machine."""
    return Path(os.path.relpath(path, root)).as_posix()


def _lock(data: Mapping[str, Any]) -> Lock:
    return Lock(
        compiler=str(data["compiler"]),
        inputs={str(path): str(sha) for path, sha in data.get("inputs", {}).items()},
        clients={
            name: LockedClient(
                tuple(c["inputs"]), str(c["templates"]), c["options"], _names(c.get("names", {}))
            )
            for name, c in data.get("clients", {}).items()
        },
        sources={
            name: LockedSource(s["url"], s["final_url"], s["sha256"], s.get("etag"))
            for name, s in data.get("sources", {}).items()
        },
    )


def _name_lines(client: str, names: PublicNames) -> Iterator[str]:
    """The tables of a client's names: one for each kind of what is named."""
    tables: Mapping[str, Mapping[str, object]] = {
        "types": names.types,
        "modules": names.modules,
        "members": names.members,
        "accessors": names.accessors,
        "calls": {call: list(words) for call, words in names.calls.items()},
        "parameters": names.parameters,
    }
    for kind, table in tables.items():
        if table:
            yield from ("", f"[clients.{_toml(client)}.names.{kind}]")
            yield from (f"{_toml(key)} = {_toml(own)}" for key, own in sorted(table.items()))


def _names(data: Mapping[str, Any]) -> PublicNames:
    """Raises ValueError for what is no name: it would stand in code."""
    return PublicNames(
        _identifiers(data.get("types", {})),
        _identifiers(data.get("modules", {})),
        {owner: _identifiers(named) for owner, named in data.get("members", {}).items()},
        {owner: _identifiers(named) for owner, named in data.get("accessors", {}).items()},
        {call: tuple(map(str, words)) for call, words in data.get("calls", {}).items()},
        {
            call: {each: str(label) for each, label in labels.items()}
            for call, labels in data.get("parameters", {}).items()
        },
    )


def _identifiers(table: Mapping[str, object]) -> dict[str, str]:
    found = {}
    for key, name in table.items():
        if not isinstance(name, str) or not is_identifier(name):
            raise ValueError(f"the name of '{key}'")
        found[key] = name
    return found


def _normal(options: Mapping[str, object]) -> str:
    return json.dumps(options, sort_keys=True)


def _toml(value: object) -> str:
    """A value, or a quoted key; JSON's texts, lists and truth values are TOML's too."""
    if isinstance(value, dict):
        inner = ", ".join(f"{_toml(key)} = {_toml(item)}" for key, item in value.items())
        return f"{{ {inner} }}"
    if isinstance(value, list):
        return f"[{', '.join(_toml(item) for item in value)}]"
    text = json.dumps(value, ensure_ascii=True)
    # JSON writes characters beyond the BMP as two surrogates, which TOML does not take.
    return re.sub(
        r"\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})",
        lambda m: f"\\U{0x10000 + ((int(m[1], 16) - 0xD800) << 10) + int(m[2], 16) - 0xDC00:08x}",
        text,
    ).replace("\x7f", "\\u007f")


def _invalid(shown: str, reason: str) -> EdmundError:
    hint = "restore it from version control, or delete it and run `edmund lock`"
    return EdmundError(
        (
            Diagnostic(
                "EDM620", Severity.ERROR, f"the lock cannot be read: {reason}", Span(shown), hint
            ),
        )
    )
