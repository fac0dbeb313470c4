"""The life cycle that Core.Revisions announces, and whether removals kept to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from edmund.csdl.expression import AnnotationValue
from edmund.model.elements import EnumType, StructuredType
from edmund.review.comparison import Comparison
from edmund.review.findings import Change, Direction
from edmund.review.handlers.annotated import Annotated
from edmund.review.handlers.container import children_of
from edmund.review.shape import members_of
from edmund.review.terms import REVISIONS, plain

__all__ = ["Deprecated", "compare_revisions", "deprecation_of", "qualify_removals"]


@dataclass(frozen=True, slots=True)
class Deprecated:
    """One announcement: dates as ISO 8601 text, as far as they are given."""

    date: str | None
    removal_date: str | None
    version: str | None
    description: str | None


def deprecation_of(annotations: tuple[AnnotationValue, ...]) -> Deprecated | None:
    """The announcement of removal among the revisions; the one with the latest removal date."""
    found: list[Deprecated] = []
    for annotation in annotations:
        if annotation.term != REVISIONS:
            continue
        records = plain(annotation.value)
        for record in records if isinstance(records, list) else []:
            if isinstance(record, dict) and record.get("Kind") == "Deprecated":
                found.append(
                    Deprecated(
                        *(
                            _text(record, n)
                            for n in ("Date", "RemovalDate", "Version", "Description")
                        )
                    )
                )
    return max(found, key=lambda d: d.removal_date or "9999", default=None)


def _text(record: Mapping[str, object], name: str) -> str | None:
    value = record.get(name)
    return None if value is None else str(value)


def compare_revisions(pair: Annotated) -> Iterator[Change]:
    """Announced, withdrawn, brought forward, put off; any other revision is only noted."""
    old, new = deprecation_of(pair.old), deprecation_of(pair.new)

    def change(rule: str, message: str, before: object, after: object) -> Change:
        return Change(
            rule,
            pair.element,
            message,
            pair.old_span,
            pair.new_span,
            detail={"from": before, "to": after},
        )

    if old is None and new is not None:
        text = f"{pair.element} is deprecated"
        if new.removal_date:
            text += f" and to be removed on {new.removal_date}"
        if new.description:
            text += f": {new.description}"
        yield change("deprecated-added", text, None, _as_detail(new))
    elif old is not None and new is None:
        yield change(
            "deprecation-withdrawn",
            f"{pair.element} is no longer deprecated",
            _as_detail(old),
            None,
        )
    elif old is not None and new is not None and old.removal_date != new.removal_date:
        earlier = (new.removal_date or "9999") < (old.removal_date or "9999")
        yield change(
            f"removal-date-{'earlier' if earlier else 'later'}",
            f"{pair.element} is to be removed on {new.removal_date or 'no stated date'} "
            f"instead of {old.removal_date or 'no stated date'}",
            old.removal_date,
            new.removal_date,
        )
    elif _revisions(pair.old) != _revisions(pair.new):
        yield Change(
            "other-annotation-changed",
            pair.element,
            f"Core.Revisions on {pair.element} changes",
            pair.old_span,
            pair.new_span,
            subject=pair.subject,
            detail={
                "from": _revisions(pair.old),
                "to": _revisions(pair.new),
                "term": "Core.Revisions",
            },
        )


def _as_detail(found: Deprecated) -> dict[str, object]:
    return {"date": found.date, "removalDate": found.removal_date, "version": found.version}


def _revisions(annotations: tuple[AnnotationValue, ...]) -> list[object]:
    return [plain(a.value) for a in annotations if a.term == REVISIONS]


_REMOVALS = frozenset(
    {
        "type-removed",
        "property-removed",
        "navigation-removed",
        "enum-member-removed",
        "operation-removed",
        "function-overload-removed",
        "entity-set-removed",
        "singleton-removed",
        "operation-import-removed",
    }
)


def qualify_removals(c: Comparison, changes: list[Change]) -> Iterator[Change]:
    """For each plain removal among `changes`, whether it had been announced."""
    announced = _announcements(c)
    today = c.options.as_of or date.today()
    for found in changes:
        if found.rule not in _REMOVALS:
            continue
        deprecated = _announced(announced, found.element)
        if deprecated is None:
            rule, text = "removed-without-deprecation", "it had never been announced as deprecated"
        elif deprecated.removal_date is None or deprecated.removal_date > today.isoformat():
            rule = "removed-before-removal-date"
            text = f"it was to stay until {deprecated.removal_date or 'a date not yet stated'}"
        else:
            rule = "removed-after-removal-date"
            text = f"as announced for {deprecated.removal_date}"
        yield Change(
            rule,
            found.element,
            f"{found.element} is removed; {text}",
            found.old,
            found.new,
            kind=found.kind or found.rule,
            subject=found.subject,
            # What has no type is addressed: an operation, a child of the container.
            direction=found.direction or (Direction.URL if found.subject is None else None),
            detail={
                "from": _as_detail(deprecated) if deprecated else None,
                "to": None,
                "removal": found.rule,
            },
        )


def _announcements(c: Comparison) -> dict[str, Deprecated]:
    """Deprecations of the old model by element. An operation's stands for all of its overloads."""
    found: dict[str, Deprecated] = {}

    def note(element: str, annotations: tuple[AnnotationValue, ...]) -> None:
        deprecated = deprecation_of(annotations) if annotations else None
        if deprecated is not None:
            found.setdefault(element, deprecated)

    for t in c.old.model.types:
        note(t.name, t.annotations)
        if isinstance(t, StructuredType):
            for member in members_of(t):
                note(f"{t.name}/{member.name}", member.annotations)
        elif isinstance(t, EnumType):
            for value in t.members:
                note(f"{t.name}/{value.name}", value.annotations)
    for name, overloads in c.old.overloads.items():
        for overload, operation in overloads.items():
            note(overload, operation.annotations)
            note(name, operation.annotations)
    for container in c.old.model.containers:
        for name, child in children_of(container).items():
            note(f"{container.name}/{name}", child.annotations)
    return found


def _announced(found: Mapping[str, Deprecated], element: str) -> Deprecated | None:
    """The element's own announcement, or that of what it belongs to."""
    return found.get(element) or found.get(element.partition("(")[0].rpartition("/")[0])
