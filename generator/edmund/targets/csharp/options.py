"""Query options as classes: those of the runtime, and one for each other set that some call takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from edmund.naming.distinct import distinct
from edmund.plan.query_options import UsualSet, options_of
from edmund.surface.elements import Call, CustomParameter, QueryOption, Resource
from edmund.targets.csharp.literals import doc_lines, string_literal
from edmund.targets.csharp.members import Members
from edmund.targets.csharp.names import pascal
from edmund.targets.csharp.policies import POLICIES
from edmund.targets.csharp.views import OptionsView, OptionView

__all__ = ["OptionSet", "lower_options", "option_set"]

_NAMES = {
    UsualSet.NONE: "DefaultQueryParameters",
    UsualSet.LIST: "ListQueryParameters",
    UsualSet.READ: "ReadQueryParameters",
    UsualSet.COUNT: "CountQueryParameters",
    UsualSet.REMOVED_REFERENCE: "RemoveReferenceQueryParameters",
}
_WITHOUT_ITEMS = ("CountQueryParameters",)
_TYPES = {
    QueryOption.SELECT: ("string[]", "Get<string[]>"),
    QueryOption.EXPAND: ("string[]", "Get<string[]>"),
    QueryOption.ORDERBY: ("string[]", "Get<string[]>"),
    QueryOption.TOP: ("int", "GetNumber"),
    QueryOption.SKIP: ("int", "GetNumber"),
    QueryOption.COUNT: ("bool", "GetFlag"),
}
# What the base class has (templates/csharp/runtime/QueryParameters.cs).
_MEMBERS = (
    "AddCondition",
    "AddItems",
    "Get",
    "GetFlag",
    "GetNumber",
    "Pairs",
    "Set",
    "SetCustom",
    "Use",
    "Uses",
)
_TEXTS = {
    QueryOption.SELECT: "Properties to return.",
    QueryOption.EXPAND: "Related objects to include.",
    QueryOption.FILTER: "A condition that items meet.",
    QueryOption.ORDERBY: "What to sort by.",
    QueryOption.TOP: "How many items to return.",
    QueryOption.SKIP: "How many items to leave out.",
    QueryOption.SEARCH: "Words to search for.",
    QueryOption.COUNT: "Whether the service says how many items there are in all.",
    QueryOption.FORMAT: "The media type of the answer.",
    QueryOption.DELTATOKEN: "Where a delta link left off.",
}


@dataclass(frozen=True, slots=True)
class OptionSet:
    """`name` is the class; `is_generated` that the output has to declare it. `item` is the type of the objects
    that are asked for, in the schema, where the set is one call's own; empty for none.
    """

    name: str
    options: frozenset[QueryOption] = frozenset()
    custom: tuple[CustomParameter, ...] = ()
    is_generated: bool = False
    item: str = ""

    @property
    def interface(self) -> str:
        """What queries as code go by; empty where there is nothing to say in code."""
        if self.options & {QueryOption.FILTER, QueryOption.ORDERBY}:
            return "IListQueryOf"
        return "IQueryOf" if self.options & {QueryOption.SELECT, QueryOption.EXPAND} else ""

    @property
    def is_generic(self) -> bool:
        """Whether the class stands for calls whatever the type of their items."""
        return bool(self.interface) and not self.custom and self.name not in _WITHOUT_ITEMS


def option_set(call: Call, stem: str, resource: Resource) -> OptionSet:
    """The options of a call. The name says what is in it, so it stays when other calls change.

    Options of the service's own belong to a call: then the name begins with `stem`.
    """
    planned = options_of(call, resource, POLICIES)
    if planned.own:
        verb = call.method.value.capitalize()
        return OptionSet(f"{stem}{verb}QueryParameters", planned.system, planned.own, True)
    known = _NAMES.get(planned.set)
    if known is not None:
        return OptionSet(known, planned.system)
    words = "".join(sorted(o.value.capitalize() for o in planned.system))
    return OptionSet(f"{words}QueryParameters", planned.system, (), True)


def lower_options(sets: Iterable[OptionSet], members: Members) -> tuple[OptionsView, ...]:
    """The classes of all sets that are not the runtime's own, by name."""
    found = {s.name: s for s in sets if s.is_generated}
    return tuple(_lower(found[name], members) for name in sorted(found))


def _lower(found: OptionSet, members: Members) -> OptionsView:
    names = members.names
    own = [_option(o) for o in QueryOption if o in found.options]
    taken = [view.name for view in own] + [found.name, *_MEMBERS]
    given = distinct([c.name for c in found.custom], pascal, taken).names
    custom = [_custom(c, given[c.name]) for c in found.custom]
    doc = doc_lines("Query options of calls: what the service takes.")
    base = names.known("QueryParameters")
    item = members.type_name(found.item)[0] if found.item else "T" if found.is_generic else ""
    if found.interface and item:
        base = f"{base}, {names.known(found.interface, item)}"
    return OptionsView(
        (
            (*doc, '<typeparam name="T">The type of the items.</typeparam>')
            if found.is_generic
            else doc
        ),
        f"{found.name}<T>" if found.is_generic else found.name,
        base,
        (*own, *custom),
        found.is_generic,
        names.known("Model") if found.is_generic else "",
    )


def _option(option: QueryOption) -> OptionView:
    written, getter = _TYPES.get(option, ("string", "Get<string>"))
    wire = string_literal(f"${option.value}")
    return OptionView(
        doc_lines(_TEXTS[option]),
        f"{written}?",
        option.value.capitalize(),
        f"{getter}({wire})",
        f"Set({wire}, value)",
    )


def _custom(parameter: CustomParameter, name: str) -> OptionView:
    wire = string_literal(parameter.name)
    text = parameter.description or f"The service's option {parameter.name}."
    if parameter.required:
        text += " The service asks for it."
    return OptionView(
        doc_lines(text), "string?", name, f"Get<string>({wire})", f"Set({wire}, value)"
    )
