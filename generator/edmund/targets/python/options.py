"""Query options as TypedDicts, one for each set of options that some call allows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from edmund.surface.elements import Call, CallKind, QueryOption
from edmund.targets.python.builder_views import OptionsModuleView, OptionView
from edmund.targets.python.signatures import from_import

__all__ = ["OptionSet", "lower_options", "option_set"]

_ALL = frozenset(QueryOption) - {QueryOption.FORMAT, QueryOption.DELTATOKEN}
_NAMES = {
    _ALL: "ListOptions",
    frozenset({QueryOption.EXPAND, QueryOption.SELECT}): "ReadOptions",
    frozenset({QueryOption.FILTER, QueryOption.SEARCH}): "CountOptions",
}
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
        return bool(self.options) and (self.changes or self.options not in _NAMES)


def option_set(call: Call, of_collection_reference: bool = False) -> OptionSet:
    """The options of a call. Its name says what is in it, so it stays when other calls change."""
    if call.kind is CallKind.REMOVE_REFERENCE and of_collection_reference:
        return OptionSet("RemoveReferenceOptions")
    changes = call.kind in _CHANGES
    options = frozenset(call.query)
    if not options:
        return OptionSet("ChangeOptions" if changes else "Options")
    name = _NAMES.get(options)
    if name is None:
        name = "".join(sorted(o.value.capitalize() for o in options)) + "Options"
    return OptionSet(f"Change{name}" if changes else name, options, changes)


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
