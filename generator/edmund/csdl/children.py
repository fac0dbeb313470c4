"""Child elements: which may stand where. What cannot is a finding, never silence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from edmund.csdl.attributes import suggest
from edmund.csdl.findings import Code, Findings
from edmund.csdl.parser import XmlElement
from edmund.diagnostics import Note

__all__ = ["EDM", "EDMX", "known_children", "namespace_hint", "only_one", "read_each"]

Read = TypeVar("Read")

EDM = "http://docs.oasis-open.org/odata/ns/edm"
EDMX = "http://docs.oasis-open.org/odata/ns/edmx"


def known_children(
    element: XmlElement, known: frozenset[str], findings: Findings, namespace: str = EDM
) -> Sequence[XmlElement]:
    """The children of `element` that CSDL knows in this place, in document order.

    `known` are local names in `namespace`. Any other element of CSDL's namespaces is a warning
    (EDM123), any other element at all a warning (EDM125), except that a known name in the wrong
    namespace is an error (EDM111): it is meant to be CSDL and would be lost.
    """
    if element.text and not element.text.isspace():
        shown = " ".join(element.text.split())[:40]
        findings.warning(
            Code.STRAY_TEXT,
            f"{element.name} contains the text '{shown}', which is ignored",
            element.span,
        )
    children = element.children
    for child in children:
        if child.name not in known or child.namespace != namespace:
            return [c for c in children if _is_known(element, c, known, findings, namespace)]
    return children


def _is_known(
    parent: XmlElement,
    child: XmlElement,
    known: frozenset[str],
    findings: Findings,
    namespace: str,
) -> bool:
    if child.namespace == namespace:
        if child.name in known:
            return True
        findings.warning(
            Code.UNKNOWN_ELEMENT,
            f"{parent.name} has no child element '{child.name}'; it is ignored",
            child.span,
            hint=suggest(child.name[:128], known) if findings.has_room else None,
        )
    elif child.name in known:
        findings.error(
            Code.NAMESPACE,
            f"{child.name} is of the namespace '{child.namespace}', not '{namespace}'",
            child.span,
            hint=namespace_hint(child.namespace, namespace),
        )
    elif child.namespace in {EDM, EDMX, ""}:
        findings.warning(
            Code.UNKNOWN_ELEMENT,
            f"{parent.name} has no child element '{child.name}'; it is ignored",
            child.span,
        )
    else:
        findings.warning(
            Code.FOREIGN_ELEMENT,
            f"element '{child.name}' of namespace '{child.namespace}' is not CSDL; it is ignored",
            child.span,
        )
    return False


def namespace_hint(found: str, wanted: str) -> str:
    """What to do about an element in the namespace `found` instead of `wanted`."""
    if found.startswith("http://schemas.microsoft.com/ado/"):
        return (
            "this is of OData 3 or older, which has a wrapper of its own: "
            'Edmx of "http://schemas.microsoft.com/ado/2007/06/edmx" with Version="1.0"'
        )
    if not found:
        return f"""declare it: xmlns="{wanted}\""""
    return f"CSDL 4.0 and 4.01 elements are of '{wanted}'"


def only_one(
    found: Sequence[XmlElement], parent: XmlElement, findings: Findings
) -> XmlElement | None:
    """The first of `found`, or None; any further one is an error (EDM126)."""
    for extra in found[1:]:
        findings.error(
            Code.REPEATED_ELEMENT,
            f"{parent.name} has more than one {extra.name}",
            extra.span,
            notes=(Note(f"the first {extra.name} is here", found[0].span),),
        )
    return found[0] if found else None


def read_each(
    children: Sequence[XmlElement],
    name: str,
    read: Callable[[XmlElement, Findings], Read | None],
    findings: Findings,
) -> tuple[Read, ...]:
    """What `read` makes of each child called `name`, without those that are in error."""
    found = [read(child, findings) for child in children if child.name == name]
    return tuple([each for each in found if each is not None])
