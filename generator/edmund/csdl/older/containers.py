"""Entity containers of older versions: sets with their bindings, and function imports."""

from __future__ import annotations

from dataclasses import dataclass

from edmund.csdl.findings import Code
from edmund.csdl.older.annotating import CORE, edm, paths
from edmund.csdl.older.associations import Association
from edmund.csdl.older.attributes import OldAttributes
from edmund.csdl.older.context import Upgrade
from edmund.csdl.older.operations import function_import
from edmund.csdl.older.sap import container_annotations, described, set_annotations
from edmund.csdl.parser import XmlElement
from edmund.diagnostics import Note, Span

__all__ = ["Contained", "entity_container"]

_CHILDREN = frozenset({"EntitySet", "AssociationSet", "FunctionImport"})


@dataclass(frozen=True, slots=True)
class Contained:
    """A container and the actions and functions that it imports."""

    container: XmlElement
    operations: tuple[XmlElement, ...]


@dataclass(frozen=True, slots=True)
class _Binding:
    path: str
    target: str
    span: Span


def entity_container(upgrade: Upgrade, namespace: str, element: XmlElement) -> Contained:
    """A container ([MC-CSDL], 2.1.14). Sets of another than the default one have longer URLs: that is told."""
    old = OldAttributes(element, upgrade.findings)
    attributes = old.kept(("Name", "Extends"))
    if old.metadata_truth("IsDefaultEntityContainer") is False:
        upgrade.findings.information(
            Code.NO_MEANING,
            f"container '{attributes.get('Name', '')}' is not the default one; since 4.0 there is one",
            element.span,
        )
    annotations = [*upgrade.annotations(element), *described(old), *container_annotations(old)]
    old.done(frozenset({"Name", "Extends"}))
    element = _without_shadowed_sets(upgrade, element)
    bindings = _bindings(upgrade, element)
    children: list[XmlElement] = []
    operations: list[XmlElement] = []
    imported: set[str] = set()
    for child in element.children:
        if child.name == "EntitySet":
            found = bindings.get(child.attributes.get("Name", ""), [])
            children.append(_entity_set(upgrade, child, found))
        elif child.name == "FunctionImport":
            made = function_import(upgrade, namespace, child)
            operations.append(made.operation)
            if made.import_ is not None:
                # Overloads of one name share one import (section 13.6 of 4.01).
                name = made.import_.name + made.import_.attributes.get("Name", "")
                if name not in imported:
                    children.append(made.import_)
                imported.add(name)
    children += annotations
    children += upgrade.others(element, _CHILDREN)
    made_container = edm("EntityContainer", attributes, element.span, children, element.text)
    return Contained(made_container, tuple(operations))


def _without_shadowed_sets(upgrade: Upgrade, container: XmlElement) -> XmlElement:
    """The container without sets that a function import of the same name hides: at the URL is one of them.

    SharePoint has such pairs, and there it is the function that answers.
    """
    imports = {
        child.attributes.get("Name"): child.span
        for child in container.children
        if child.name == "FunctionImport"
    }
    kept: list[XmlElement] = []
    for child in container.children:
        name = child.attributes.get("Name")
        if child.name == "EntitySet" and name is not None and name in imports:
            upgrade.findings.warning(
                Code.OLD_NAME,
                f"there is a function import '{name}' beside the entity set; the set is left out",
                child.span,
            )
        else:
            kept.append(child)
    return container._replace(children=tuple(kept))


def _entity_set(upgrade: Upgrade, element: XmlElement, bindings: list[_Binding]) -> XmlElement:
    old = OldAttributes(element, upgrade.findings)
    attributes = old.kept(("Name", "EntityType"))
    span = element.span
    properties: list[XmlElement] = []
    if "EntityType" in attributes:
        attributes["EntityType"] = upgrade.names.reference(element, attributes["EntityType"])
        properties = list(upgrade.types.members(attributes["EntityType"], "Property"))
    children = [
        edm("NavigationPropertyBinding", {"Path": each.path, "Target": each.target}, each.span)
        for each in bindings
    ]
    children += [*upgrade.annotations(element), *described(old)]
    if old.element.attributes.get(_ADDRESSABLE) == "false":
        attributes["IncludeInServiceDocument"] = "false"
    keys = upgrade.types.keys(attributes.get("EntityType", ""))
    children += set_annotations(old, properties, keys)
    guarded = [
        (each.attributes["Name"], each.span)
        for each in properties
        if each.attributes.get("ConcurrencyMode") == "Fixed" and "Name" in each.attributes
    ]
    if guarded:
        value = paths("PropertyPath", guarded, guarded[0][1])
        children.append(edm("Annotation", {"Term": CORE + "OptimisticConcurrency"}, span, (value,)))
    old.done(frozenset({"Name", "EntityType"}))
    children += upgrade.others(element, frozenset())
    return edm("EntitySet", attributes, span, children, element.text)


_ADDRESSABLE = "{http://www.sap.com/Protocols/SAPData}addressable"


def _bindings(upgrade: Upgrade, container: XmlElement) -> dict[str, list[_Binding]]:
    """The bindings of each set, from the association sets."""
    sets = {
        child.attributes.get("Name", ""): upgrade.names.qualified(
            child.attributes.get("EntityType", "")
        )
        for child in container.children
        if child.name == "EntitySet"
    }
    found: dict[str, list[_Binding]] = {name: [] for name in sets}
    for element in container.children:
        if element.name != "AssociationSet":
            continue
        old = OldAttributes(element, upgrade.findings)
        old.kept(("Name", "Association"))
        old.done(frozenset({"Name", "Association"}))
        joined = _joined(upgrade, element, sets)
        if joined is None:
            continue
        association, by_role = joined
        for role, source in by_role.items():
            other = next(each for each in by_role if each != role)
            for place in upgrade.associations.along(association.name, role, other):
                path = place.name
                if not upgrade.types.derives(sets[source], place.owner):
                    path = f"{place.owner}/{path}"
                known = [binding.path for binding in found[source]]
                if path not in known:
                    found[source].append(_Binding(path, by_role[other], element.span))
    return found


def _joined(
    upgrade: Upgrade, element: XmlElement, sets: dict[str, str]
) -> tuple[Association, dict[str, str]] | None:
    """The association of an association set, and its two entity sets by role.

    None, with an error (EDM173), when it names what is not there.
    """
    name = element.attributes.get("Name", "")
    wanted = upgrade.names.qualified(element.attributes.get("Association", ""))
    association = upgrade.associations.find(wanted)
    notes: tuple[Note, ...] = ()
    if association is None:
        if not upgrade.associations.is_declared(wanted):
            message = f"association set '{name}' is of '{wanted}', which the document does not have"
            upgrade.findings.error(Code.ASSOCIATION_SET, message, element.span)
        return None
    notes = (Note("the association is declared here", association.element.span),)
    by_role: dict[str, str] = {}
    for end in element.children:
        if end.name != "End":
            continue
        target = end.attributes.get("EntitySet", "")
        if target not in sets:
            message = (
                f"End of association set '{name}' names the set '{target}', which is not there"
            )
            upgrade.findings.error(Code.ASSOCIATION_SET, message, end.span)
            return None
        role = end.attributes.get("Role") or _role_by_type(upgrade, association, sets[target])
        if role not in association.ends:
            roles = " and ".join(f"'{each}'" for each in association.ends)
            upgrade.findings.error(
                Code.ASSOCIATION_SET,
                f"End of association set '{name}' has the role '{role}', its association {roles}",
                end.span,
                notes=notes,
            )
            return None
        by_role[role] = target
    if len(by_role) != 2:
        message = f"association set '{name}' has ends for {len(by_role)} of the two roles"
        upgrade.findings.error(Code.ASSOCIATION_SET, message, element.span, notes=notes)
        return None
    return association, by_role


def _role_by_type(upgrade: Upgrade, association: Association, entity_type: str) -> str:
    """The role of an end that leaves it out: the one that entities of the set can have."""
    for role, end in association.ends.items():
        if upgrade.types.derives(end.type, entity_type) or upgrade.types.derives(
            entity_type, end.type
        ):
            return role
    return ""
