"""What the schema says of an element, as the text of a docstring."""

from __future__ import annotations

from edmund.csdl.expression import AnnotationValue
from edmund.model import vocabulary

__all__ = ["element_text"]


def element_text(annotations: tuple[AnnotationValue, ...]) -> str:
    """Description, long description and deprecation of an element, as paragraphs; '' for none."""
    if not annotations:
        return ""
    parts = [vocabulary.description(annotations), vocabulary.long_description(annotations)]
    revision = vocabulary.deprecation(annotations)
    if revision is not None:
        said = f": {revision.description}" if revision.description else "."
        when = f" Since {revision.date}." if revision.date else ""
        until = f" Removed on {revision.removal_date}." if revision.removal_date else ""
        parts.append(f"Deprecated{said}{when}{until}")
    return "\n\n".join(part for part in parts if part)
