"""What a target language is to the rest of Edmund."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from edmund.diagnostics import Diagnostic
from edmund.naming.given import NOTHING_GIVEN, GivenNames, PublicNames
from edmund.plan.expressed import NotExpressed, everything_beyond_odata
from edmund.plan.policies import DEFAULT_POLICIES, Policies
from edmund.plan.shape import Shape
from edmund.plan.style import NameStyle
from edmund.render.files import GeneratedFile, VerbatimFile
from edmund.surface.elements import Surface

__all__ = ["Lowered", "Target", "TargetOptions", "WrongOption"]


@dataclass(frozen=True, slots=True)
class TargetOptions:
    """What the user chose for one output.

    `package` is the target's package or namespace name; `client` the class name of the client (None: made
    from the container's name); `base_url` the service root that clients default to (None: must be given
    by the caller). `names` is None where the service decides whose names the client has. `settings` holds
    target-specific options, checked against `Target.settings`. `given` are names that are not made of the description's.
    """

    package: str
    client: str | None = None
    base_url: str | None = None
    settings: Mapping[str, str | bool] = field(default_factory=dict)
    names: NameStyle | None = None
    shape: Shape = Shape.PATHS
    given: GivenNames = NOTHING_GIVEN


@dataclass(frozen=True, slots=True)
class WrongOption:
    """An option that the target cannot take; `key` is its name in the configuration."""

    key: str
    message: str


def _no_names(surface: Surface, options: TargetOptions) -> PublicNames:
    return PublicNames()


def _no_checks(options: TargetOptions) -> Iterable[WrongOption]:
    return ()


def _as_they_are(words: str) -> str:
    return words


@dataclass(frozen=True, slots=True)
class Lowered:
    files: tuple[GeneratedFile | VerbatimFile, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """A language, or anything else that can be made of a service.

    `name` is what the configuration calls it, and the folder below Edmund's own `templates/`. `settings` maps each allowed setting to its meaning.

    `symbols` maps schema elements (`ns.type`, `ns.type/property`) to the names that users of the output
    write (`IdentityApiConnector.target_url`), for reviews. `names` are the identifiers in these one by one, so that they
    can be kept. `check` says which options its language does
    not take, such as a package called by a keyword. `package` makes the name of a package, as its language
    has them, out of words in lower case with underscores (`trip_pin`): for users who have not said one.
    `versions` are those of OData that its clients speak. `not_expressed` says what of a service the target cannot make
    anything of: it is told, and nothing is generated. `shapes` are those that its clients may have, `policies` what they do where
    languages differ on purpose. `folder` is set for a target of another package: the
    folder of its code, with its templates in `templates/`; when anything in it changes, outputs are made anew.
    """

    name: str
    lower: Callable[[Surface, TargetOptions], Lowered]
    symbols: Callable[[Surface, TargetOptions], Mapping[str, str]]
    settings: Mapping[str, str] = field(default_factory=dict)
    check: Callable[[TargetOptions], Iterable[WrongOption]] = _no_checks
    package: Callable[[str], str] = _as_they_are
    versions: frozenset[str] = frozenset({"4.0", "4.01"})
    folder: Path | None = None
    names: Callable[[Surface, TargetOptions], PublicNames] = _no_names
    shapes: frozenset[Shape] = frozenset({Shape.PATHS})
    not_expressed: Callable[[Surface], Iterable[NotExpressed]] = everything_beyond_odata
    policies: Policies = DEFAULT_POLICIES

    @property
    def templates(self) -> Path | None:
        """Where the templates of another package's target are; None for Edmund's own."""
        return None if self.folder is None else self.folder / "templates"
