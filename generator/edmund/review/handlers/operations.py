"""Actions and functions: names, overloads, parameters, results."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from edmund.model.elements import Operation, OperationKind, Parameter, TypeReference
from edmund.review.comparison import Comparison
from edmund.review.findings import Change, Direction
from edmund.review.handlers.attributes import Pair, compare_facets, compare_nullable
from edmund.review.handlers.overloads import compare_overload_sets
from edmund.review.likeness import Match, match_casing, match_names, name_likeness
from edmund.review.shape import namespace_of, type_text
from edmund.review.terms import EXPLICIT_BINDING, OPTIONAL_PARAMETER, is_tagged

__all__ = ["compare_operations", "is_optional"]


def compare_operations(c: Comparison) -> Iterator[Change]:
    """Operations by name, then overloads by their names, then what each overload says."""
    old, new = c.old.overloads, c.new.overloads
    removed = {n: o for n, o in old.items() if n not in new}
    added = {n: o for n, o in new.items() if n not in old}
    casing = match_casing(removed, added)
    alike: dict[str, Match] = {}
    if c.options.likeness:
        alike = match_names(
            {n: _signature(o) for n, o in removed.items() if n not in casing},
            {n: _signature(o) for n, o in added.items() if n not in casing.values()},
        )
    for name, overloads in removed.items():
        yield _removed(c, name, overloads, casing.get(name), alike.get(name))
    origins = {n: o for o, n in casing.items()} | {m.new: m.old for m in alike.values()}
    for name, overloads in added.items():
        yield _added(c, name, overloads, origins.get(name))
    for name, before in old.items():
        after = new.get(name)
        if after is None:
            continue
        kinds = {o.kind for o in before.values()}, {o.kind for o in after.values()}
        if kinds[0] & kinds[1]:
            yield from compare_overload_sets(c, name, before, after)
            for overload, one in before.items():
                if overload in after:
                    yield from _compare_overload(c, overload, one, after[overload])
        else:
            yield Change(
                "operation-kind-changed",
                name,
                f"{name} changes from {_kinds(before)[0]} to {_kinds(after)[0]}",
                _first(before).span,
                _first(after).span,
                detail={"from": _kinds(before), "to": _kinds(after), "overloads": sorted(after)},
            )


def _first(overloads: Mapping[str, Operation]) -> Operation:
    return next(iter(overloads.values()))


def _kinds(overloads: Mapping[str, Operation]) -> list[str]:
    return sorted({o.kind.value.capitalize() for o in overloads.values()})


def _signature(overloads: Mapping[str, Operation]) -> tuple[object, ...]:
    return tuple(
        sorted(
            (
                o.kind.value,
                type_text(o.binding) if o.binding else "",
                *(f"{p.name}:{type_text(p.type)}" for p in o.own_parameters),
                type_text(o.return_type.type) if o.return_type else "",
            )
            for o in overloads.values()
        )
    )


def _removed(
    c: Comparison,
    name: str,
    overloads: Mapping[str, Operation],
    respelled: str | None,
    match: Match | None,
) -> Change:
    kinds = _kinds(overloads)
    detail: dict[str, object] = {"from": kinds, "to": None, "overloads": sorted(overloads)}
    rule, message = "operation-removed", f"{kinds[0].lower()} {name} is removed"
    binding = _first(overloads).binding
    place = c.new.place(binding.name if binding else namespace_of(name))
    if respelled is not None:
        rule, message = "operation-casing-changed", f"{name} is now spelled {respelled}"
        detail["renamed_to"] = respelled
        place = _first(c.new.overloads[respelled]).span
    elif match is not None:
        rule = "operation-renamed"
        message = f"{name} seems to be renamed to {match.new} (likeness {match.likeness:.0%})"
        detail |= {"renamed_to": match.new, "likeness": match.likeness}
        place = _first(c.new.overloads[match.new]).span
    return Change(
        rule,
        name,
        message,
        _first(overloads).span,
        place,
        kind="operation-removed",
        detail=detail,
    )


def _added(
    c: Comparison, name: str, overloads: Mapping[str, Operation], origin: str | None
) -> Change:
    kinds = _kinds(overloads)
    detail: dict[str, object] = {"from": None, "to": kinds, "overloads": sorted(overloads)}
    if origin is not None:
        detail["renamed_from"] = origin
    binding = _first(overloads).binding
    return Change(
        "operation-added",
        name,
        f"{kinds[0].lower()} {name} is added",
        c.old.place(binding.name if binding else namespace_of(name)),
        _first(overloads).span,
        detail=detail,
    )


def is_optional(operation: Operation, parameter: Parameter) -> bool:
    """Core.OptionalParameter, or nullable on an action (OData 4.01 Protocol, section 11.5.5.1)."""
    if is_tagged(parameter.annotations, OPTIONAL_PARAMETER):
        return True
    return operation.kind is OperationKind.ACTION and parameter.type.nullable


def _compare_overload(
    c: Comparison, element: str, old: Operation, new: Operation
) -> Iterator[Change]:
    if old == new:
        return
    yield from _compare_parameters(element, old, new)
    yield from _compare_result(element, old, new)

    def change(rule: str, message: str, before: object, after: object) -> Change:
        return Change(
            rule, element, message, old.span, new.span, detail={"from": before, "to": after}
        )

    if old.composable != new.composable:
        yield change(
            f"operation-composable-{'added' if new.composable else 'removed'}",
            f"{element} can {'now' if new.composable else 'no longer'} be composed",
            old.composable,
            new.composable,
        )
    if old.entity_set_path != new.entity_set_path:
        yield change(
            "operation-entity-set-path-changed",
            f"the entity set path of {element} changes from {old.entity_set_path or 'none'} "
            f"to {new.entity_set_path or 'none'}",
            old.entity_set_path,
            new.entity_set_path,
        )
    bound = [is_tagged(o.annotations, EXPLICIT_BINDING) for o in (old, new)]
    if bound[0] != bound[1]:
        yield change(
            f"requires-explicit-binding-{'added' if bound[1] else 'removed'}",
            f"{element} {'now' if bound[1] else 'no longer'} requires an explicit binding",
            bound[0],
            bound[1],
        )


def _compare_parameters(element: str, old: Operation, new: Operation) -> Iterator[Change]:
    before = {p.name: p for p in old.own_parameters}
    after = {p.name: p for p in new.own_parameters}
    gone = [n for n in before if n not in after]
    come = [n for n in after if n not in before]
    casing = match_casing(gone, come)
    renamed = _renamed(before, after, gone, come, casing)
    for name in gone:
        yield _parameter_removed(
            element,
            new,
            before[name],
            respelled=casing.get(name),
            successor=renamed.get(name),
            after=after,
        )
    origins = {n: o for o, n in (casing | renamed).items()}
    kept = [n for n in after if n in before]
    order = list(after)
    for name in come:
        yield from _parameter_added(
            element,
            old,
            new,
            after[name],
            origin=origins.get(name),
            inserted=bool(kept) and order.index(name) < order.index(kept[-1]),
        )
    for name, one in before.items():
        if name in after:
            yield from _compare_parameter(f"{element}/{name}", old, new, one, after[name])
    if [n for n in before if n in after] != kept:
        yield Change(
            "operation-parameter-order-changed",
            element,
            f"the parameters of {element} stand in another order",
            old.span,
            new.span,
            direction=Direction.REQUEST,
            detail={"from": list(before), "to": list(after)},
        )


def _renamed(
    before: Mapping[str, Parameter],
    after: Mapping[str, Parameter],
    gone: list[str],
    come: list[str],
    casing: Mapping[str, str],
) -> dict[str, str]:
    """One parameter gone and one come, same type, and the same place or an alike name."""
    left = [n for n in gone if n not in casing]
    right = [n for n in come if n not in casing.values()]
    if len(left) != 1 or len(right) != 1:
        return {}
    one, other = left[0], right[0]
    if before[one].type != after[other].type:
        return {}
    same_place = list(before).index(one) == list(after).index(other)
    return {one: other} if same_place or name_likeness(one, other) else {}


def _parameter_detail(parameter: Parameter, *, is_new: bool) -> dict[str, object]:
    text = type_text(parameter.type)
    return {
        "from": None if is_new else text,
        "to": text if is_new else None,
        "nullable": parameter.type.nullable,
    }


def _parameter_removed(
    element: str,
    new: Operation,
    parameter: Parameter,
    *,
    respelled: str | None,
    successor: str | None,
    after: Mapping[str, Parameter],
) -> Change:
    detail = _parameter_detail(parameter, is_new=False)
    where = f"parameter {parameter.name} of {element}"
    rule, message, place = "operation-parameter-removed", f"{where} is removed", new.span
    if respelled is not None:
        rule, message = "operation-parameter-casing-changed", f"{where} is now {respelled}"
    elif successor is not None:
        rule, message = "operation-parameter-renamed", f"{where} seems to be renamed to {successor}"
    found = respelled or successor
    if found is not None:
        detail["renamed_to"], place = found, after[found].span
    return Change(
        rule,
        f"{element}/{parameter.name}",
        message,
        parameter.span,
        place,
        kind="operation-parameter-removed",
        direction=Direction.REQUEST,
        detail=detail,
    )


def _parameter_added(
    element: str,
    old: Operation,
    new: Operation,
    parameter: Parameter,
    *,
    origin: str | None,
    inserted: bool,
) -> Iterator[Change]:
    detail = _parameter_detail(parameter, is_new=True)
    if origin is not None:
        detail["renamed_from"] = origin
    optional = is_optional(new, parameter)
    kind = f"operation-parameter-added-{'optional' if optional else 'required'}"
    where = f"parameter {parameter.name} of {element}"
    place = f"{element}/{parameter.name}"
    yield Change(
        kind,
        place,
        f"{where} is added and {'may be left out' if optional else 'must be given'}",
        old.span,
        parameter.span,
        direction=Direction.REQUEST,
        detail=detail,
    )
    if inserted:
        yield Change(
            "operation-parameter-inserted",
            place,
            f"{where} is added before others",
            old.span,
            parameter.span,
            kind=kind,
            direction=Direction.REQUEST,
            detail={
                "from": [p.name for p in old.own_parameters],
                "to": [p.name for p in new.own_parameters],
            },
        )


def _compare_parameter(
    element: str, old: Operation, new: Operation, one: Parameter, other: Parameter
) -> Iterator[Change]:
    if one == other:
        return
    noun = f"parameter {element}"
    pair = Pair(
        element,
        noun,
        one.type,
        other.type,
        one.span,
        other.span,
        direction=Direction.REQUEST,
    )
    yield from _type_changed(pair, "operation-parameter-type-changed")
    yield from compare_nullable(pair, "operation-parameter-")
    if one.type.name == other.type.name:
        yield from compare_facets(
            pair, one.type.facets, other.type.facets, type_name=one.type.name, texts=False
        )
    optional = is_optional(old, one), is_optional(new, other)
    # A nullable parameter of an action that is no longer nullable is told as that.
    if optional[0] != optional[1] and one.type.nullable == other.type.nullable:
        yield pair.change(
            f"operation-parameter-made-{'optional' if optional[1] else 'required'}",
            f"{noun} {'may now' if optional[1] else 'may no longer'} be left out",
            before=optional[0],
            after=optional[1],
        )
    tagged = [is_tagged(p.annotations, OPTIONAL_PARAMETER) for p in (one, other)]
    if tagged[0] != tagged[1] and optional[0] == optional[1]:
        yield pair.change(
            "other-annotation-changed",
            f"{noun} is {'now' if tagged[1] else 'no longer'} marked optional, which it was anyhow",
            before=tagged[0],
            after=tagged[1],
            term="Core.OptionalParameter",
        )


def _type_changed(pair: Pair, rule: str) -> Iterator[Change]:
    before, after = _texts(pair.old, pair.new)
    if before != after:
        yield pair.change(
            rule,
            f"the type of {pair.noun} changes from {before} to {after}",
            before=before,
            after=after,
        )


def _texts(old: TypeReference, new: TypeReference) -> tuple[str, str]:
    return type_text(old), type_text(new)


def _compare_result(element: str, old: Operation, new: Operation) -> Iterator[Change]:
    one, other = old.return_type, new.return_type
    if one is None and other is None:
        return
    if one is None or other is None:
        before = type_text(one.type) if one else None
        after = type_text(other.type) if other else None
        yield Change(
            "return-type-added" if one is None else "return-type-removed",
            element,
            f"{element} {'now answers ' + str(after) if one is None else 'no longer answers a value'}",
            one.span if one else old.span,
            other.span if other else new.span,
            direction=Direction.RESPONSE,
            detail={"from": before, "to": after},
        )
        return
    pair = Pair(
        element,
        f"the result of {element}",
        one.type,
        other.type,
        one.span,
        other.span,
        direction=Direction.RESPONSE,
    )
    yield from _type_changed(pair, "return-type-changed")
    yield from compare_nullable(pair, "return-")
    if one.type.name == other.type.name:
        yield from compare_facets(
            pair, one.type.facets, other.type.facets, type_name=one.type.name, texts=False
        )
