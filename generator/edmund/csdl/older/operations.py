"""Function imports of older versions: service operations, and actions and functions of version 3."""

from __future__ import annotations

from dataclasses import dataclass

from edmund.csdl.findings import Code
from edmund.csdl.older.annotating import EDMUND, annotation, edm
from edmund.csdl.older.attributes import OldAttributes
from edmund.csdl.older.context import Upgrade
from edmund.csdl.older.members import facets_and_type, parameter
from edmund.csdl.older.sap import described
from edmund.csdl.parser import XmlElement

__all__ = ["SERVICE_OPERATION", "Imported", "function_import"]

SERVICE_OPERATION = EDMUND + "ServiceOperation"
"""The HTTP method of a service operation, whose parameters are query options ([MS-ODATA], 2.2.3.6.3)."""

_TRUE = frozenset({"true", "1"})
_KNOWN = frozenset(
    {
        "Name",
        "ReturnType",
        "EntitySet",
        "EntitySetPath",
        "IsBindable",
        "IsSideEffecting",
        "IsComposable",
    }
)


@dataclass(frozen=True, slots=True)
class Imported:
    """An action or function of the schema; `import_` stands in the container unless it is bound."""

    operation: XmlElement
    import_: XmlElement | None


def function_import(upgrade: Upgrade, namespace: str, element: XmlElement) -> Imported:
    """What a FunctionImport ([MC-CSDL], 2.1.19) is in 4.01.

    GET is a function and any other method an action. Without a method (version 3) it is an action unless
    it says that it has no side effects or can be composed. A function that returns nothing does not
    exist in 4.01, so that is an action, whose method stays known.
    """
    old = OldAttributes(element, upgrade.findings)
    span = element.span
    if "Function" in element.attributes:
        upgrade.mixed(element)
    name = old.kept(("Name",))
    method = (old.metadata("HttpMethod") or "").strip().upper()
    bindable = _is_true(old.take("IsBindable"))
    composable = _is_true(old.take("IsComposable"))
    side_effecting = old.take("IsSideEffecting")
    entity_set, entity_set_path = old.take("EntitySet"), old.take("EntitySetPath")
    old.metadata("IsAlwaysBindable")  # what else it could mean is told by each entity
    returned = _return_type(upgrade, old)
    pure = composable or (side_effecting is not None and not _is_true(side_effecting))
    is_function = returned is not None and (method == "GET" if method else pure)
    if not method and upgrade.version != "3.0" and not bindable:
        method = "GET" if returned is not None else "POST"
        is_function = returned is not None
        upgrade.findings.warning(
            Code.OLD_METHOD,
            f"FunctionImport '{name.get('Name', '')}' has no m:HttpMethod; {method} is taken",
            span,
        )
    given = upgrade.annotations(element)
    annotations = [*given, *described(old)]
    if method:
        annotations.append(annotation(SERVICE_OPERATION, span, "String", method))
    old.done(_KNOWN)
    attributes = dict(name)
    if bindable:
        attributes["IsBound"] = "true"
    if composable and is_function:
        attributes["IsComposable"] = "true"
    if entity_set_path is not None:
        attributes["EntitySetPath"] = entity_set_path
    children = [parameter(upgrade, child) for child in _parameters(upgrade, element)]
    if returned is not None:
        children.append(returned)
    children += annotations
    children += upgrade.others(element, frozenset({"Parameter", "ReturnType"}))
    kind = "Function" if is_function else "Action"
    operation = edm(kind, attributes, span, children, element.text)
    if bindable:
        return Imported(operation, None)
    target = dict(name)
    target[kind] = f"{namespace}.{name.get('Name', '')}"
    if entity_set is not None:
        target["EntitySet"] = entity_set
    return Imported(operation, edm(f"{kind}Import", target, span))


def _parameters(upgrade: Upgrade, element: XmlElement) -> list[XmlElement]:
    """The parameters; one that is there again to the letter (SharePoint has some) says nothing new."""
    found: list[XmlElement] = []
    for child in element.children:
        if child.name != "Parameter":
            continue
        if any(child.attributes == other.attributes for other in found):
            upgrade.findings.warning(
                Code.OLD_NAME,
                f"parameter '{child.attributes.get('Name', '')}' is there twice, both times the same; "
                "the second one is left out",
                child.span,
            )
            continue
        found.append(child)
    return found


def _is_true(text: str | None) -> bool:
    return text is not None and text.strip().lower() in _TRUE


def _return_type(upgrade: Upgrade, old: OldAttributes) -> XmlElement | None:
    """The return type, from the attribute or from the child element that version 3 has for it."""
    text = old.take("ReturnType")
    element = old.element
    if text is None:
        child = next((c for c in element.children if c.name == "ReturnType"), None)
        if child is None:
            return None
        element = child
    else:
        element = element._replace(attributes={"Type": text}, children=())
    inner = OldAttributes(element, upgrade.findings)
    attributes, annotations = facets_and_type(upgrade, inner)
    inner.take("EntitySet")
    inner.done(frozenset({"Type", "EntitySet"}))
    return edm("ReturnType", attributes, element.span, annotations)
