"""Query options as structs, one for each set of options that some call allows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from edmund.naming.distinct import distinct
from edmund.plan.query_options import UsualSet, options_of, set_of
from edmund.surface.elements import Call, QueryOption, Resource
from edmund.targets.go.builder_views import OptionsFileView, OptionsView, OptionView
from edmund.targets.go.names import exported
from edmund.targets.go.policies import POLICIES

__all__ = ["OptionSet", "lower_options", "option_set"]

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


def option_set(call: Call, resource: Resource) -> OptionSet:
    """The options of a call. Its name says what is in it, so it stays when other calls change."""
    planned = options_of(call, resource, POLICIES)
    if planned.set is UsualSet.REMOVED_REFERENCE:
        return OptionSet("Remove")
    custom = tuple(sorted(each.name for each in planned.own))
    if not custom and planned.set is not UsualSet.OTHER:
        return OptionSet(planned.set.value)
    rest = planned.system - planned.usual
    stem = set_of(planned.usual).value + "".join(sorted(o.value.capitalize() for o in rest))
    stem += "".join(map(exported, custom))
    return OptionSet(stem, tuple(o for o in QueryOption if o in planned.system), custom)


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
