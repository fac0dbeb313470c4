"""Checks a query against what it is asked of: the types, and what the service says that it does not take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from edmund.diagnostics import Diagnostic
from edmund.queries.addressed import items_of, reading_call, restrictions_of
from edmund.queries.dialect import V401, Dialect, Version
from edmund.queries.expression_checks import ExpressionChecker
from edmund.queries.expressions import Expression, Path
from edmund.queries.findings import NOT_ALLOWED, NOT_OFFERED, NOT_THE_TYPE, REQUIRED, Findings
from edmund.queries.functions import ValueKind
from edmund.queries.item_checks import ItemChecker, Reached
from edmund.queries.limits import (
    abilities,
    check_functions,
    check_order,
    check_required,
    check_search,
    check_uses,
)
from edmund.queries.option_parsing import parse_query
from edmund.queries.options import (
    Aggregate,
    Compute,
    FilterItems,
    GroupBy,
    Item,
    Order,
    OrderItems,
    Query,
    Transformation,
)
from edmund.queries.scope import KnownTypes, Scope
from edmund.queries.source import Source
from edmund.queries.values import ANYTHING
from edmund.suggestions import did_you_mean
from edmund.surface.elements import (
    Call,
    CallKind,
    QueryOption,
    Resource,
    SegmentKind,
    Surface,
)
from edmund.surface.lookup import Found
from edmund.surface.restrictions import NOTHING_RESTRICTED, QueryRestrictions

__all__ = ["check_query", "dialect_of"]

_OPTIONS: Final = {option.value: option for option in QueryOption}


def dialect_of(surface: Surface) -> Dialect:
    """How the service's version writes queries."""
    known = {version.value: version for version in Version}
    return Dialect(known.get(surface.version, Version.V401))


def check_query(
    surface: Surface, found: Found, text: str, name: str = "<query>", first: int = 1
) -> tuple[Diagnostic, ...]:
    """What is wrong with a percent-encoded query of what is addressed; `first` is the column in which it begins.

    Raises EdmundError for what is no query at all.
    """
    dialect = dialect_of(surface)
    read = parse_query(text, dialect, name, first)
    checker = _QueryChecker(
        surface, read.sources, Source(text, name, range(first, first + 1 + len(text)))
    )
    call = reading_call(found.resource)
    if call is None:
        findings = checker.findings("")
        findings.add(NOT_OFFERED, f"'{found.path}' is not read: it takes no GET", None)
        return tuple(findings.found)
    checker.check_offered(call, dialect)
    place = _Place(found.resource, restrictions_of(found.edges), call)
    item = items_of(surface, found, call)
    checker.check(read.query, Scope.of(item), place, "", 0)
    return checker.all_findings()


@dataclass(frozen=True, slots=True)
class _Place:
    """Where items come from, as far as it is known."""

    resource: Resource | None
    said: QueryRestrictions
    call: Call | None


_NOWHERE: Final = _Place(None, NOTHING_RESTRICTED, None)


class _QueryChecker:
    """Checks options and those nested in them. Findings are of the option in whose text they are."""

    def __init__(self, surface: Surface, sources: Mapping[str, Source], whole: Source) -> None:
        self._surface = surface
        self._known = KnownTypes(surface.types)
        self._items = ItemChecker(self._known)
        self._sources = sources
        self._whole = whole
        self._findings: dict[str, Findings] = {}

    def findings(self, option: str) -> Findings:
        """Findings in the text of an option; without a name, or for one that is not there, of the whole query."""
        if option not in self._findings:
            self._findings[option] = Findings(self._sources.get(option, self._whole))
        return self._findings[option]

    def all_findings(self) -> tuple[Diagnostic, ...]:
        found = [one for each in self._findings.values() for one in each.found]
        return tuple(sorted(found, key=lambda one: one.span.column if one.span else 0))

    def check_offered(self, call: Call, dialect: Dialect) -> None:
        """Options that the call does not take, and those of the service's own that it needs."""
        own = {parameter.name for parameter in call.custom_query}
        for name in self._sources:
            option = _OPTIONS.get(name)
            if option is not None:
                if option not in call.query:
                    taken = " ".join(f"${each.value}" for each in call.query)
                    hint = f"it takes {taken}" if taken else "it takes none"
                    message = f"'${name}' is not taken here"
                    self.findings(name).add(NOT_OFFERED, message, None, hint)
            elif name in _OPTIONS and dialect != V401 and name not in own:
                message = f"'{name}' is no query option of OData"
                self.findings(name).add(NOT_OFFERED, message, None, did_you_mean([f"${name}"]))
        for parameter in call.custom_query:
            if parameter.required and parameter.name not in self._sources:
                message = f"the query option '{parameter.name}' is required"
                self.findings("").add(REQUIRED, message, None)

    def check(self, query: Query, scope: Scope, place: _Place, within: str, depth: int) -> None:
        """All options of a query; `within` is the option that they are nested in, at `depth`."""

        def findings(option: str) -> Findings:
            return self.findings(within or option)

        for alias, value in query.aliases:
            found = ExpressionChecker(self._known, self.findings(within or f"@{alias}"))
            given = found.value(value, scope)
            scope = replace(scope, aliases={**scope.aliases, alias: given})
        for one in query.apply:
            scope = self._applied(one, scope, findings("apply"))
        for computed in query.compute:
            checker = ExpressionChecker(self._known, findings("compute"))
            scope = scope.with_computed(computed.name, checker.value(computed.expression, scope))
        uses = self._filter(query.filter, scope, place.said, findings("filter"))
        if not within and place.call is not None and place.call.kind is CallKind.LIST:
            check_required(uses.uses, place.said, findings("filter"))
        for order in query.orderby:
            self._order(order, scope, place.said, findings("orderby"))
        if query.search is not None:
            check_search(query.search, place.said, findings("search"))
        for item in query.select:
            reached = self._items.selected(item, scope, findings("select"))
            self.check(
                item.options, scope.nested(reached.value), _NOWHERE, within or "select", depth
            )
        for item in query.expand:
            self._expand(item, scope, place, within or "expand", depth + 1)

    def _filter(
        self,
        condition: Expression | None,
        scope: Scope,
        said: QueryRestrictions,
        findings: Findings,
    ) -> ExpressionChecker:
        checker = ExpressionChecker(self._known, findings)
        if condition is not None:
            checker.condition(condition, scope)
            check_uses(checker.uses, said, "$filter", findings)
            check_functions(checker.functions, said, findings)
        return checker

    def _order(
        self, order: Order, scope: Scope, said: QueryRestrictions, findings: Findings
    ) -> None:
        checker = ExpressionChecker(self._known, findings)
        value = checker.value(order.expression, scope)
        at = checker.uses[0].at if checker.uses else None
        if value.kind in (ValueKind.COLLECTION, ValueKind.STRUCTURED, ValueKind.STREAM):
            findings.add(NOT_THE_TYPE, f"nothing is sorted by {value}", at)
        if isinstance(order.expression, Path):
            for use in checker.uses:
                wrong = check_order(order, use.path, use.at, said)
                if wrong is not None:
                    findings.add(NOT_ALLOWED, wrong, use.at, abilities(use.path, said))

    def _expand(self, item: Item, scope: Scope, place: _Place, within: str, depth: int) -> None:
        findings = self.findings(within)
        reached = self._items.expanded(item, scope, findings)
        path = "/".join(reached.names)
        said = place.said
        if path and path in said.not_expandable:
            message = f"'{path}' cannot be expanded"
            findings.add(NOT_ALLOWED, message, item.at, f"it has an address of its own: .../{path}")
        levels = item.options.levels or 1
        if said.expand_levels is not None and depth + levels - 1 > said.expand_levels:
            message = f"the service expands {said.expand_levels} levels deep, no more"
            findings.add(NOT_ALLOWED, message, item.at)
        below = self._below(place, reached)
        self._nested_offered(item, below, findings)
        self.check(item.options, scope.nested(reached.value), below, within, depth)

    def _below(self, place: _Place, reached: Reached) -> _Place:
        """The resource that an expanded item is of, where one step leads to it."""
        levels = place.said.expand_levels
        inherited = QueryRestrictions(expand_levels=levels)
        if place.resource is None or len(reached.names) != 1:
            return _Place(None, inherited, None)
        resource = place.resource
        keys = [e for e in resource.edges if e.kind in (SegmentKind.KEY, SegmentKind.KEY_PREDICATE)]
        edges = (*resource.edges, *(e for k in keys for e in self._surface.by_id[k.target].edges))
        for edge in edges:
            if edge.kind is SegmentKind.NAVIGATION and edge.name == reached.names[0]:
                target = self._surface.by_id[edge.target]
                return _Place(target, _with_levels(edge.restrictions, levels), reading_call(target))
        return _Place(None, inherited, None)

    def _nested_offered(self, item: Item, below: _Place, findings: Findings) -> None:
        if below.call is None:
            return
        options = item.options
        given = {
            QueryOption.FILTER: options.filter is not None,
            QueryOption.ORDERBY: bool(options.orderby),
            QueryOption.SEARCH: options.search is not None,
            QueryOption.SELECT: bool(options.select),
            QueryOption.EXPAND: bool(options.expand),
            QueryOption.TOP: options.top is not None,
            QueryOption.SKIP: options.skip is not None,
            QueryOption.COUNT: options.count is not None,
        }
        for option, is_given in given.items():
            if is_given and option not in below.call.query:
                name = "/".join(item.path)
                message = f"'${option.value}' is not taken for '{name}'"
                findings.add(NOT_OFFERED, message, item.at)

    def _applied(self, one: Transformation, scope: Scope, findings: Findings) -> Scope:
        """The scope after a transformation: what is grouped or aggregated is of no type of the service."""
        checker = ExpressionChecker(self._known, findings)
        if isinstance(one, FilterItems):
            checker.condition(one.condition, scope)
        elif isinstance(one, Compute):
            for computed in one.computations:
                value = checker.value(computed.expression, scope)
                scope = scope.with_computed(computed.name, value)
        elif isinstance(one, OrderItems):
            for order in one.orders:
                checker.value(order.expression, scope)
        elif isinstance(one, Aggregate):
            for aggregation in one.aggregations:
                if aggregation.method is not None:
                    checker.value(aggregation.expression, scope)
            return Scope.of(ANYTHING)
        elif isinstance(one, GroupBy):
            for path in one.paths:
                if isinstance(path, str) and path != "$all":
                    self._items.selected(Item(tuple(path.split("/"))), scope, findings)
            for inner in one.transformations:
                self._applied(inner, scope, findings)
            return Scope.of(ANYTHING)
        else:
            return Scope.of(ANYTHING)
        return scope


def _with_levels(said: QueryRestrictions, levels: int | None) -> QueryRestrictions:
    return said if levels is None else replace(said, expand_levels=levels)
