"""What a Model as a whole has to fulfil: inheritance that ends, keys and paths that lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from edmund.diagnostics import Note
from edmund.model.elements import (
    EntityContainer,
    Model,
    NavigationProperty,
    NavigationPropertyBinding,
    Parameter,
    Property,
    StructuredType,
    TypeDefinition,
)
from edmund.model.findings import Code, Findings, chain_text
from edmund.model.lineage import Lineage
from edmund.model.paths import MemberPaths
from edmund.model.patterns import inspect_pattern
from edmund.model.vocabulary import PATTERN, find, text

__all__ = ["check_inheritance", "check_members", "check_patterns"]


def check_inheritance(model: Model, findings: Findings) -> bool:
    """Report every inheritance cycle once, by its types; true when there is none."""
    checked: set[str] = set()
    clean = True
    for start in model.types:
        chain: dict[str, StructuredType] = {}
        at = model.structured(start.name)
        while at is not None and at.name not in checked and at.name not in chain:
            chain[at.name] = at
            at = None if at.base is None else model.structured(at.base)
        if at is not None and at.name in chain:
            clean = False
            names = list(chain)
            cycle = names[names.index(at.name) :]
            findings.error(
                Code.INHERITANCE_CYCLE,
                f"type {at.name!r} derives from itself: {chain_text([*cycle, at.name])}",
                at.span,
                notes=tuple(
                    Note(f"{name!r} is declared here", chain[name].span) for name in cycle[1:20]
                ),
            )
        checked.update(chain)
    return clean


def check_members(model: Model, findings: Findings) -> None:
    """Check keys, redefined properties, partners, constraints and bindings."""
    lineage = Lineage(model)
    paths = MemberPaths(model, lineage)
    _check_redefinitions(model, findings)
    for declared in model.types:
        if isinstance(declared, StructuredType):
            _check_key(model, declared, paths, findings)
            for navigation in declared.navigation_properties:
                _check_navigation(declared, navigation, paths, findings)
    containers = {container.name: container for container in model.containers}
    for container in model.containers:
        for child in container.entity_sets + container.singletons:
            for binding in child.bindings:
                place = f"{container.name}/{child.name}"
                wrong = _wrong_binding(container, child.type, binding, containers, paths)
                if wrong is not None:
                    findings.warning(
                        Code.BINDING,
                        f"the binding of {binding.path!r} to {binding.target!r} at {place!r} "
                        f"leads nowhere: {wrong}",
                        child.span,
                    )


def _check_redefinitions(model: Model, findings: Findings) -> None:
    """A type may not declare a property that it inherits (section 6.2); other vendors' types do."""
    declarers: dict[str, set[str]] = {}
    for declared in model.types:
        if isinstance(declared, StructuredType):
            for member in declared.properties + declared.navigation_properties:
                declarers.setdefault(member.name, set()).add(declared.name)
    for declared in model.types:
        if not isinstance(declared, StructuredType) or declared.base is None:
            continue
        for member in declared.properties + declared.navigation_properties:
            candidates = declarers[member.name]
            if len(candidates) == 1:
                continue
            at = model.structured(declared.base)
            while at is not None and at.name not in candidates:
                at = None if at.base is None else model.structured(at.base)
            if at is not None:
                findings.warning(
                    Code.REDEFINITION,
                    f"{declared.name!r} declares property {member.name!r}, which it inherits",
                    member.span,
                    notes=(Note(f"it inherits it from {at.name!r}", at.span),),
                )


def _check_key(
    model: Model, declared: StructuredType, paths: MemberPaths, findings: Findings
) -> None:
    if not declared.key:
        return
    for ref in declared.key:
        wrong = paths.first_wrong(declared.name, ref.path.split("/"))
        if (
            wrong is None
            and paths.member(declared.name, ref.path.split("/", maxsplit=1)[0]) is None
        ):
            wrong = ref.path  # An open type's key still has to be declared.
        if wrong is not None:
            findings.error(
                Code.KEY_PROPERTY,
                f"the key of {declared.name!r} names the property {ref.path!r}, "
                "which it does not have",
                declared.span,
            )
    paths_of_key = [ref.path for ref in declared.key]
    for twice in sorted({path for path in paths_of_key if paths_of_key.count(path) > 1}):
        findings.error(
            Code.KEY_PROPERTY,
            f"the key of {declared.name!r} names the property {twice!r} more than once",
            declared.span,
        )
    inherited = None if declared.base is None else model.structured(declared.base)
    while inherited is not None and not inherited.key:
        inherited = None if inherited.base is None else model.structured(inherited.base)
    if inherited is not None:
        findings.warning(
            Code.REDEFINITION,
            f"{declared.name!r} declares a key though it inherits one",
            declared.span,
            notes=(Note(f"it inherits the key of {inherited.name!r}", inherited.span),),
        )


def _check_navigation(
    declared: StructuredType,
    navigation: NavigationProperty,
    paths: MemberPaths,
    findings: Findings,
) -> None:
    where = f"{declared.name}/{navigation.name}"
    if navigation.partner is not None:
        wrong = paths.first_wrong(navigation.type.name, navigation.partner.split("/"))
        if wrong is not None:
            findings.warning(
                Code.PARTNER,
                f"the partner {navigation.partner!r} of {where!r} does not exist in "
                f"{navigation.type.name!r}",
                navigation.span,
            )
    for constraint in navigation.referential_constraints:
        for type_name, path in (
            (declared.name, constraint.property),
            (navigation.type.name, constraint.referenced_property),
        ):
            if paths.first_wrong(type_name, path.split("/")) is not None:
                findings.warning(
                    Code.CONSTRAINT,
                    f"a referential constraint of {where!r} names {path!r}, which {type_name!r} "
                    "does not have",
                    navigation.span,
                )


def _wrong_binding(
    container: EntityContainer,
    type_name: str,
    binding: NavigationPropertyBinding,
    containers: dict[str, EntityContainer],
    paths: MemberPaths,
) -> str | None:
    """What is wrong with a binding, or None (section 13.4)."""
    wrong = paths.first_wrong(type_name, binding.path.split("/"))
    if wrong is not None:
        return f"the path has no {wrong!r}"
    segments = binding.target.split("/")
    target = container
    if "." in segments[0]:
        if segments[0] not in containers:
            return None  # A container of a service that was not given.
        target = containers[segments[0]]
        segments = segments[1:]
    child = next((c for c in target.entity_sets + target.singletons if c.name == segments[0]), None)
    if child is None:
        return f"the target has no {segments[0]!r}"
    wrong = paths.first_wrong(child.type, segments[1:])
    return None if wrong is None else f"the target has no {wrong!r}"


def check_patterns(model: Model, findings: Findings) -> None:
    """Check the regular expressions that restrict values (Validation.Pattern)."""
    for what, element in _restricted(model):
        annotation = find(element.annotations, PATTERN)
        if annotation is None:
            continue
        written = text(annotation.value)
        if written is None:
            continue
        report = inspect_pattern(written)
        if report.error is not None:
            findings.error(
                Code.PATTERN,
                f"the pattern {written!r} of {what} is no regular expression: {report.error}",
                annotation.span,
            )
        for risk in report.risks:
            findings.warning(
                Code.PATTERN, f"the pattern {written!r} of {what}: {risk}", annotation.span
            )


def _restricted(model: Model) -> Iterator[tuple[str, Property | Parameter | TypeDefinition]]:
    for declared in model.types:
        if isinstance(declared, TypeDefinition):
            if declared.annotations:
                yield repr(declared.name), declared
        elif isinstance(declared, StructuredType):
            for prop in declared.properties:
                if prop.annotations:
                    yield repr(f"{declared.name}/{prop.name}"), prop
    for operation in model.operations:
        for parameter in operation.parameters:
            if parameter.annotations:
                yield repr(f"{operation.name}/{parameter.name}"), parameter
