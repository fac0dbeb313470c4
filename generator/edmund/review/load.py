"""Reading what a review compares: files, or files as they were at a revision of a git repository."""

from __future__ import annotations

import posixpath
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from edmund.collector import no_collection
from edmund.csdl.document import Document
from edmund.csdl.reader import parse_document
from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span
from edmund.model.elements import Model
from edmund.model.resolve import resolve_model
from edmund.review.comparison import Spellings

__all__ = [
    "Commit",
    "SourceText",
    "Version",
    "Walk",
    "commits_between",
    "load_version",
    "read_source",
    "spellings_in",
]

_LARGEST = 256 * 1024 * 1024
_SECONDS = 60


@dataclass(frozen=True, slots=True)
class SourceText:
    """One document: the name that spans carry, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Version:
    """One side of a review: the model, and the text for excerpts. `label` names it in reports."""

    label: str
    model: Model
    sources: tuple[SourceText, ...]
    spellings: Spellings = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Commit:
    """One revision that touches the file: its hash, ISO 8601 date, subject line, and the file's name then."""

    revision: str
    date: str
    subject: str
    path: str


@dataclass(frozen=True, slots=True)
class Walk:
    """Where a walk starts, what the file is called there, and the commits after it, oldest first."""

    base: str
    path: str
    commits: tuple[Commit, ...]


def load_version(label: str, sources: Sequence[SourceText]) -> Version:
    """Parse and resolve documents that make one model together.

    Raises EdmundError whose diagnostics carry the name of the document that failed.
    """
    found: list[Diagnostic] = []
    documents: list[Document] = []
    failed = False
    with no_collection():
        for source in sources:
            try:
                document, diagnostics = parse_document(source.data, source.name)
            except EdmundError as failure:
                found.extend(failure.diagnostics)
                failed = True
            else:
                documents.append(document)
                found.extend(diagnostics)
        if failed:
            raise EdmundError(found)
        try:
            model, diagnostics = resolve_model(documents)
        except EdmundError as failure:
            raise EdmundError((*found, *failure.diagnostics)) from None
    spellings: dict[tuple[str, int, int], Mapping[str, str]] = {}
    for source in sources:
        spellings.update(spellings_in(source))
    return Version(label, model, tuple(sources), spellings, (*found, *diagnostics))


_SPELLED = re.compile(
    rb"\s(Scale|SRID|MaxLength)\s*=\s*[\"']((?:[Vv]ariable|VARIABLE|[Ff]loating|FLOATING|[Mm]ax|MAX))[\"']"
)


def spellings_in(source: SourceText) -> dict[tuple[str, int, int], dict[str, str]]:
    """Symbolic facet values not in small letters, by the place of their start tag."""
    found: dict[tuple[str, int, int], dict[str, str]] = {}
    data = source.data
    line, seen = 1, 0
    for match in _SPELLED.finditer(data):
        value = match[2].decode("ascii")
        if value.islower():
            continue
        start = data.rfind(b"<", 0, match.start())
        line += data.count(b"\n", seen, start)
        seen = start
        column = len(data[data.rfind(b"\n", 0, start) + 1 : start].decode("utf-8", "replace")) + 1
        found.setdefault((source.name, line, column), {})[match[1].decode("ascii")] = value
    return found


def read_source(text: str) -> SourceText:
    """Read `text`: a file, or `REV:path` in the git repository here.

    An existing file wins over a revision. Raises EdmundError (EDM701, EDM702) naming it.
    """
    path = Path(text)
    if path.is_file():
        try:
            with path.open("rb") as file:
                data = file.read(_LARGEST + 1)
        except OSError as error:
            raise _failed("EDM701", f"'{text}' cannot be read: {error.strerror}", text) from error
        if len(data) > _LARGEST:
            raise _failed("EDM701", f"'{text}' is larger than {_LARGEST} bytes", text)
        return SourceText(text, data)
    revision, colon, inner = text.partition(":")
    if not colon or not revision or not inner:
        reason = "it is a folder" if path.is_dir() else "there is no such file"
        raise _failed("EDM701", f"'{text}' cannot be read: {reason}", text)
    return SourceText(text, _show(revision, inner, text))


def _show(revision: str, path: str, shown: str) -> bytes:
    if revision.startswith("-"):
        raise _failed("EDM702", f"'{revision}' is not a revision", shown)
    place = Path(path)
    folder = place.parent if place.is_absolute() else Path()
    name = f"{revision}:./{place.name if place.is_absolute() else path}"
    try:
        done = subprocess.run(
            ["git", "cat-file", "blob", name],
            cwd=folder,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _failed("EDM702", f"git could not be asked for '{shown}': {error}", shown) from error
    if done.returncode != 0:
        reason = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        raise _failed("EDM702", f"git has no '{shown}': {reason}", shown)
    return done.stdout


def commits_between(span: str, path: str) -> Walk:
    """The commits of `BASE..HEAD` that touch `path`, on the line of first parents, oldest first.

    What a branch brought is one step, its merge: steps of two branches side by side would undo each
    other. Renames of the file are followed. Raises EdmundError (EDM702).
    """
    base, dots, head = span.partition("..")
    if not dots or not base or base.startswith("-") or head.startswith((".", "-")):
        raise _failed("EDM702", f"'{span}' is not BASE..HEAD", span)
    place = Path(path)
    folder = place.parent if place.is_absolute() else Path()
    name = place.name if place.is_absolute() else path
    log = ["log", "--first-parent", "-m", "--follow", "-z", "--name-status", _FORMAT]
    text = _git([*log, f"{base}..{head or 'HEAD'}", "--", name], folder, span)
    prefix = _git(["rev-parse", "--show-prefix"], folder, span).strip()
    latest = posixpath.normpath(posixpath.join(prefix, name))

    def shown(found: str) -> str:
        """As the caller wrote it; under another name, seen from the same folder."""
        if found == latest:
            return path
        relative = posixpath.relpath(found, prefix or ".")
        return str(folder / relative) if place.is_absolute() else relative

    commits: list[Commit] = []
    earlier = latest
    for revision, date, subject, status, first, second in _RECORD.findall(text):
        current = second or first
        commits.append(Commit(revision, date, subject, shown(current)))
        earlier = first if status.startswith("R") else current
    return Walk(base, shown(earlier), tuple(reversed(commits)))


_FORMAT = "--format=%x1e%H%x00%cI%x00%s"
_RECORD = re.compile(  # a subject may hold anything but the zero byte
    r"\x1e([0-9a-f]{40,64})\0(\d{4}-[^\0]+)\0([^\0]*)\0\n([A-Z]\d*)\0([^\0]+)\0(?:([^\0\x1e]+)\0)?"
)


def _git(arguments: Sequence[str], folder: Path, span: str) -> str:
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=folder, capture_output=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _failed("EDM702", f"git could not be asked for '{span}': {error}", span) from error
    if done.returncode != 0:
        reason = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        raise _failed("EDM702", f"git does not know '{span}': {reason}", span)
    return done.stdout.decode("utf-8", "surrogateescape")


def _failed(code: str, message: str, file: str) -> EdmundError:
    return EdmundError((Diagnostic(code, Severity.ERROR, message, Span(file)),))
