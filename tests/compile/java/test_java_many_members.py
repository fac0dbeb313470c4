"""An enumeration of thousands of members compiles: a static initializer holds 64 KB of code."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from generated_java import compiled, generate, sources
from toolchains import needs

pytestmark = needs("java")


def test_an_enumeration_of_five_thousand_members_compiles(tmp_path: Path) -> None:
    members = "".join(f'<Member Name="Member{n}"/>' for n in range(5000))
    metadata = tmp_path / "many.csdl"
    metadata.write_text(
        '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>'
        '<Schema Namespace="Many" xmlns="http://docs.oasis-open.org/odata/ns/edm">'
        f'<EnumType Name="Code">{members}</EnumType></Schema></edmx:DataServices></edmx:Edmx>',
        encoding="utf-8",
    )
    output = generate(
        ["--metadata", str(metadata), "--package", "com.example.many"], tmp_path / "out"
    )
    assert compiled("many-members", sources(output), against=[])
