"""Capabilities: facts that terms state, compared as facts, whichever term states them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from edmund.csdl.expression import AnnotationValue
from edmund.review.findings import Change, Level
from edmund.review.handlers.annotated import Annotated
from edmund.review.terms import CAPABILITIES, plain

__all__ = ["compare_capabilities"]

Key = tuple[str, str | None]
Facts = Mapping[str, object]

# One fact, two ways to say it; the left one is what facts are called by.
_SAME_FACT = {
    "SelectRestrictions/Selectable": "SelectSupport/Supported",
    "ChangeTracking": "ChangeTracking/Supported",
    "CountSupported": "CountRestrictions/Countable",
}
_WRITES_AND_READS = ("Insertable", "Updatable", "Deletable", "Readable")
_LISTS_OF_DENIED = (
    "NonInsertableProperties",
    "NonUpdatableProperties",
    "NonFilterableProperties",
    "NonSortableProperties",
    "NonExpandableProperties",
    "NonCountableProperties",
    "NonCountableNavigationProperties",
    "NonInsertableNavigationProperties",
    "NonUpdatableNavigationProperties",
    "NonDeletableNavigationProperties",
    "NonExpandableStreamProperties",
    "NonSelectableProperties",
    "AscendingOnlyProperties",
    "DescendingOnlyProperties",
    "RequiredProperties",
    "UnsupportedExpressions",
)
_LISTS_OF_ALLOWED = (
    "AcceptableEncodings",
    "AllowedExpressions",
    "FilterFunctions",
    "SupportedFormats",
    "SupportedExpressions",
)
_NUMBERS = ("MaxLevels", "MaxItems")
_RESTRICTED = "RestrictedProperties"
_TEXTS = ("Description", "LongDescription")


def compare_capabilities(
    pair: Annotated,
    old: Mapping[Key, AnnotationValue],
    new: Mapping[Key, AnnotationValue],
    added_members: frozenset[str],
) -> Iterator[Change]:
    """All Capabilities terms of one element, flattened to facts with their defaults."""
    before, before_spelled = _facts(old)
    after, after_spelled = _facts(new)
    changed = False
    for fact in sorted({*before, *after}):
        one, other = before.get(fact), after.get(fact)
        if one == other:
            continue
        verdict = _verdict(fact, one, other, added_members)
        if verdict is None:
            continue
        changed = True
        yield _change(pair, verdict, fact, one, other)
    if not changed and set(before_spelled) != set(after_spelled) and before == after:
        gone = sorted(set(before_spelled) - set(after_spelled))
        come = sorted(set(after_spelled) - set(before_spelled))
        if not gone or not come:
            return  # a default written out, or no longer: nothing was said anew
        yield Change(
            "capability-vocabulary-migrated",
            pair.element,
            f"{pair.element} says the same with {', '.join(come)} instead of {', '.join(gone)}",
            pair.old_span,
            pair.new_span,
            subject=pair.subject,
            detail={"from": gone, "to": come},
        )


def _facts(annotations: Mapping[Key, AnnotationValue]) -> tuple[dict[str, object], dict[str, str]]:
    """Facts by canonical name, and by the name they are written with."""
    found: dict[str, object] = {}
    spelled: dict[str, str] = {}
    for (term, qualifier), annotation in annotations.items():
        name = term.removeprefix(CAPABILITIES) + (f"#{qualifier}" if qualifier else "")
        value = True if annotation.value is None else plain(annotation.value)
        for path, leaf in _flatten(name, value):
            canonical = _SAME_FACT.get(path, path)
            if leaf == _default(canonical):
                continue  # written out, it says what is true without it
            spelled[path] = canonical
            found[canonical] = leaf
    return found, spelled


def _flatten(path: str, value: object) -> Iterator[tuple[str, object]]:
    if path.rpartition("/")[2] in _TEXTS:
        return
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _flatten(f"{path}/{name}", inner)
    elif path.endswith(_RESTRICTED) and isinstance(value, list):
        for record in value:
            if isinstance(record, dict):
                target = record.get("NavigationProperty") or record.get("Property")
                for name, inner in record.items():
                    if name not in ("NavigationProperty", "Property"):
                        yield from _flatten(f"{path}/{target}/{name}", inner)
    else:
        yield path, value


def _leaf(fact: str) -> str:
    return fact.rpartition("/")[2].partition("#")[0]


def _default(fact: str) -> object:
    """What is true where nothing is said: nearly all is allowed (Capabilities vocabulary)."""
    leaf = _leaf(fact)
    if leaf in _LISTS_OF_DENIED:
        return []
    if leaf in _NUMBERS:
        return -1
    if leaf in _DENIED_BY_DEFAULT:
        return False
    if leaf in _ALLOWED_BY_DEFAULT:
        return True
    return None


_ALLOWED_BY_DEFAULT = frozenset(
    {
        *_WRITES_AND_READS,
        "Countable",
        "Expandable",
        "Filterable",
        "IndexableByKey",
        "Referenceable",
        "Searchable",
        "Selectable",
        "SkipSupported",
        "Sortable",
        "Supported",
        "TopSupported",
        "BatchSupported",
        "BatchContinueOnErrorSupported",
        "CountSupported",
        "CrossJoinSupported",
        "KeyAsSegmentSupported",
        "AsynchronousRequestsSupported",
        "FilterSegmentSupported",
        "TypecastSegmentSupported",
        "DeepInsertSupport",
    }
)
_DENIED_BY_DEFAULT = frozenset({"RequiresFilter", "Upsertable", "UpsertSupported", "Required"})
_DEMANDS = frozenset({"RequiresFilter", "Required"})


def _verdict(fact: str, old: object, new: object, added_members: frozenset[str]) -> str | None:
    """`tightened`, `loosened`, `other`; None where the difference is none."""
    leaf = _leaf(fact)
    default = _default(fact)
    one = default if old is None else old
    other = default if new is None else new
    if one == other:
        return None
    if isinstance(one, bool) and isinstance(other, bool):
        return "tightened" if other == (leaf in _DEMANDS) else "loosened"
    if leaf in _NUMBERS and isinstance(one, int) and isinstance(other, int):
        return "tightened" if _unlimited(other) < _unlimited(one) else "loosened"
    if leaf in (*_LISTS_OF_DENIED, *_LISTS_OF_ALLOWED):
        return _list_verdict(leaf, one, other, added_members)
    if leaf == _UPDATE_METHOD:
        return "tightened" if _methods(one) - _methods(other) else "loosened"
    return "other"


_UPDATE_METHOD = "UpdateMethod"


def _methods(value: object) -> frozenset[str]:
    """PATCH where nothing is said (Capabilities vocabulary, UpdateRestrictionsBase)."""
    return frozenset(value.split()) if isinstance(value, str) else frozenset({"PATCH"})


def _unlimited(number: int) -> float:
    return float("inf") if number < 0 else number


def _list_verdict(leaf: str, old: object, new: object, added_members: frozenset[str]) -> str | None:
    before = {str(v) for v in old} if isinstance(old, list) else set()
    after = {str(v) for v in new} if isinstance(new, list) else set()
    if leaf in _LISTS_OF_ALLOWED:
        # No list: anything goes.
        if old is None:
            return "tightened"
        return "loosened" if new is None or not before - after else "tightened"
    grown = after - before
    # What is new in this very change could not be used before either.
    if grown and not (before - after) and all(g.rpartition("/")[2] in added_members for g in grown):
        return None
    if grown:
        return "tightened"
    return "loosened" if before - after else None


def _change(pair: Annotated, verdict: str, fact: str, old: object, new: object) -> Change:
    shown = [_default(fact) if v is None else v for v in (old, new)]
    detail = {"from": shown[0], "to": shown[1], "capability": fact}
    if verdict == "other":
        return Change(
            "other-annotation-changed",
            pair.element,
            f"capability {fact} of {pair.element} changes",
            pair.old_span,
            pair.new_span,
            subject=pair.subject,
            detail={**detail, "term": f"Capabilities.{fact.partition('/')[0]}"},
        )
    vital = verdict == "tightened" and _leaf(fact) in (*_WRITES_AND_READS, _UPDATE_METHOD)
    return Change(
        f"capability-{verdict}",
        pair.element,
        f"{fact} of {pair.element} changes from {_shown(shown[0])} to {_shown(shown[1])}",
        pair.old_span,
        pair.new_span,
        subject=pair.subject,
        detail=detail,
        wire_at_least=Level.BREAKING if vital else None,
        source_at_least=Level.BREAKING if vital else None,
    )


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "[" + ", ".join(str(v) for v in value) + "]"
    return "unspecified" if value is None else str(value)
