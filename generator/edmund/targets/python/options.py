"""Query options as TypedDicts, one for each set of options that some call allows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from edmund.plan.query_options import UsualSet, options_of, set_of
from edmund.surface.elements import Call, CallKind, QueryOption, Resource
from edmund.targets.python.builder_views import OptionsModuleView, OptionView
from edmund.targets.python.policies import POLICIES
from edmund.targets.python.signatures import from_import

__all__ = ["OptionSet", "lower_options", "option_set"]

_TYPES = {
    QueryOption.SELECT: "Selects",
    QueryOption.EXPAND: "Expands",
    QueryOption.FILTER: "Condition",
    QueryOption.ORDERBY: "Orders",
    QueryOption.TOP: "int",
    QueryOption.SKIP: "int",
    QueryOption.SEARCH: "str",
    QueryOption.COUNT: "bool",
    QueryOption.FORMAT: "str",
    QueryOption.DELTATOKEN: "str",
}
_FIELDS = frozenset({"Condition", "Expands", "Orders", "Selects"})
_CHANGES = (CallKind.UPDATE, CallKind.REPLACE, CallKind.DELETE, CallKind.WRITE_STREAM)


@dataclass(frozen=True, slots=True)
class OptionSet:
    """`name` is the TypedDict; `options` are empty for one of the runtime's own."""

    name: str
    options: frozenset[QueryOption] = frozenset()
    changes: bool = False

    @property
    def is_generated(self) -> bool:
        """Whether the output has to declare it: the runtime has those that most services need."""
        return bool(self.options) and (self.changes or set_of(self.options) is UsualSet.OTHER)


def option_set(call: Call, resource: Resource) -> OptionSet:
    """The options of a call. Its name says what is in it, so it stays when other calls change."""
    planned = options_of(call, resource, POLICIES)
    if planned.set is UsualSet.REMOVED_REFERENCE:
        return OptionSet("RemoveReferenceOptions")
    changes = call.kind in _CHANGES
    stem = planned.set.value
    if planned.set is UsualSet.OTHER:
        stem = "".join(sorted(o.value.capitalize() for o in planned.system))
    return OptionSet(f"{'Change' if changes else ''}{stem}Options", planned.system, changes)


def lower_options(sets: Iterable[OptionSet], package: str) -> OptionsModuleView:
    """The module of all sets that are not the runtime's own, by name."""
    found = sorted({s for s in sets if s.is_generated}, key=lambda s: s.name)
    views = tuple(
        OptionView(
            s.name,
            "ChangeOptions" if s.changes else "Options",
            '"""Options of calls: see `Options` for those of every call."""',
            tuple(f"{o.value}: {_TYPES[o]}" for o in QueryOption if o in s.options),
        )
        for s in found
    )
    bases = sorted({view.base for view in views}) or ["Options"]
    used = {_TYPES[o] for s in found for o in s.options}
    typing_imports: tuple[str, ...] = ()
    if names := sorted(used & _FIELDS):
        typing_imports = (from_import(f"{package}.runtime.fields", names, 4),)
    return OptionsModuleView(
        (from_import(f"{package}.runtime.configuration", bases),),
        bool(typing_imports),
        typing_imports,
        tuple(view.name for view in views),
        views,
    )
