"""Annotations on their targets: those written inline and those that `Annotations Target=` adds.

Targets are compared as canonical text (OData CSDL XML 4.01, section 14.2.1): qualified names, no spaces
in an overload's parameter list. `Annotations` below a target are taken by the element that is built
under that name; what nobody takes has no target.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from edmund.csdl.document import AnnotationsElement, Document
from edmund.csdl.expression import AnnotationValue
from edmund.diagnostics import Note
from edmund.model.findings import Code, Findings
from edmund.model.qualify import annotation_order, qualify_annotation, qualify_path
from edmund.model.scope import Scope

__all__ = ["ExternalAnnotations", "TargetGroup", "annotate"]

# The key under which groups that annotate annotations are kept; no target is called so.
NESTED = "@"


@dataclass(slots=True)
class TargetGroup:
    """One `Annotations` element: `owner` is the schema child, `rest` what follows it.

    `rest` is empty, `/member`, `(types)` or `(types)/parameter`. `taken` tells whether a target was found.
    """

    owner: str
    rest: str
    element: AnnotationsElement
    annotations: tuple[AnnotationValue, ...]
    taken: bool = False


def _split_owner(target: str) -> tuple[str, str]:
    slash = target.find("/")
    paren = target.find("(")
    at = target.find("@")
    cuts = [cut for cut in (slash, paren, at) if cut >= 0]
    cut = min(cuts, default=len(target))
    return target[:cut], target[cut:]


def _schema_owner(namespace: str) -> str:
    return namespace + "."  # No schema child is called so.


class ExternalAnnotations:
    """All `Annotations` elements of the documents, by owner and by the rest of the target."""

    def __init__(
        self, documents: Sequence[Document], scopes: Sequence[Scope], children: Container[str]
    ) -> None:
        """`children` are the qualified names of all schema children."""
        self._children = children
        self._groups: dict[str, dict[str, list[TargetGroup]]] = {}
        self._in_order: list[TargetGroup] = []
        for document, scope in zip(documents, scopes, strict=True):
            for schema in document.schemas:
                for element in schema.external_annotations:
                    self._add(scope, element)

    def _add(self, scope: Scope, element: AnnotationsElement) -> None:
        target = element.target.strip()
        # A schema as target: its namespace or alias alone (4.01), where that names nothing else.
        namespace = None if scope.qualify(target) in self._children else scope.namespace(target)
        if namespace is not None:
            owner, rest = _schema_owner(namespace), ""
        else:
            owner, rest = _split_owner(qualify_path(scope, target))
        annotations = tuple(
            qualify_annotation(scope, annotation, element.qualifier)
            for annotation in element.annotations
        )
        group = TargetGroup(owner, rest, element, annotations)
        place = NESTED if "@" in rest else rest
        self._groups.setdefault(owner, {}).setdefault(place, []).append(group)
        self._in_order.append(group)

    def owner(self, name: str) -> dict[str, list[TargetGroup]] | None:
        """What was written for `name` and its members, or None (the usual case)."""
        return self._groups.get(name)

    def schema(self, namespace: str) -> dict[str, list[TargetGroup]] | None:
        """What was written for a schema itself, or None."""
        return self._groups.get(_schema_owner(namespace))

    def unmatched(self) -> Iterator[TargetGroup]:
        """The groups whose target was never built, in document order."""
        return (group for group in self._in_order if not group.taken)


def annotate(
    findings: Findings,
    inline: Iterable[AnnotationValue],
    outside: Mapping[str, list[TargetGroup]] | None,
    owner: str,
    rests: Sequence[str],
) -> tuple[AnnotationValue, ...]:
    """All annotations of one element in canonical order; `inline` are its own, qualified.

    `outside` is what was written for `owner`; `rests` are the ways to name the element below it. The groups
    that name it are marked as taken, and so are those that annotate one of its annotations.
    """
    found = list(inline)
    nested: list[TargetGroup] = []
    if outside is not None:
        for rest in rests:
            for group in outside.get(rest, ()):
                group.taken = True
                found.extend(group.annotations)
            if NESTED in outside:
                prefix = rest + "@"
                nested += [group for group in outside[NESTED] if group.rest.startswith(prefix)]
    if not found:
        return ()
    merged = _merge_annotations(findings, owner + rests[0], found)
    for group in nested:
        merged = _annotate_annotation(findings, merged, group)
    return merged


def _annotate_annotation(
    findings: Findings, annotations: tuple[AnnotationValue, ...], group: TargetGroup
) -> tuple[AnnotationValue, ...]:
    """`annotations` with the group's added to the annotation that it names (`...@Term#Qualifier`)."""
    term, _, qualifier = group.rest.rpartition("@")[2].partition("#")
    found: list[AnnotationValue] = []
    for annotation in annotations:
        if (annotation.term, annotation.qualifier or "") == (term, qualifier):
            group.taken = True
            nested = (*annotation.annotations, *group.annotations)
            merged = _merge_annotations(findings, group.owner + group.rest, nested)
            found.append(replace(annotation, annotations=merged))
        else:
            found.append(annotation)
    return tuple(found)


def _merge_annotations(
    findings: Findings, target: str, annotations: Iterable[AnnotationValue]
) -> tuple[AnnotationValue, ...]:
    """One target's annotations in canonical order, one per term and qualifier.

    A target has at most one annotation per term and qualifier (section 14.2). Where there are more and
    they differ, the last one counts, so that a file of annotations can correct metadata that one does
    not own; the place of the other is told.
    """
    merged: dict[tuple[str, str], AnnotationValue] = {}
    for annotation in annotations:
        identity = annotation_order(annotation)
        earlier = merged.get(identity)
        if earlier is not None and earlier != annotation:
            findings.warning(
                Code.DUPLICATE_ANNOTATION,
                f"{target} has the annotation {_label(annotation)} twice, with different values",
                annotation.span,
                hint="the last one counts",
                notes=(Note("the other one is here", earlier.span),),
            )
        merged[identity] = annotation
    if len(merged) == 1:
        return tuple(merged.values())
    return tuple(merged[identity] for identity in sorted(merged))


def _label(annotation: AnnotationValue) -> str:
    if annotation.qualifier is None:
        return annotation.term
    return f"{annotation.term}#{annotation.qualifier}"
