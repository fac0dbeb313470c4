"""The severities that the project promises, restated here: one row for each rule, wire/source by direction.

B breaking, W warning, I information, - nothing. `q` where the service reads, `s` where it answers, `u` in
URLs; `*` wherever the element is met. Where a rule speaks of one direction alone, the other one hears of it
as information.
"""

from __future__ import annotations

import pytest

from edmund.review.findings import Level
from edmund.review.rules.catalog import RULES, category_of
from edmund.review.specification import Facing

LEVELS = {"B": Level.BREAKING, "W": Level.WARNING, "I": Level.INFO, "-": Level.NONE}
FACINGS = {"q": Facing.REQUEST, "s": Facing.RESPONSE, "u": Facing.ADDRESS}

TABLE = """
namespace-removed                        qsu  B/B
namespace-added                          qsu  -/I
schema-alias-changed                     *    -/-
type-removed                             qs   B/B
type-added                               *    I/I
derived-type-added                       s    I/W
type-renamed type-moved                  qsu  W/B
type-casing-changed                      qsu  B/B
type-kind-changed                        qs   B/B
base-type-changed                        qs   B/B
base-type-inserted                       qs   I/I
abstract-added                           q    B/B
abstract-removed                         q    I/I
open-type-removed                        qs   B/B
open-type-added                          qs   I/W
has-stream-removed                       u    B/B
has-stream-added                         u    I/I
key-changed                              u    B/B
key-redeclared                           u    I/I
alternate-key-removed                    u    B/W
alternate-key-added                      u    I/I
type-definition-underlying-changed       qs   B/B

property-removed                         qs   B/B
property-added                           *    I/I
property-added-required                  q    W/W
property-added-shadows-dynamic           qs   W/W
property-renamed property-casing-changed qs   B/B
property-type-changed                    qs   B/B
property-type-specialized                q    B/B  s I/I
property-type-generalized                q    I/I  s B/B
property-collection-changed              qs   B/B
property-became-navigation               qsu  B/B
navigation-became-property               qsu  B/B
property-hoisted-to-base                 *    -/I
property-pushed-down                     *    -/I
nullable-tightened                       q    B/B  s I/I
nullable-relaxed                         q    I/I  s W/W
collection-nullable-tightened            q    B/B  s I/I
collection-nullable-relaxed              q    I/I  s W/W
default-value-changed                    q    W/W
max-length-narrowed precision-narrowed scale-narrowed  q B/W s I/I
max-length-widened precision-widened scale-widened     q I/I s W/I
facet-spelling-changed                   *    -/-
computed-added immutable-added write-permission-removed q B/W
computed-removed immutable-removed write-permission-added q I/I

navigation-removed navigation-casing-changed su B/B
navigation-added                         *    I/I
navigation-added-required                q    W/W
navigation-hoisted-to-base               *    -/I
navigation-type-changed                  su   B/B
navigation-type-specialized              q    B/B  s I/I
navigation-type-generalized              q    I/I  s B/B
navigation-containment-changed           u    W/B
navigation-partner-changed               *    -/I
referential-constraint-changed           *    W/-
on-delete-changed                        *    W/-

enum-member-removed                      q    B/B  s I/B
enum-member-added                        s    W/I
enum-member-added-before-sentinel        *    B/W
enum-sentinel-moved                      *    B/W
enum-member-value-changed enum-value-reused * W/B
enum-member-renamed enum-member-casing-changed qs B/B
enum-flags-changed                       *    B/B
enum-underlying-type-changed             *    W/W

operation-removed function-overload-removed operation-casing-changed u B/B
operation-added overload-added           *    I/I
operation-kind-changed                   u    B/B
operation-binding-type-changed           u    B/B
operation-parameter-removed operation-parameter-renamed q B/B
operation-parameter-casing-changed operation-parameter-type-changed q B/B
operation-parameter-added-required       q    B/B
operation-parameter-added-optional       q    I/I
operation-parameter-inserted             *    I/B
operation-parameter-order-changed        *    I/B
operation-parameter-made-required        q    B/B
operation-parameter-made-optional        q    I/I
operation-parameter-nullable-tightened   q    B/B
operation-parameter-nullable-relaxed     q    I/I
return-type-changed return-type-added return-type-removed s B/B
return-nullable-relaxed                  s    W/W
return-nullable-tightened                s    I/I
operation-composable-removed             u    W/W
operation-composable-added               u    I/I
operation-entity-set-path-changed        *    W/-
requires-explicit-binding-added          u    B/W

entity-set-removed singleton-removed operation-import-removed u B/B
entity-set-added singleton-added operation-import-added u I/I
entity-set-type-changed singleton-type-changed container-child-kind-changed u B/B
odata-version-changed                    u    B/I
entity-container-renamed                 *    W/I
navigation-binding-removed               *    W/-
navigation-binding-changed               *    W/-
navigation-binding-added                 *    -/-

capability-tightened                     qu   W/W
capability-loosened                      qu   I/I
capability-vocabulary-migrated           *    -/-
derived-type-constraint-narrowed         q    B/B  s I/I
derived-type-constraint-widened          q    I/I  s W/W
deprecated-added                         *    I/W
deprecation-withdrawn                    *    I/I
removal-date-earlier                     *    W/W
removed-without-deprecation              *    B/B
removed-before-removal-date              *    B/B
removed-after-removal-date               *    I/I
term-added description-changed           *    -/-
change-reverted                          *    I/I
"""


def rows() -> dict[str, dict[str, str]]:
    """Severities by direction letters, for each rule of the table."""
    found: dict[str, dict[str, str]] = {}
    for line in TABLE.strip().splitlines():
        words = line.split()
        names = [word for word in words if "-" in word and "/" not in word]
        rest = words[len(names) :]
        for name in names:
            assert name not in found, name
            found[name] = dict(zip(rest[::2], rest[1::2], strict=True))
    return found


ROWS = rows()


@pytest.mark.parametrize("name", sorted(ROWS))
def test_severities_are_the_promised_ones(name: str) -> None:
    rule = RULES[name]
    for letters, severity in ROWS[name].items():
        expected = tuple(LEVELS[letter] for letter in severity.split("/"))
        for letter in letters.replace("*", "qsu"):
            if letters == "*" and FACINGS[letter] not in rule.impacts:
                continue
            impact = rule.impacts[FACINGS[letter]]
            assert (impact.wire, impact.source) == expected, (name, letter)


@pytest.mark.parametrize("name", sorted(n for n, row in ROWS.items() if "*" not in row))
def test_rules_speak_of_the_promised_directions(name: str) -> None:
    promised = {FACINGS[letter] for letters in ROWS[name] for letter in letters}
    said = RULES[name].impacts
    worst = max(max(i.wire, i.source) for i in said.values())
    for facing in set(said) - promised:
        # Said for completeness of the mirror; never worse than information.
        assert max(said[facing].wire, said[facing].source) <= Level.INFO < worst, facing


def test_each_rule_beyond_the_table_is_a_refinement() -> None:
    """Rules of our own: a finer or a missing half of one in the table, never another family.

    The table is about CSDL; the family of calls is about what OpenAPI says.
    """
    beyond = {rule for rule in set(RULES) - set(ROWS) if category_of(rule) != "calls"}
    assert beyond == {
        "entity-container-added",
        "entity-container-removed",
        "facet-changed",
        "navigation-pushed-down",
        "navigation-renamed",
        "operation-import-target-changed",
        "operation-renamed",
        "generated-name-changed",
        "other-annotation-changed",
        "removal-date-later",
        "requires-explicit-binding-removed",
        "term-removed",
    }
