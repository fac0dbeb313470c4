"""What Composer and Packagist ask about a package: the settings for it, and `composer.json` made of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from edmund.targets.contract import TargetOptions, WrongOption
from edmund.targets.php.package_views import ComposerView

__all__ = ["SETTINGS", "VERSION", "check_settings", "composer_view"]

VERSION = "0.1.0"
"""The client's own version where none was set; `composer.json` then leaves it to the tags of the repository."""

SETTINGS = {
    "distribution": "the name of the Composer package; made from the namespace when not given",
    "version": "the version of the package; left to the repository's tags when not given",
    "description": "one sentence about the package",
    "license": "the license, as Composer names it (SPDX), such as MIT; proprietary when not given",
    "authors": "who made the package: `Name <mail>`, several separated by commas",
    "homepage": "the address of the package's page",
    "repository": "the address where the source can be seen",
    "issues": "the address where problems are reported",
    "keywords": "words by which the package is found, separated by commas",
}
"""The target's own settings: each name and what it means."""

_VERSION = re.compile(
    r"v?[0-9]+(\.[0-9]+){0,3}([.-]?(dev|alpha|a|beta|b|RC|rc|patch|pl|p)\.?[0-9]*)?\Z"
)
_AUTHOR = re.compile(r"([^<>,]+?)(?:\s*<([^<>@\s]+@[^<>@\s]+)>)?\Z")
_ADDRESSES = ("homepage", "repository", "issues")
_INDENT = "    "


def composer_view(
    options: TargetOptions, distribution: str, service: str, *, has_places: bool = True
) -> ComposerView:
    """The package's metadata: what was set, sensible values where `composer validate` wants some."""
    support = {
        key: _setting(options, name)
        for key, name in (("issues", "issues"), ("source", "repository"))
        if _setting(options, name)
    }
    fields: dict[str, object] = {
        "version": _setting(options, "version"),
        "license": _setting(options, "license") or "proprietary",
        "keywords": _words(options, "keywords"),
        "homepage": _setting(options, "homepage"),
        "authors": list(_authors(options)),
        "support": support,
    }
    description = _setting(options, "description")
    return ComposerView(
        _json(distribution),
        _json(description or f"A typed client of {service}, made by Edmund"),
        tuple(f"{_json(name)}: {_json(value)}" for name, value in fields.items() if value),
        _json(f"{options.package}\\"),
        has_places,
    )


def check_settings(options: TargetOptions) -> Iterator[WrongOption]:
    """The settings that Composer would not read."""
    version = _setting(options, "version")
    if version and not _VERSION.match(version):
        yield WrongOption("version", f"'{version}' is no version that Composer knows")
    for author in _words(options, "authors"):
        if not _AUTHOR.match(author):
            yield WrongOption("authors", f"'{author}' is no author: `Name <mail>`")
    for name in _ADDRESSES:
        address = _setting(options, name)
        if address and not _is_address(address):
            yield WrongOption(name, f"'{address}' is no http or https address")


def _authors(options: TargetOptions) -> Iterator[dict[str, str]]:
    for author in _words(options, "authors"):
        match = _AUTHOR.match(author)
        if match is not None:
            name, mail = match.groups()
            yield {"name": name} if mail is None else {"name": name, "email": mail}


def _setting(options: TargetOptions, name: str) -> str:
    return str(options.settings.get(name) or "").strip()


def _words(options: TargetOptions, name: str) -> list[str]:
    words = (word.strip() for word in _setting(options, name).split(","))
    return [word for word in words if word]


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and text.isprintable()


def _json(value: object) -> str:
    """A JSON value that stands one level deep in the file."""
    return json.dumps(value, indent=4).replace("\n", f"\n{_INDENT}")
