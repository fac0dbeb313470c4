"""Hostile schema text in generated Go: it is found in literals and comments, and nowhere else; all of it compiles.

Runs the shared cases where they are present and cases of the project's own everywhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import go_check
import pytest
from security.test_csdl_cases import Case, csdl_cases, expand
from security.test_generated_python import HOSTILE
from shared_material import needs_shared
from toolchains import needs
from toolchains import toolchain as toolchain_of

from edmund.config.inputs import InputFile
from edmund.diagnostics import EdmundError
from edmund.pipeline import Compilation, Recipe, compile_model, load_model
from edmund.render.files import RenderedFile
from edmund.slicing.slice import Selection
from edmund.targets.contract import TargetOptions

pytestmark = [needs("go"), pytest.mark.xdist_group("go")]

CANARY = "CANARY_7F3A"
MODULE = "example.com/canary"
# Comments, interpreted and raw strings, and runes (Go specification, "Lexical elements").
ASIDE = re.compile(
    r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|`[^`]*`|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL
)
DIRECTIVE = re.compile(r"^\s*//(?:go:|line |export |nolint|\+build)|^/\*line ", re.MULTILINE)


def compile_go(data: bytes) -> Compilation:
    loaded = load_model([InputFile("case.csdl", data)])
    options = TargetOptions(MODULE, base_url="https://service.example")
    return compile_model(loaded, Recipe(Selection(), "go", options), workers=1)


def check_output(files: Sequence[RenderedFile], named: str | None = None) -> None:
    """Assert that code holds no canary and no file a trick.

    Where things are named after the text `named`, the canary may be in names, but no line of the text as it is.
    """
    as_it_is = [each.strip() for each in (named or "").splitlines()]
    lines = [each for each in as_it_is if CANARY in each and not each.isidentifier()]
    for file in files:
        assert not file.path.startswith(("/", "..")) and ".." not in file.path.split("/")
        assert len(file.path) < 120
        for character in set(file.text):
            category = unicodedata.category(character)
            assert category not in {"Cf", "Cs", "Co", "Zl", "Zp"} and (
                category != "Cc" or character in "\n\t"
            ), f"{file.path}: U+{ord(character):04X}"
        if file.path.endswith(".go") and not file.path.startswith("runtime/"):
            code = ASIDE.sub(" ", file.text)
            assert named is not None or CANARY not in code, file.path
            assert not any(line in code for line in lines), file.path
            assert not DIRECTIVE.search(file.text), file.path
        elif not file.path.startswith("runtime/"):
            assert named is not None or CANARY not in file.text, file.path
    paths = [file.path.lower() for file in files]
    assert len(paths) == len(set(paths)), "files collide where case does not count"


def document(text: str) -> bytes:
    """The text as description, default, pattern and value of everything that is rendered."""
    escaped = "".join(f"&#{ord(c)};" if c in '<>&"\n\r\t' else c for c in text)
    description = f'<Annotation Term="Org.OData.Core.V1.Description" String="{escaped}"/>'
    revisions = (
        '<Annotation Term="Org.OData.Core.V1.Revisions"><Collection><Record><PropertyValue '
        'Property="Kind" EnumMember="Org.OData.Core.V1.RevisionKind/Deprecated"/>'
        f'<PropertyValue Property="Description" String="{escaped}"/></Record></Collection></Annotation>'
    )
    facts = (
        '<Annotation Term="Org.OData.Validation.V1.AllowedValues"><Collection><Record>'
        f'<PropertyValue Property="Value" String="{escaped}"/></Record></Collection></Annotation>'
        f'<Annotation Term="Org.OData.Validation.V1.Pattern" String="{escaped}"/>'
    )
    return f"""<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
<edmx:DataServices><Schema Namespace="H" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EnumType Name="E"><Member Name="m">{description}</Member>{description}</EnumType>
<ComplexType Name="C">{description}{revisions}</ComplexType>
<EntityType Name="T"><Key><PropertyRef Name="id"/></Key>
<Property Name="id" Type="Edm.String" Nullable="false">{description}{revisions}</Property>
<Property Name="d" Type="Edm.String" DefaultValue="{escaped}">{facts}</Property>
<Property Name="c" Type="H.C">{description}</Property><Property Name="e" Type="H.E"/>
<NavigationProperty Name="n" Type="Collection(H.T)" ContainsTarget="true">{description}{revisions}
</NavigationProperty>{description}{revisions}</EntityType>
<Action Name="act" IsBound="true"><Parameter Name="b" Type="H.T"/>
<Parameter Name="p" Type="Edm.String">{description}</Parameter>{description}{revisions}</Action>
<Function Name="fun" IsBound="true"><Parameter Name="b" Type="H.T"/>
<Parameter Name="p" Type="Edm.String" Nullable="false">{description}</Parameter>
<ReturnType Type="Edm.String"/>{description}</Function>
<EntityContainer Name="K"><EntitySet Name="ts" EntityType="H.T">{description}
<Annotation Term="Org.OData.Capabilities.V1.InsertRestrictions"><Record>
<PropertyValue Property="Description" String="{escaped}"/></Record></Annotation></EntitySet>
</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>""".encode()


NAMES = [
    ("class", "Class", "CLASS"),
    ("type", "Type", "func", "error", "string", "String", "GoString", "nil"),
    ("import", "import_", "Import", "odata", "models", "time", "time.x"),
    ("user", "userable", "newUser", "NewUser", "user_2", "UserTable"),
    ("a-b", "a_b", "ab", "A_B"),
    ("Größe", "grösse", "größe"),
    ("unit_test", "unitTest", "pc_windows", "con", "aux"),
    ("x" * 128, "y"),
    ("Object", "IsSet", "GetX", "registry", "references", "ReferenceCreate"),
]


def named(names: tuple[str, ...]) -> bytes:
    """Types, properties, members and operations of these names; a type of each derives from the first."""
    simple = [name for name in names if "." not in name]
    properties = "".join(f'<Property Name="{n}" Type="Edm.String"/>' for n in simple)
    members = "".join(f'<Member Name="{n}"/>' for n in simple)
    bases = "".join(
        f'<ComplexType Name="{n}">{properties}</ComplexType>'
        f'<ComplexType Name="d{at}" BaseType="N.{n}"/>'
        for at, n in enumerate(simple)
    )
    actions = "".join(
        f'<Function Name="f{n}" IsBound="true"><Parameter Name="b" Type="N.t0"/>'
        f'<Parameter Name="{n}" Type="Edm.String"/><ReturnType Type="N.{n}"/></Function>'
        f'<Action Name="{n}_" IsBound="true"><Parameter Name="b" Type="N.t0"/>'
        f'<Parameter Name="{n}" Type="N.{n}"/></Action>'
        for n in simple
    )
    navigation = "".join(f'<NavigationProperty Name="{n}" Type="N.t0"/>' for n in simple)
    sets = "".join(f'<EntitySet Name="{n}" EntityType="N.t0"/>' for n in simple)
    return (
        '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">'
        '<edmx:DataServices><Schema Namespace="N" xmlns="http://docs.oasis-open.org/odata/ns/edm">'
        f'<EnumType Name="e0">{members}</EnumType>{bases}<EntityType Name="t0"><Key><PropertyRef '
        f'Name="id0"/></Key><Property Name="id0" Type="Edm.String" Nullable="false"/>{navigation}'
        f'</EntityType>{actions}<EntityContainer Name="K">{sets}</EntityContainer>'
        "</Schema></edmx:DataServices></edmx:Edmx>"
    ).encode()


def test_hostile_text_and_names(tmp_path: Path) -> None:
    """All at once: the checker reads the standard library once."""
    arguments: list[str] = []
    for at, data in enumerate([*map(document, HOSTILE), *map(named, NAMES)]):
        try:
            compilation = compile_go(data)
        except EdmundError as failure:
            assert all(d.span is not None and d.code for d in failure.diagnostics)
            continue
        check_output(compilation.files)
        folder = tmp_path / f"case{at}"
        go_check.write(compilation.files, folder, support=not arguments)
        arguments.append(f"{MODULE}={folder}")
    assert len(arguments) > 15
    sound, said = go_check.check(tmp_path / "check", arguments)
    assert sound, said
    assert toolchain_of("go").unformatted(tmp_path) == []


@needs_shared
@pytest.mark.shared
def test_shared_cases(tmp_path: Path) -> None:
    canary = tmp_path / "canary.txt"
    canary.write_text("CANARY_FILE_CONTENT", "utf-8")
    arguments: list[str] = []
    cases: list[Case] = csdl_cases()
    for at, case in enumerate(cases):
        text = expand(case.text, url="http://127.0.0.1:9", file=canary)
        try:
            compilation = compile_go(case.data(text))
        except EdmundError as failure:
            # Which cases are refused is the same for all targets, and tested for one of them.
            assert failure.diagnostics, case.id
            continue
        check_output(compilation.files)
        assert not any("CANARY_FILE_CONTENT" in file.text for file in compilation.files)
        folder = tmp_path / f"case{at}"
        go_check.write(compilation.files, folder, support=not arguments)
        arguments.append(f"{MODULE}={folder}")
    assert arguments
    sound, said = go_check.check(tmp_path / "check", arguments)
    assert sound, said
    assert toolchain_of("go").unformatted(tmp_path) == []
