"""What each kind of assertion asks of a value. A check adds violations to the frame that it is given."""

from __future__ import annotations

from edmund.frontends.json_schema import assertions as a
from edmund.frontends.json_schema.formats import FORMATS
from edmund.frontends.json_schema.frames import Frame, Share, Unfinished
from edmund.frontends.json_schema.nearest import tell_branches
from edmund.frontends.json_schema.rules import SchemaRule
from edmund.frontends.json_schema.run import Checks, Run
from edmund.frontends.json_schema.values import canonical, exact, is_multiple, type_names
from edmund.patterns import matches
from edmund.validation.walk import step

__all__ = ["CHECKS"]

_RULES_OF_COUNTS = {
    (a.Measure.CHARACTERS, True): SchemaRule.MIN_LENGTH,
    (a.Measure.CHARACTERS, False): SchemaRule.MAX_LENGTH,
    (a.Measure.ITEMS, True): SchemaRule.MIN_ITEMS,
    (a.Measure.ITEMS, False): SchemaRule.MAX_ITEMS,
    (a.Measure.PROPERTIES, True): SchemaRule.MIN_PROPERTIES,
    (a.Measure.PROPERTIES, False): SchemaRule.MAX_PROPERTIES,
}
_COUNTED = {a.Measure.CHARACTERS: str, a.Measure.ITEMS: list, a.Measure.PROPERTIES: dict}
_ARTICLES = {"null": "null", "array": "an array", "object": "an object", "integer": "an integer"}


def _never(run: Run, frame: Frame, assertion: a.Never) -> None:
    frame.report(SchemaRule.NEVER, "no value is allowed here", assertion.keyword)


def _type(run: Run, frame: Frame, assertion: a.TypeIs) -> None:
    if not any(name in assertion.types for name in type_names(frame.value)):
        expected = " or ".join(_ARTICLES.get(name, f"a {name}") for name in assertion.types)
        frame.report(SchemaRule.WRONG_TYPE, f"{expected} is expected", assertion.keyword)


def _value(run: Run, frame: Frame, assertion: a.ValueIs) -> None:
    if canonical(frame.value) not in assertion.values:
        which = "the value" if len(assertion.values) == 1 else "one of the values"
        message = f"{which} {assertion.said} is expected"
        frame.report(SchemaRule.ALLOWED_VALUES, message, assertion.keyword)


def _limit(run: Run, frame: Frame, assertion: a.Limit) -> None:
    number = exact(frame.value)
    if number is None:
        return
    limit = assertion.limit
    if number == limit:
        holds = not assertion.exclusive
    else:
        holds = (number > limit) is assertion.least
    if not holds:
        side = "above" if assertion.least else "below"
        wanted = f"{side} {limit}" if assertion.exclusive else f"{limit} or {side}"
        rule = SchemaRule.MINIMUM if assertion.least else SchemaRule.MAXIMUM
        frame.report(rule, f"a number of {wanted} is expected", assertion.keyword)


def _multiple(run: Run, frame: Frame, assertion: a.MultipleOf) -> None:
    number = exact(frame.value)
    if number is None:
        return
    holds = is_multiple(number, assertion.factor)
    if holds is None:
        message = "the number has too many digits to be checked"
        frame.report(SchemaRule.TOO_MUCH_WORK, message, assertion.keyword)
    elif not holds:
        message = f"a multiple of {assertion.factor} is expected"
        frame.report(SchemaRule.MULTIPLE_OF, message, assertion.keyword)


def _count(run: Run, frame: Frame, assertion: a.Count) -> None:
    if not isinstance(frame.value, _COUNTED[assertion.measure]):
        return
    count = len(frame.value)
    if count < assertion.limit if assertion.least else count > assertion.limit:
        what = assertion.measure.value + ("" if count == 1 else "s")
        side = "at least" if assertion.least else "at most"
        message = f"{count} {what}; {side} {assertion.limit} are allowed"
        rule = _RULES_OF_COUNTS[assertion.measure, assertion.least]
        frame.report(rule, message, assertion.keyword)


def _pattern(run: Run, frame: Frame, assertion: a.Pattern) -> None:
    if isinstance(frame.value, str) and not _matches(frame, assertion.program, frame.value):
        message = "the text does not match the declared pattern"
        frame.report(SchemaRule.PATTERN, message, assertion.keyword)


def _matches(frame: Frame, program: str, text: str) -> bool:
    found = matches(program, text)
    if found is None:
        message = "the pattern takes too many steps on this text"
        place = str(frame.node.location)
        raise Unfinished(SchemaRule.TOO_MUCH_WORK.at(frame.pointer, message, place))
    return found


def _format(run: Run, frame: Frame, assertion: a.Format) -> None:
    if isinstance(frame.value, str) and not FORMATS[assertion.name](frame.value):
        message = f"the text is not of the format {assertion.name}"
        frame.report(SchemaRule.FORMAT, message, assertion.keyword)


def _required(run: Run, frame: Frame, assertion: a.Required) -> None:
    if isinstance(frame.value, dict):
        _require(frame, assertion.names, assertion.keyword)


def _dependent_required(run: Run, frame: Frame, assertion: a.DependentRequired) -> None:
    if isinstance(frame.value, dict):
        for name, wanted in assertion.names.items():
            if name in frame.value:
                _require(frame, wanted, assertion.keyword)


def _require(frame: Frame, names: tuple[str, ...], keyword: str) -> None:
    assert isinstance(frame.value, dict), "only objects have members"
    for name in names:
        if name not in frame.value:
            place = step(frame.pointer, name)
            frame.report(SchemaRule.REQUIRED, "the member is required", keyword, place)


def _unique(run: Run, frame: Frame, assertion: a.UniqueItems) -> None:
    if not isinstance(frame.value, list):
        return
    first_of: dict[str, int] = {}
    for index, item in enumerate(frame.value):
        first = first_of.setdefault(canonical(item), index)
        if first != index:
            message = f"the item is equal to item {first}"
            place = step(frame.pointer, index)
            frame.report(SchemaRule.UNIQUE_ITEMS, message, assertion.keyword, place)


def _items(run: Run, frame: Frame, assertion: a.Items) -> None:
    if not isinstance(frame.value, list):
        return
    for index, item in enumerate(frame.value):
        target = assertion.prefix[index] if index < len(assertion.prefix) else assertion.rest
        if target is not None:
            _check_item(run, frame, target, index, item)


def _check_item(run: Run, frame: Frame, target: int, index: int, item: object) -> None:
    place = step(frame.pointer, index)
    node = run.program.nodes[target]
    if node.is_never:
        message = "the array has no room for this item"
        frame.found.append(SchemaRule.UNKNOWN_ITEM.at(place, message, str(node.location)))
    else:
        frame.found.extend(run.apply(target, item, place, frame))
    if frame.evaluated is not None:
        frame.evaluated.items.add(index)


def _contains(run: Run, frame: Frame, assertion: a.Contains) -> None:
    if not isinstance(frame.value, list):
        return
    fitting = [
        index
        for index, item in enumerate(frame.value)
        if not run.apply(assertion.target, item, step(frame.pointer, index), frame)
    ]
    if len(fitting) < assertion.least:
        message = f"{len(fitting)} items fit 'contains'; at least {assertion.least} have to"
        frame.report(SchemaRule.CONTAINS, message, assertion.keyword)
    elif assertion.most is not None and len(fitting) > assertion.most:
        message = f"{len(fitting)} items fit 'contains'; at most {assertion.most} may"
        frame.report(SchemaRule.CONTAINS, message, assertion.keyword)
    if frame.evaluated is not None and assertion.evaluates:
        frame.evaluated.items.update(fitting)


def _unevaluated_items(run: Run, frame: Frame, assertion: a.UnevaluatedItems) -> None:
    if isinstance(frame.value, list) and frame.evaluated is not None:
        for index, item in enumerate(frame.value):
            if index not in frame.evaluated.items:
                _check_item(run, frame, assertion.target, index, item)


def _members(run: Run, frame: Frame, assertion: a.Members) -> None:
    if not isinstance(frame.value, dict):
        return
    for name, member in frame.value.items():
        targets = [assertion.properties[name]] if name in assertion.properties else []
        targets += [at for program, at in assertion.patterns if _matches(frame, program, name)]
        if not targets and assertion.additional is not None:
            targets.append(assertion.additional)
        for target in targets:
            _check_member(run, frame, target, name, member)


def _check_member(run: Run, frame: Frame, target: int, name: str, member: object) -> None:
    place = step(frame.pointer, name)
    node = run.program.nodes[target]
    if node.is_never:
        message = "the schema has no such member"
        frame.found.append(SchemaRule.UNKNOWN_PROPERTY.at(place, message, str(node.location)))
    else:
        frame.found.extend(run.apply(target, member, place, frame))
    if frame.evaluated is not None:
        frame.evaluated.members.add(name)


def _property_names(run: Run, frame: Frame, assertion: a.PropertyNames) -> None:
    if not isinstance(frame.value, dict):
        return
    for name in frame.value:
        place = step(frame.pointer, name)
        for each in run.apply(assertion.target, name, place, frame):
            message = f"the name of the member: {each.message}"
            frame.found.append(SchemaRule.PROPERTY_NAME.at(place, message, each.keyword))


def _unevaluated_members(run: Run, frame: Frame, assertion: a.UnevaluatedProperties) -> None:
    if isinstance(frame.value, dict) and frame.evaluated is not None:
        for name, member in frame.value.items():
            if name not in frame.evaluated.members:
                _check_member(run, frame, assertion.target, name, member)


def _reference(run: Run, frame: Frame, assertion: a.Reference) -> None:
    frame.found.extend(run.apply(assertion.target, frame.value, frame.pointer, frame, Share.ALWAYS))


def _dynamic_reference(run: Run, frame: Frame, assertion: a.DynamicReference) -> None:
    anchors = run.program.dynamic_anchors
    places = (anchors.get((resource, assertion.name)) for resource in frame.scope)
    target = next((place for place in places if place is not None), assertion.target)
    frame.found.extend(run.apply(target, frame.value, frame.pointer, frame, Share.ALWAYS))


def _all_of(run: Run, frame: Frame, assertion: a.AllOf) -> None:
    for branch in assertion.branches:
        frame.found.extend(run.apply(branch, frame.value, frame.pointer, frame, Share.ALWAYS))


def _any_of(run: Run, frame: Frame, assertion: a.AnyOf | a.OneOf) -> None:
    told = [
        run.apply(branch, frame.value, frame.pointer, frame, Share.IF_VALID)
        for branch in assertion.branches
    ]
    tell_branches(frame, assertion, told)


def _not(run: Run, frame: Frame, assertion: a.Not) -> None:
    if not run.apply(assertion.target, frame.value, frame.pointer, frame):
        message = "the value fits the schema of 'not', which it must not"
        frame.report(SchemaRule.NOT, message, assertion.keyword)


def _condition(run: Run, frame: Frame, assertion: a.Condition) -> None:
    fails = run.apply(assertion.condition, frame.value, frame.pointer, frame, Share.IF_VALID)
    target = assertion.fails if fails else assertion.holds
    if target is not None:
        frame.found.extend(run.apply(target, frame.value, frame.pointer, frame, Share.ALWAYS))


def _dependent_schemas(run: Run, frame: Frame, assertion: a.DependentSchemas) -> None:
    if not isinstance(frame.value, dict):
        return
    for name, target in assertion.targets.items():
        if name in frame.value:
            frame.found.extend(run.apply(target, frame.value, frame.pointer, frame, Share.ALWAYS))


CHECKS: Checks = {
    a.Never: _never,
    a.TypeIs: _type,
    a.ValueIs: _value,
    a.Limit: _limit,
    a.MultipleOf: _multiple,
    a.Count: _count,
    a.Pattern: _pattern,
    a.Format: _format,
    a.UniqueItems: _unique,
    a.Required: _required,
    a.DependentRequired: _dependent_required,
    a.DependentSchemas: _dependent_schemas,
    a.Reference: _reference,
    a.DynamicReference: _dynamic_reference,
    a.AllOf: _all_of,
    a.AnyOf: _any_of,
    a.OneOf: _any_of,
    a.Not: _not,
    a.Condition: _condition,
    a.Members: _members,
    a.PropertyNames: _property_names,
    a.Items: _items,
    a.Contains: _contains,
    a.UnevaluatedItems: _unevaluated_items,
    a.UnevaluatedProperties: _unevaluated_members,
}
