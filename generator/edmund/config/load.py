"""Reading `edmund.toml`, or `[tool.edmund]` in `pyproject.toml`."""

from __future__ import annotations

import os
import re
import stat
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from edmund.config.check import Findings, check_tables
from edmund.config.elements import Client, Configuration, ReviewSettings, Source
from edmund.config.folders import metadata_files
from edmund.config.positions import KeyPath, key_positions
from edmund.config.trust import OWNERS_VARIABLE, distrust
from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span

__all__ = [
    "LOCK_NAME",
    "SHORT_NAMES",
    "find_configuration",
    "load_configuration",
    "parse_configuration",
]

FILE_NAME = "edmund.toml"
LOCK_NAME = "edmund.lock"
SHORT_NAMES: Mapping[str, str] = {
    "graph-v1.0": "https://graph.microsoft.com/v1.0/$metadata",
    "graph-beta": "https://graph.microsoft.com/beta/$metadata",
}
_LARGEST = 4 * 1024 * 1024


def find_configuration(start: Path) -> Path | None:
    """The nearest configuration in `start` or above it, up to the root of the repository.

    The search also ends where a folder has another owner or is on another file system. Raises
    EdmundError (EDM615) for a configuration that another user may have put there.
    """
    first = _status(start)
    for folder in (start, *start.parents):
        here = _status(folder)
        if here is None or first is None:
            return None
        if (here.st_dev, here.st_uid) != (first.st_dev, first.st_uid):
            return None
        own = folder / FILE_NAME
        if own.is_file():
            return _believed(own)
        shared = folder / "pyproject.toml"
        if shared.is_file() and _has_table(shared):
            return _believed(shared)
        if (folder / ".git").exists():
            return None
    return None


def _status(folder: Path) -> os.stat_result | None:
    try:
        return folder.stat()
    except OSError:
        return None


def _believed(path: Path) -> Path:
    reason = distrust(path.stat())
    if reason is None:
        return path
    hint = f"name it with --config if you trust it, or list its owner in {OWNERS_VARIABLE}"
    message = f"the configuration {reason}, and a configuration may name code"
    raise EdmundError((Diagnostic("EDM615", Severity.ERROR, message, Span(str(path)), hint),))


def _has_table(path: Path) -> bool:
    try:
        if path.stat().st_size > _LARGEST:
            return False
        content = path.read_bytes()
    except OSError:
        return False
    return re.search(rb"^\s*\[\s*tool\s*\.\s*edmund\b", content, re.M) is not None


def load_configuration(path: Path, *, shown: str | None = None) -> Configuration:
    """Read the configuration `path`; `shown` is its name in messages.

    Raises EdmundError (EDM601 to EDM607) with all that is wrong, each with its line.
    """
    name = shown or str(path)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _failed("EDM601", "the configuration is not a regular file", name)
        if status.st_size > _LARGEST:
            raise _failed("EDM602", f"the configuration is larger than {_LARGEST} bytes", name)
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise _failed("EDM601", f"the configuration cannot be read: {reason}", name) from error
    return parse_configuration(content, path, shown=name)


def parse_configuration(content: bytes, path: Path, *, shown: str) -> Configuration:
    """As `load_configuration`, from the bytes of the file; paths in it are relative to its folder."""
    try:
        text = content.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise _failed("EDM602", "the configuration is not UTF-8", shown, line, 1) from error
    try:
        data: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r" \(at line (\d+), column (\d+)\)$", str(error))
        line, column = (int(found[1]), int(found[2])) if found else (0, 0)
        message = re.sub(r" \(at .*\)$", "", str(error))
        if not found:
            line, column = text.count("\n") + 1, 1
        raise _failed("EDM602", f"not TOML: {message}", shown, line, column) from error
    except RecursionError as error:
        raise _failed("EDM602", "not TOML: nested too deeply", shown) from error
    positions = key_positions(text)
    prefix: KeyPath = ()
    if path.name == "pyproject.toml":
        prefix = ("tool", "edmund")
        for part in prefix:
            data = data.get(str(part), {})
        positions = {
            key[2:]: place
            for key, place in positions.items()
            if key[:2] == prefix and key != prefix
        }
    findings = Findings(shown, positions)
    check_tables(data, findings)
    findings.stop_on_errors()
    root = path.parent
    clients = tuple(_client(name, data, root, findings) for name in data.get("clients", {}))
    findings.stop_on_errors()
    _check_outputs(clients, findings)
    findings.stop_on_errors()
    return Configuration(
        file=path,
        root=root,
        clients=clients,
        sources=tuple(_source(n, t, root, findings) for n, t in data.get("sources", {}).items()),
        review=_review(data.get("review", {}), root, findings),
    )


def _client(name: str, data: Mapping[str, Any], root: Path, findings: Findings) -> Client:
    table: Mapping[str, Any] = data["clients"][name]
    origins: dict[str, Span] = {}
    values: dict[str, Any] = {}

    def take(source: Mapping[str, Any], path: KeyPath) -> None:
        for key, value in source.items():
            values[key] = value
            origins[key] = findings.span((*path, key))

    profile = table.get("profile")
    if profile is not None:
        take(data["profiles"][profile], ("profiles", profile))
    take(table, ("clients", name))
    chosen = values.pop("slice", None)
    if chosen is not None:
        given = [key for key in ("include_paths", "include_types") if key in values]
        if given:
            findings.error(
                "EDM604",
                ("clients", name, "slice") if "slice" in table else ("clients", name),
                f"client '{name}' has a slice and '{given[0]}' of its own",
                "keep one of them",
            )
        take(data["slices"][chosen], ("slices", chosen))
    missing = [key for key in ("metadata", "target", "package", "output") if key not in values]
    for key in missing:
        findings.error("EDM605", ("clients", name), f"client '{name}' has no '{key}'")
    chosen_names = data.get("names", {})
    renames: dict[str, str] = {}
    for path, source in (
        (("names",), chosen_names),
        (("names", name), chosen_names.get(name, {})),
    ):
        for element, word in source.items():
            if isinstance(word, str):
                renames[element] = word
                origins[f"names {element}"] = findings.span((*path, element))
    metadata = values.get("metadata", [])
    return Client(
        name=name,
        metadata=tuple(
            file
            for item in ([metadata] if isinstance(metadata, str) else metadata)
            for file in metadata_files(root / item, item, origins.get("metadata"))
        ),
        target=values.get("target", ""),
        package=values.get("package", ""),
        output=root / values.get("output", ""),
        permissions=_path(root, values.get("permissions")),
        client=values.get("client"),
        base_url=values.get("base_url"),
        names=values.get("names"),
        shape=values.get("shape"),
        calls=_path(root, values.get("calls")),
        include_paths=tuple(values.get("include_paths", ())),
        include_types=tuple(values.get("include_types", ())),
        templates=_path(root, values.get("templates")),
        settings=values.get("settings", {}),
        follow_versions=values.get("follow_versions", False),
        strict=values.get("strict", False),
        ignore=tuple(values.get("ignore", ())),
        renames=renames,
        origins=origins,
        lock=root / LOCK_NAME,
    )


def _source(name: str, table: Mapping[str, Any], root: Path, findings: Findings) -> Source:
    defaults = Source(name, "", root)
    return Source(
        name=name,
        url=SHORT_NAMES.get(table["url"], table["url"]),
        path=root / table["path"],
        max_bytes=table.get("max_bytes", defaults.max_bytes),
        timeout=table.get("timeout", defaults.timeout),
        authorization_env=table.get("authorization_env"),
        origins={key: findings.span(("sources", name, key)) for key in table},
    )


def _review(table: Mapping[str, Any], root: Path, findings: Findings) -> ReviewSettings:
    return ReviewSettings(
        waivers=_path(root, table.get("waivers")),
        fail_on=table.get("fail_on"),
        on=table.get("on"),
        severities=table.get("severities", {}),
        origins={key: findings.span(("review", key)) for key in table},
    )


def _check_outputs(clients: tuple[Client, ...], findings: Findings) -> None:
    seen: dict[Path, str] = {}
    for client in clients:
        for folder, other in seen.items():
            if client.output.is_relative_to(folder) or folder.is_relative_to(client.output):
                same = client.output == folder
                what = "write the same folder" if same else "write one into the folder of the other"
                findings.error(
                    "EDM607",
                    ("clients", client.name, "output"),
                    f"clients '{other}' and '{client.name}' {what}",
                )
        seen.setdefault(client.output, client.name)


def _path(root: Path, value: str | None) -> Path | None:
    return None if value is None else root / value


def _failed(code: str, message: str, file: str, line: int = 0, column: int = 0) -> EdmundError:
    return EdmundError((Diagnostic(code, Severity.ERROR, message, Span(file, line, column)),))
