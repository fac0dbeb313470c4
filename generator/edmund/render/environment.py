"""Where templates are found, and the Jinja environment that renders them.

A user's folder may hold same-named files that win over the built-in ones; every name is looked up
below the target's folder and nowhere else. Views hold finished text, so nothing is escaped here, and
`StrictUndefined` makes a misspelled field an error instead of an empty string.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import jinja2

from edmund.render.built_in import built_in_template_root

__all__ = ["TemplateSet"]


@dataclass(frozen=True)
class TemplateSet:
    """The templates of one target, perhaps overridden by a user's folder.

    `own` is the folder of a target that is not built in.
    """

    target: str
    overrides: Path | None = None
    own: Path | None = None

    @cached_property
    def roots(self) -> tuple[Path, ...]:
        """The folders to look in, the winner first."""
        own = self.own or built_in_template_root() / self.target
        return (own,) if self.overrides is None else (self.overrides, own)

    @cached_property
    def environment(self) -> jinja2.Environment:
        return jinja2.Environment(
            loader=jinja2.FileSystemLoader([str(root) for root in self.roots]),
            undefined=jinja2.StrictUndefined,
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            newline_sequence="\n",
        )

    def find(self, name: str) -> Path | None:
        """The file that `name` (relative, with `/`) stands for, or None."""
        for root in self.roots:
            candidate = root.joinpath(*name.split("/"))
            if candidate.is_file():
                return candidate
        return None

    def digest(self) -> str:
        """SHA-256 over the names and contents of all files below the roots, for locks and caches."""
        digest = hashlib.sha256()
        for root in self.roots:
            for path in sorted(p for p in root.rglob("*") if p.is_file()):
                if path.suffix == ".pyc":
                    continue
                digest.update(path.relative_to(root).as_posix().encode())
                digest.update(b"\0")
                digest.update(hashlib.sha256(path.read_bytes()).digest())
            digest.update(b"\1")
        return digest.hexdigest()
