"""Query options as structs, one for each set of options that some call allows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from edmund.naming.distinct import distinct
from edmund.surface.elements import Call, CallKind, QueryOption
from edmund.targets.go.builder_views import OptionsFileView, OptionsView, OptionView
from edmund.targets.go.names import exported

__all__ = ["OptionSet", "lower_options", "option_set"]

_ALL = frozenset(QueryOption) - {QueryOption.FORMAT, QueryOption.DELTATOKEN}
_READ = frozenset({QueryOption.EXPAND, QueryOption.SELECT})
_COUNT = frozenset({QueryOption.FILTER, QueryOption.SEARCH})
_NAMES = {_ALL: "List", _READ: "Read", _COUNT: "Count"}
_TYPES = {
    QueryOption.SELECT: "[]string",
    QueryOption.EXPAND: "[]string",
    QueryOption.FILTER: "*string",
    QueryOption.ORDERBY: "[]string",
    QueryOption.TOP: "*int32",
    QueryOption.SKIP: "*int32",
    QueryOption.SEARCH: "*string",
    QueryOption.COUNT: "*bool",
    QueryOption.FORMAT: "*string",
    QueryOption.DELTATOKEN: "*string",
}


@dataclass(frozen=True, slots=True)
class OptionSet:
    """`stem` names the structs; `options` are empty for those of the runtime. Without a stem there are none."""

    stem: str
    options: tuple[QueryOption, ...] = ()
    custom: tuple[str, ...] = ()

    @property
    def is_generated(self) -> bool:
        """Whether the output has to declare it: the runtime has those that most services need."""
        return bool(self.options or self.custom)

    @property
    def configuration(self) -> str:
        """The request configuration, as files of builders name it."""
        if not self.stem:
            return "odata.RequestConfiguration"
        return f"{'' if self.is_generated else 'odata.'}{self.stem}RequestConfiguration"

    @property
    def parameters(self) -> str | None:
        """The query parameters, as files of builders name them; None when there are none."""
        if not self.stem:
            return None
        return f"{'' if self.is_generated else 'odata.'}{self.stem}QueryParameters"


def option_set(call: Call, of_collection_reference: bool = False) -> OptionSet:
    """The options of a call. Its name says what is in it, so it stays when other calls change.

    Where a service takes fewer of the system query options than its like, there are all the same: what
    services say of their capabilities is not always so, and the official SDK has them.
    """
    if call.kind is CallKind.REMOVE_REFERENCE and of_collection_reference:
        return OptionSet("Remove")
    custom = tuple(sorted({p.name for p in call.custom_query}))
    usual = _usual(call)
    options = frozenset(call.query) | usual
    if not custom:
        if not options:
            return OptionSet("")
        if options in _NAMES:
            return OptionSet(_NAMES[options])
    rest = options - usual
    stem = _NAMES.get(usual, "") + "".join(sorted(o.value.capitalize() for o in rest))
    stem += "".join(map(exported, custom))
    return OptionSet(stem, tuple(o for o in QueryOption if o in options), custom)


def _usual(call: Call) -> frozenset[QueryOption]:
    """The system query options that calls of this kind have."""
    given = frozenset(call.query) & _ALL
    if call.kind is CallKind.COUNT:
        return _COUNT
    if call.kind is CallKind.LIST:
        return _ALL
    if call.kind is CallKind.READ and given <= _READ:
        return _READ
    return frozenset() if not given else _READ if given <= _READ else _ALL


def lower_options(sets: Iterable[OptionSet], imports: tuple[str, ...]) -> OptionsFileView:
    """The file of all sets that are not the runtime's own, by name."""
    found = sorted({s for s in sets if s.is_generated}, key=lambda s: s.stem)
    return OptionsFileView(imports, tuple(_lowered(s) for s in found))


def _lowered(found: OptionSet) -> OptionsView:
    rows = [(o.value, _TYPES[o], f"${o.value}") for o in found.options]
    names = distinct(found.custom, exported, [exported(name) for name, _, _ in rows]).names
    fields = [(exported(name), type_, wire) for name, type_, wire in rows]
    fields += [(names[name], "*string", name) for name in found.custom]
    fields = [f for f in fields if all(c.isalnum() or c in "$_-." for c in f[2])]
    width = max((len(name) for name, _, _ in fields), default=0)
    types = max((len(type_) for _, type_, _ in fields), default=0)
    return OptionsView(
        f"{found.stem}QueryParameters",
        f"{found.stem}RequestConfiguration",
        tuple(
            OptionView(f"{name:<{width}}", f"{type_:<{types}}", f'`query:"{wire}"`')
            for name, type_, wire in fields
        ),
    )
