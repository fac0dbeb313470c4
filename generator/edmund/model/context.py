"""What the builders of model elements share: declarations, type names, outside annotations, findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from edmund.csdl.expression import AnnotationValue
from edmund.model.declarations import Declarations
from edmund.model.findings import Findings
from edmund.model.qualify import qualify_annotation
from edmund.model.references import TypeResolver
from edmund.model.scope import References, Scope
from edmund.model.targeting import ExternalAnnotations, TargetGroup, annotate

__all__ = ["Context", "Outside"]

Outside = Mapping[str, list[TargetGroup]]


@dataclass(frozen=True, slots=True)
class Context:
    declarations: Declarations
    resolver: TypeResolver
    external: ExternalAnnotations
    unread: References
    findings: Findings

    def annotations(
        self,
        scope: Scope,
        inline: tuple[AnnotationValue, ...],
        outside: Outside | None,
        owner: str,
        *rests: str,
    ) -> tuple[AnnotationValue, ...]:
        """The annotations of the element at `owner` + any of `rests`: its own and those targeted at it."""
        if not inline and outside is None:
            return ()
        qualified = [qualify_annotation(scope, annotation) for annotation in inline]
        return annotate(self.findings, qualified, outside, owner, rests)
