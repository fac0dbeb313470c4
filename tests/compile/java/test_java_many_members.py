"""Enumerations of thousands of members compile: the initializer of one class holds 64 KB of code."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from generated_java import compiled, generate, sources, workplace
from toolchains import ROOT, java, needs

pytestmark = [needs("java"), pytest.mark.xdist_group("java")]

MANY = 9001
ONE_CLASS = 5000
PROGRAM = ROOT / "tests" / "compile" / "java" / "ManyMembers.java"


def description() -> Path:
    """A service with such an enumeration, and with a class that is called as what comes beside it could be."""
    members = [f'<Member Name="m{number}"/>' for number in range(MANY)]
    path = workplace() / "many.csdl"
    path.write_text(
        '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>'
        '<Schema Namespace="shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">'
        f'<EnumType Name="Code" UnderlyingType="Edm.Int64">{"".join(members)}</EnumType>'
        f'<EnumType Name="CodeOfOneClass">{"".join(members[:ONE_CLASS])}</EnumType>'
        '<EnumType Name="CodeMembers1"><Member Name="one"/></EnumType>'
        '<EntityType Name="Item"><Key><PropertyRef Name="id"/></Key>'
        '<Property Name="id" Type="Edm.String" Nullable="false"/><Property Name="code" Type="shop.Code"/>'
        '<Property Name="other" Type="shop.CodeMembers1"/><Property Name="one" Type="shop.CodeOfOneClass"/></EntityType>'
        '<EntityContainer Name="Container"><EntitySet Name="items" EntityType="shop.Item"/></EntityContainer>'
        "</Schema></edmx:DataServices></edmx:Edmx>",
        "utf-8",
    )
    return path


def test_members_of_an_enumeration_have_no_limit() -> None:
    options = ["--metadata", str(description()), "--package", "com.microsoft.graph"]
    folder = generate(options, workplace() / "many-members")
    files = [path for path in sources(folder) if path.name.startswith("Code")]
    own = [path for path in files if path.parent.name == "models"]
    assert java.unformatted(own, workplace()) == []
    classes = compiled("many-members-classes", [*own, PROGRAM])
    # The last constant is used first: what is known is all the same.
    assert java.run_java("ManyMembers", [], classes).split() == [
        f"m{MANY - 1}",
        str(MANY),
        *("true", "true", "true", "false"),
    ]
