"""What the schema says of an element, as the text of a docstring."""

from __future__ import annotations

from edmund.csdl.expression import AnnotationValue
from edmund.model import vocabulary

__all__ = ["deprecation_sentence", "element_text", "with_article"]


def element_text(annotations: tuple[AnnotationValue, ...]) -> str:
    """Description, long description and deprecation of an element, as paragraphs; '' for none."""
    if not annotations:
        return ""
    parts = [vocabulary.description(annotations), vocabulary.long_description(annotations)]
    revision = vocabulary.deprecation(annotations)
    if revision is not None:
        parts.append(
            deprecation_sentence(revision.date, revision.removal_date, revision.description)
        )
    return "\n\n".join(part for part in parts if part)


def deprecation_sentence(date: str | None, removal_date: str | None, why: str | None) -> str:
    """That something is deprecated: since when, until when, and why."""
    since = f" since {date}" if date else ""
    until = f", to be removed on {removal_date}" if removal_date else ""
    return f"Deprecated{since}{until}." + (f" {why}" if why else "")


def with_article(noun: str) -> str:
    """`noun` at the start of a sentence, with its indefinite article."""
    return f"An {noun}" if noun[:1] in "aeio" else f"A {noun}"
