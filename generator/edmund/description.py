"""Loading descriptions that are no CSDL: a main file, what it refers to below a root folder, and its surface."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from edmund.collector import no_collection
from edmund.config.inputs import InputFile, read_file, shown_path
from edmund.diagnostics import Diagnostic, EdmundError, raise_on_errors
from edmund.frontends.notation.references import Library, NoFile, OtherFile, ReadFile
from edmund.frontends.notation.source import parse_source
from edmund.frontends.openapi.coverage import Coverage, coverage_of
from edmund.frontends.openapi.document import Document
from edmund.frontends.openapi.findings import Findings
from edmund.frontends.openapi.reader import read_document, version_of
from edmund.frontends.openapi.surface import build_surface
from edmund.surface.elements import Surface

__all__ = [
    "Description",
    "below_root",
    "check_description",
    "load_description",
    "parse_description",
]


@dataclass(frozen=True)
class Description:
    """An OpenAPI description: what it says, and what was found in it that is no error.

    `files` are those that it consists of, the main one first.
    """

    document: Document
    surface: Surface
    library: Library
    files: tuple[InputFile, ...] = field(repr=False)
    diagnostics: tuple[Diagnostic, ...] = ()

    @cached_property
    def coverage(self) -> Coverage:
        """How many of its operations are on the surface."""
        return coverage_of(self.document, self.surface)


def load_description(path: Path, root: Path | None = None) -> Description:
    """Read the OpenAPI description at `path` and the files that it refers to.

    References are followed below `root` alone: by default the current folder when the description lies
    in it, else the folder of the description. Raises EdmundError with everything that is wrong.
    """
    file = read_file(path)
    read, files = below_root(path, root)
    return parse_description(file, read, files)


def parse_description(
    file: InputFile, read: ReadFile, files: list[InputFile] | None = None
) -> Description:
    """As `load_description`, for a file in memory; `read` gives the others, which are then in `files`."""
    findings = Findings()
    with no_collection():
        library = Library(parse_source(file.data, file.name), read)
        try:
            document = read_document(library, findings)
            surface = None if document is None else build_surface(library, document, findings)
        except EdmundError as failure:
            raise EdmundError((*findings.all(), *failure.diagnostics)) from None
    found = findings.all()
    raise_on_errors(found)
    assert document is not None and surface is not None
    return Description(document, surface, library, (file, *(files or ())), found)


def check_description(file: InputFile) -> None:
    """Raises EdmundError when a file is no description by itself; what it refers to is not looked at."""
    findings = Findings()
    with no_collection():
        version_of(parse_source(file.data, file.name).root, findings)
    raise_on_errors(findings.all())


def below_root(path: Path, root: Path | None = None) -> tuple[ReadFile, list[InputFile]]:
    """Who reads the files that the description at `path` refers to, and the list that they end in."""
    folder = os.path.realpath(path.parent)
    if root is None:
        here = os.path.realpath(os.curdir)
        root = Path(here if _is_below(folder, here) else folder)
    top = os.path.realpath(root)
    files: list[InputFile] = []

    def read(relative: str) -> OtherFile:
        wanted = os.path.normpath(os.path.join(folder, relative))
        if not _is_below(wanted, top):
            raise NoFile(f"it is not below the root folder '{shown_path(Path(top))}'", refused=True)
        if not _is_below(os.path.realpath(wanted), top):
            raise NoFile("a symbolic link leads out of the root folder", refused=True)
        try:
            file = read_file(Path(wanted))
        except EdmundError as failure:
            raise NoFile(failure.diagnostics[0].message) from None
        files.append(file)
        return OtherFile(file.name, file.data)

    return read, files


def _is_below(path: str, folder: str) -> bool:
    try:
        return os.path.commonpath([path, folder]) == folder
    except ValueError:  # another drive
        return False
