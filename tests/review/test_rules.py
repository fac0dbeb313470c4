"""Each rule has a pair of documents and its exact findings; each directed rule its mirror."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from review.reviewing import load, review
from review.reviewing_openapi import load_openapi, review_openapi

from edmund.review.findings import Finding
from edmund.review.rules.catalog import CATEGORIES, RULES, category_of

FIXTURES = Path(__file__).parent / "rules"
# Needs a history, not a pair: see test_history.py.
WITHOUT_A_PAIR = {"change-reverted"}
# The container is one of a kind in a document that has any; see test_traps.py.
WITHOUT_A_PAIR |= {"entity-container-removed", "entity-container-added"}


def compare(rule: str, old: str, new: str) -> tuple[Finding, ...]:
    """The findings of two of a rule's documents, which are CSDL or OpenAPI."""
    folder = FIXTURES / rule
    if (folder / "previous.yaml").is_file():
        return review_openapi(*(load_openapi(folder / f"{name}.yaml") for name in (old, new)))
    return review(*(load(folder / f"{name}.csdl") for name in (old, new)))


def test_each_rule_has_a_pair() -> None:
    assert {p.name for p in FIXTURES.iterdir()} == set(RULES) - WITHOUT_A_PAIR


@pytest.mark.parametrize("rule", sorted(set(RULES) - WITHOUT_A_PAIR))
def test_the_pair_gives_exactly_its_findings(rule: str) -> None:
    expected = json.loads((FIXTURES / rule / "expected.json").read_text())
    found = [
        {
            "id": f.id,
            "kind": f.kind,
            "element": f.element,
            "wire": f.wire.word,
            "source": f.source.word,
            "direction": f.direction.value,
        }
        for f in sorted(compare(rule, "previous", "current"), key=lambda f: (f.element, f.id))
    ]
    assert found == expected
    assert rule in {f["id"] for f in found}


@pytest.mark.parametrize("rule", sorted(set(RULES) - WITHOUT_A_PAIR))
def test_swapped_the_pair_gives_the_mirror(rule: str) -> None:
    back = {f.id for f in compare(rule, "current", "previous")}
    mirror = RULES[rule].mirror
    if mirror is None:
        assert rule not in back
        assert "wapped" in RULES[rule].why or "qualifies a removal" in RULES[rule].why
    else:
        assert mirror in back


@pytest.mark.parametrize("rule", sorted(set(RULES) - WITHOUT_A_PAIR))
def test_a_document_against_itself_gives_nothing(rule: str) -> None:
    for name in ("previous", "current"):
        assert compare(rule, name, name) == ()


@pytest.mark.parametrize("rule", sorted(set(RULES) - WITHOUT_A_PAIR))
def test_every_finding_has_both_places(rule: str) -> None:
    for finding in compare(rule, "previous", "current"):
        assert finding.old is not None and Path(finding.old.file).stem == "previous"
        assert finding.new is not None and Path(finding.new.file).stem == "current"
        assert finding.old.line > 0 and finding.new.line > 0


def test_mirrors_are_rules_and_directed_rules_have_one() -> None:
    for rule in RULES.values():
        assert rule.mirror is None or rule.mirror in RULES, rule.id
        if len(set(rule.impacts.values())) > 1:
            assert rule.mirror is not None, f"{rule.id} depends on direction and has no mirror"
            # What narrows requests widens answers: the mirror must depend on direction as well.
            assert len(set(RULES[rule.mirror].impacts.values())) > 1, rule.id


def test_each_rule_is_in_one_category() -> None:
    counted = [rule for members in CATEGORIES.values() for rule in members]
    assert sorted(counted) == sorted(RULES)
    assert {category_of(rule) for rule in RULES} == set(CATEGORIES)


def test_each_rule_says_what_it_is_for_and_why() -> None:
    for rule in RULES.values():
        assert rule.purpose.endswith(".") and rule.why.endswith("."), rule.id
