"""The lock, and the metadata that is fetched and pinned in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from edmund.api.clients import AnyConfiguration, configured
from edmund.build.public_names import names_of_clients
from edmund.config import Configuration, Source, find_configuration
from edmund.config.inputs import InputFile, read_file, shown_path
from edmund.config.secrets import without_secrets
from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span
from edmund.fetch import Fetched, fetch_source
from edmund.lock import (
    LOCK_NAME,
    Lock,
    LockedSource,
    current_lock,
    lock_changes,
    lock_path,
    read_lock,
    write_lock,
)
from edmund.output.manifest import digest
from edmund.suggestions import suggestion

if TYPE_CHECKING:
    from edmund.api.locked_inputs import InputReview

__all__ = ["LockUpdate", "fetch", "fetch_url", "lock"]

_ENDINGS = frozenset({".json", ".yaml", ".yml"})


@dataclass(frozen=True, slots=True)
class LockUpdate:
    """What is not as the lock had it, a line each; `reviews` say what changed metadata means."""

    changes: tuple[str, ...]
    reviews: tuple[InputReview, ...] = ()


def lock(
    configuration: AnyConfiguration, *, write: bool = True, new_names: bool = False
) -> LockUpdate:
    """Pin inputs, compiler, templates and options in edmund.lock, and say what changed.

    Names in generated code stay as the lock has them, unless `new_names` takes those that would be made without it.
    Without `write`, only say. Raises EdmundError.
    """
    loaded = configured(configuration)
    path = lock_path(loaded)
    before = read_lock(path)
    names = names_of_clients(loaded.clients, kept=not new_names)
    now = current_lock(loaded, before, names)
    update = LockUpdate(("new lock",)) if before is None else _update(loaded, before, now)
    if write:
        from edmund.api.locked_inputs import keep_inputs

        keep_inputs(loaded, now)
        write_lock(path, now)
    return update


def _update(configuration: Configuration, before: Lock, now: Lock) -> LockUpdate:
    changed = {name for name, sha in now.inputs.items() if before.inputs.get(name, sha) != sha}
    if not changed:
        return LockUpdate(tuple(lock_changes(before, now)))
    from edmund.api.locked_inputs import review_inputs

    reviews = tuple(review_inputs(configuration, before, changed))
    return LockUpdate(tuple(lock_changes(before, now)), reviews)


def fetch(
    configuration: AnyConfiguration,
    sources: Iterable[str] = (),
    *,
    always: bool = False,
    fetched: Callable[[Fetched], None] = lambda one: None,
    progress: Callable[[Source, int, int | None], None] = lambda source, done, total: None,
) -> tuple[Fetched, ...]:
    """Bring the metadata of `sources` (names; none means all) from their services, and pin it.

    What the lock has is asked for again only if it changed; `always` asks anyway. `fetched` is called
    after each one, `progress` with bytes so far and in all. Raises EdmundError; what came before the
    failure stays.
    """
    loaded = configured(configuration)
    by_name = _sources(loaded, tuple(sources))
    path = lock_path(loaded)
    pinned = read_lock(path) or Lock(version("edmund"))
    found: list[Fetched] = []
    for name, source in by_name.items():
        locked = None if always else pinned.sources.get(name)
        one = _fetch_one(source, loaded.root, locked, progress)
        entry = LockedSource(
            without_secrets(one.source.url),
            without_secrets(one.final_url),
            one.sha256,
            one.etag,
        )
        # Pinned one by one: a later source may fail.
        pinned = replace(pinned, sources={**pinned.sources, name: entry})
        write_lock(path, pinned)
        found.append(one)
        fetched(one)
    return tuple(found)


def fetch_url(url: str, others: Collection[Path] = ()) -> Fetched:
    """Bring metadata from `url` into `metadata/` beside the configuration, else below the current folder.

    It is pinned in the edmund.lock there. A source of the configuration with this URL is fetched to its
    own path. A file of somebody else's, and one of `others`, is not replaced: another name is taken for
    these, and the former is an error. Raises EdmundError.
    """
    file = find_configuration(Path.cwd())
    configuration = None if file is None else configured(file)
    root = Path.cwd() if configuration is None else configuration.root
    path = root / LOCK_NAME
    pinned = read_lock(path) or Lock(version("edmund"))
    own = () if configuration is None else configuration.sources
    taken = {other.resolve() for other in others}
    name = source_name(url)
    source = next((s for s in own if s.url == url and s.path.resolve() not in taken), None)
    if source is None:
        while any(s.name == name for s in own) or _path_of(root, name, url).resolve() in taken:
            name += "-new"
        source = Source(name, url, _path_of(root, name, url))
    locked = pinned.sources.get(source.name)
    if source not in own and source.path.exists() and not _came_from(url, source.path, locked):
        shown = shown_path(source.path)
        message = f"'{shown}' is there already, and is not what came from this URL"
        hint = "move it away, or describe the source in edmund.toml and `edmund fetch`"
        raise EdmundError((Diagnostic("EDM633", Severity.ERROR, message, Span(shown), hint),))
    one = _fetch_one(source, root, locked, lambda source, done, total: None)
    entry = LockedSource(without_secrets(url), without_secrets(one.final_url), one.sha256, one.etag)
    write_lock(path, replace(pinned, sources={**pinned.sources, source.name: entry}))
    return one


def _came_from(url: str, path: Path, locked: LockedSource | None) -> bool:
    """Whether the file is still the one that was fetched from `url`."""
    return (
        locked is not None
        and locked.url == without_secrets(url)
        and digest(read_file(path).data) == locked.sha256
    )


def _path_of(root: Path, name: str, url: str) -> Path:
    """Where a file from `url` goes; endings of JSON and YAML stay what they are."""
    ending = PurePosixPath(urlsplit(url).path).suffix.lower()
    return root / "metadata" / (name + (ending if ending in _ENDINGS else ".csdl"))


def source_name(url: str) -> str:
    """A name for the source at `url`: of its path's last part that is no version, else of its host."""
    parts = urlsplit(url)
    path = re.sub(r"\.(?:json|ya?ml)$", "", parts.path, flags=re.IGNORECASE)
    words = [re.sub(r"[^a-z0-9]+", "-", part.lower()).strip("-") for part in path.split("/")]
    good = [w for w in words if w and w != "metadata" and not re.fullmatch(r"v?[0-9-]+", w)]
    host = re.sub(r"[^a-z0-9]+", "-", (parts.hostname or "").lower().removeprefix("www."))
    return (good[-1] if good else host.strip("-"))[:60] or "service"


def _sources(configuration: Configuration, names: tuple[str, ...]) -> dict[str, Source]:
    place = None if configuration.file is None else Span(shown_path(configuration.file))
    by_name = {source.name: source for source in configuration.sources}
    if not by_name:
        message = "the configuration has no [sources.NAME] table: there is nothing to fetch"
        raise EdmundError((Diagnostic("EDM605", Severity.ERROR, message, place),))
    for name in names:
        if name not in by_name:
            hint = suggestion(name, by_name) or f"there are: {', '.join(by_name)}"
            message = f"the configuration has no source '{name}'"
            raise EdmundError((Diagnostic("EDM606", Severity.ERROR, message, place, hint),))
    return {name: by_name[name] for name in names or by_name}


def _fetch_one(
    source: Source,
    workspace: Path,
    locked: LockedSource | None,
    progress: Callable[[Source, int, int | None], None],
) -> Fetched:
    etag = final_url = None
    if (
        locked is not None
        and locked.url == without_secrets(source.url)
        and source.path.is_file()
        and digest(read_file(source.path).data) == locked.sha256
    ):
        etag, final_url = locked.etag, locked.final_url
    return fetch_source(
        source,
        workspace=workspace,
        etag=etag,
        final_url=final_url,
        accept=lambda path: _accept(source, path),
        progress=lambda done, total: progress(source, done, total),
    )


def _accept(source: Source, path: Path) -> None:
    """Keep out what is no metadata: a login page would otherwise replace a good file."""
    from edmund.csdl.reader import is_json, parse_document
    from edmund.description import check_description
    from edmund.frontends.detect import Format, format_of

    data = path.read_bytes()
    if format_of(data) is Format.OPENAPI:
        check_description(InputFile(shown_path(source.path), data))
        return
    if source.path.suffix == ".json" and is_json(data) and b'"$Version"' not in data:
        return  # permissions
    parse_document(data, shown_path(source.path))
