"""Keywords turned into assertions: each function reads some keywords that belong together."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from edmund.diagnostics import Severity
from edmund.frontends.json_schema import assertions as a
from edmund.frontends.json_schema.formats import FORMATS
from edmund.frontends.json_schema.site import ABSENT, Site
from edmund.frontends.json_schema.values import canonical
from edmund.patterns import UnsupportedPattern, compile_pattern

__all__ = ["GROUPS"]

_MOST_SAID = 200


def _type(site: Site) -> Iterator[a.Assertion]:
    given = site.get("type")
    if given is ABSENT:
        return
    names = (given,) if isinstance(given, str) else site.texts("type", given)
    known = site.resource.dialect.types
    for index, name in enumerate(names or ()):
        if name not in known:
            below = () if isinstance(given, str) else (index,)
            site.fault("type", f"one of {', '.join(sorted(known))}", *below)
    # What is no JSON (the files of Swagger 2.0) is not checked.
    if names and "file" not in names:
        yield a.TypeIs("type", tuple(names))


def _values(site: Site) -> Iterator[a.Assertion]:
    allowed = site.items("enum")
    if allowed is not None:
        yield a.ValueIs("enum", frozenset(map(canonical, allowed)), _said(list(allowed)))
    only = site.get("const")
    if only is not ABSENT:
        yield a.ValueIs("const", frozenset({canonical(only)}), _said([only]))


def _said(values: list[object]) -> str:
    """Values as a message names them: as JSON, as many as fit."""
    said: list[str] = []
    length = 0
    for value in values:
        text = json.dumps(value, ensure_ascii=False, default=str)
        length += len(text)
        if length > _MOST_SAID:
            said.append("...")
            break
        said.append(text)
    return ", ".join(said)


def _limits(site: Site) -> Iterator[a.Assertion]:
    for plain, exclusive, least in (
        ("minimum", "exclusiveMinimum", True),
        ("maximum", "exclusiveMaximum", False),
    ):
        limit = site.number(plain)
        if site.resource.dialect.exclusive_flags:
            flag = site.flag(exclusive)
            if limit is not None:
                yield a.Limit(exclusive if flag else plain, limit, least, flag)
            continue
        if limit is not None:
            yield a.Limit(plain, limit, least, exclusive=False)
        beyond = site.number(exclusive)
        if beyond is not None:
            yield a.Limit(exclusive, beyond, least, exclusive=True)
    factor = site.number("multipleOf")
    if factor is not None and factor > 0:
        yield a.MultipleOf("multipleOf", factor)
    elif factor is not None:
        site.fault("multipleOf", "above zero")


def _counts(site: Site) -> Iterator[a.Assertion]:
    for measure, name in (
        (a.Measure.CHARACTERS, "Length"),
        (a.Measure.ITEMS, "Items"),
        (a.Measure.PROPERTIES, "Properties"),
    ):
        for prefix, least in (("min", True), ("max", False)):
            limit = site.count(prefix + name)
            if limit is not None and not (least and limit == 0):
                yield a.Count(prefix + name, measure, limit, least)


def _text(site: Site) -> Iterator[a.Assertion]:
    pattern = site.text("pattern")
    program = None if pattern is None else _program(site, pattern, "pattern")
    if program is not None:
        yield a.Pattern("pattern", program)
    name = site.text("format")
    if name is not None and site.formats_asserted and name in FORMATS:
        yield a.Format("format", name)


def _program(site: Site, pattern: str, *below: str) -> str | None:
    """The program of a pattern; None, and that is told, where it cannot be run."""
    try:
        return compile_pattern(pattern)
    except UnsupportedPattern as reason:
        message = f"the pattern cannot be checked ({reason}) and is left out"
        site.report("EDM765", Severity.WARNING, message, site.location.below(*below))
        return None


def _logic(site: Site) -> Iterator[a.Assertion]:
    for keyword, kind in (("allOf", a.AllOf), ("anyOf", a.AnyOf), ("oneOf", a.OneOf)):
        branches = site.children(keyword)
        if branches:
            yield kind(keyword, branches)
    refused = site.child("not")
    if refused is not None:
        yield a.Not("not", refused)
    condition = site.child("if")
    if condition is not None:
        yield a.Condition("if", condition, site.child("then"), site.child("else"))


def _members(site: Site) -> Iterator[a.Assertion]:
    properties = site.named_children("properties")
    patterns = tuple(
        (program, target)
        for pattern, target in site.named_children("patternProperties").items()
        if (program := _program(site, pattern, "patternProperties", pattern)) is not None
    )
    additional = site.child("additionalProperties")
    if properties or patterns or additional is not None:
        yield a.Members("properties", properties, patterns, additional)
    names = site.child("propertyNames")
    if names is not None:
        yield a.PropertyNames("propertyNames", names)


def _required(site: Site) -> Iterator[a.Assertion]:
    names = site.names("required")
    if names:
        yield a.Required("required", names)
    dependent = {}
    for name, value in (site.mapping("dependentRequired") or {}).items():
        dependent[name] = site.texts("dependentRequired", value, name) or ()
    if dependent:
        yield a.DependentRequired("dependentRequired", dependent)
    schemas = site.named_children("dependentSchemas")
    if schemas:
        yield a.DependentSchemas("dependentSchemas", schemas)
    # Before 2019-09 one keyword was for both.
    names_of: dict[str, tuple[str, ...]] = {}
    targets: dict[str, int] = {}
    for name, value in (site.mapping("dependencies") or {}).items():
        if isinstance(value, list):
            names_of[name] = site.texts("dependencies", value, name) or ()
        else:
            targets[name] = site.enter(site.location.below("dependencies", name))
    if names_of:
        yield a.DependentRequired("dependencies", names_of)
    if targets:
        yield a.DependentSchemas("dependencies", targets)


def _items(site: Site) -> Iterator[a.Assertion]:
    prefix = site.children("prefixItems") or ()
    keyword = "items"
    if "additionalItems" in site.resource.dialect.keywords and isinstance(site.get("items"), list):
        prefix = site.children("items") or ()
        keyword = "additionalItems"
    rest = site.child(keyword)
    if prefix or rest is not None:
        yield a.Items(keyword if rest is not None else "prefixItems", prefix, rest)
    if site.flag("uniqueItems"):
        yield a.UniqueItems("uniqueItems")
    wanted = site.child("contains")
    if wanted is not None:
        least = site.count("minContains")
        yield a.Contains(
            "contains",
            wanted,
            1 if least is None else least,
            site.count("maxContains"),
            evaluates="prefixItems" in site.resource.dialect.subschemas,
        )


def _unevaluated(site: Site) -> Iterator[a.Assertion]:
    items = site.child("unevaluatedItems")
    if items is not None:
        yield a.UnevaluatedItems("unevaluatedItems", items)
    members = site.child("unevaluatedProperties")
    if members is not None:
        yield a.UnevaluatedProperties("unevaluatedProperties", members)


# In the order in which what is wrong is told; what was not evaluated is known at the end.
GROUPS: tuple[Callable[[Site], Iterator[a.Assertion]], ...] = (
    _type,
    _values,
    _limits,
    _counts,
    _text,
    _required,
    _items,
    _members,
    _logic,
    _unevaluated,
)
