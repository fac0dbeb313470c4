"""Query options of calls as classes, one for each set of options that some call allows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from edmund.naming.distinct import distinct
from edmund.plan.query_options import OFFERED_BY_LISTS, UsualSet, options_of, set_of
from edmund.surface.elements import Call, QueryOption, Resource
from edmund.targets.java.literals import string_literal
from edmund.targets.java.names import parameter_name, pascal, shortened
from edmund.targets.java.policies import POLICIES
from edmund.targets.java.source import Call as Invocation
from edmund.targets.java.source import Text, signature, statement
from edmund.targets.java.views import FieldView, MethodView

__all__ = ["OptionSet", "QueryParametersView", "lower_query_parameters", "option_set", "unique"]

_TYPES = {
    QueryOption.SELECT: "String[]",
    QueryOption.EXPAND: "String[]",
    QueryOption.ORDERBY: "String[]",
    QueryOption.TOP: "Integer",
    QueryOption.SKIP: "Integer",
    QueryOption.COUNT: "Boolean",
}


@dataclass(frozen=True, slots=True)
class _Code:
    """The type of what an option takes as code, and the method of the base that takes it."""

    type: str
    method: str


_AS_CODE = {
    QueryOption.SELECT: _Code("QueryTerm...", "askSelect"),
    QueryOption.EXPAND: _Code("QueryTerm...", "askExpand"),
    QueryOption.FILTER: _Code("Condition", "askFilter"),
    QueryOption.ORDERBY: _Code("QueryTerm...", "askOrder"),
}
_COUNTS = (QueryOption.TOP, QueryOption.SKIP)
_SUFFIX = "QueryParameters"
_LONGEST_STEM = 40


@dataclass(frozen=True, slots=True)
class OptionSet:
    """`name` is the class; `options` are OData's, `custom` the service's own."""

    name: str
    options: frozenset[QueryOption] = frozenset()
    custom: tuple[str, ...] = ()

    @property
    def is_generated(self) -> bool:
        """Whether the output has to declare it: the runtime has those that most services need."""
        return bool(self.custom) or set_of(self.options) is UsualSet.OTHER


@dataclass(frozen=True, slots=True)
class QueryParametersView:
    """A file with one class of query parameters."""

    package: str
    imports: tuple[str, ...]
    header: str
    fields: tuple[FieldView, ...]
    methods: tuple[MethodView, ...]
    statements: tuple[str, ...]


def option_set(call: Call, resource: Resource) -> OptionSet:
    """The options of a call. Its name says what is in it, so it stays when other calls change."""
    planned = options_of(call, resource, POLICIES)
    if planned.set is UsualSet.REMOVED_REFERENCE:
        return OptionSet(f"{planned.set.value}{_SUFFIX}")
    custom = tuple(sorted(each.name for each in planned.own if not each.name.startswith("$")))
    stem = _stem(planned.system) if planned.set is UsualSet.OTHER else planned.set.value
    name = shortened(stem + "".join(map(pascal, custom)), _LONGEST_STEM)
    return OptionSet(f"{name}{_SUFFIX}", planned.system, custom)


def _stem(options: frozenset[QueryOption]) -> str:
    """What is in a set, or how it differs from that of lists where that is shorter."""
    more, fewer = options - OFFERED_BY_LISTS, OFFERED_BY_LISTS - options
    if len(fewer) > 3:
        return _joined(options)
    return f"List{_joined(more)}" + (f"Without{_joined(fewer)}" if fewer else "")


def _joined(options: Iterable[QueryOption]) -> str:
    return "".join(sorted(o.value.capitalize() for o in options))


def lower_query_parameters(found: OptionSet, package: str, root: str) -> QueryParametersView:
    """The class of a set that is not the runtime's own."""
    system = [o for o in QueryOption if o in found.options]
    names = distinct(found.custom, parameter_name, [o.value for o in system]).names
    fields = [
        FieldView(
            True, "/** Of OData's own. */", f"public @Nullable {_TYPES.get(o, 'String')} {o.value};"
        )
        for o in system
    ]
    fields += [
        FieldView(True, "/** Of the service's own. */", f"public @Nullable Object {names[name]};")
        for name in found.custom
    ]
    statements = [
        f"query.{'putCount' if o in _COUNTS else 'put'}({string_literal('$' + o.value)}, {o.value});"
        for o in system
    ]
    statements += [
        statement("", Invocation("query.put", (Text(name), names[name])), 4)
        for name in found.custom
    ]
    asked = [o for o in system if o in _AS_CODE]
    runtime = ["Nullable", "QueryParameters", "QueryWriter"]
    runtime += sorted({_AS_CODE[o].type.removesuffix("...") for o in asked})
    return QueryParametersView(
        package,
        tuple(f"import {root}.runtime.{name};" for name in sorted(runtime)),
        f"public class {found.name} extends QueryParameters {{",
        tuple(fields),
        tuple(map(_as_code, asked)),
        tuple(statements),
    )


def _as_code(option: QueryOption) -> MethodView:
    """The method that takes an option as code, called as the field with its text."""
    code = _AS_CODE[option]
    return MethodView(
        True,
        "/** Of OData's own, as code. */",
        signature("public void", option.value, (f"{code.type} terms",)),
        f"{code.method}(terms);",
    )


def unique(sets: Iterable[OptionSet]) -> list[OptionSet]:
    """Each set once, by name."""
    return sorted({s for s in sets if s.is_generated}, key=lambda s: s.name)
