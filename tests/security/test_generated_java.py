"""Hostile schema text in generated Java: it is found in literals and comments, and nowhere else.

Runs the shared cases where they are present and cases of the project's own everywhere. Everything that is
generated is compiled in one process, every warning an error.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest
from generated_java import SUPPORT, client_classes, workplace, write_as
from security.test_csdl_cases import Case, csdl_cases, expand
from shared_material import needs_shared
from toolchains import java, needs

from edmund.config.inputs import InputFile
from edmund.diagnostics import EdmundError
from edmund.pipeline import Compilation, Recipe, compile_model, load_model
from edmund.slicing.slice import Selection
from edmund.targets.contract import TargetOptions

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "behaviour"))

pytestmark = [needs("java"), pytest.mark.xdist_group("java")]

CANARY = "CANARY_7F3A"
# Comments, text literals and character literals: what else there is of a source is code.
NOT_CODE = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)


def compile_java(data: bytes) -> Compilation:
    loaded = load_model([InputFile("case.csdl", data)])
    # The package of the checked-in client, so that its support code serves all cases.
    options = TargetOptions("com.microsoft.graph", base_url="https://service.example")
    return compile_model(loaded, Recipe(Selection(), "java", options), workers=1)


def check_source(path: str, text: str) -> None:
    """Assert that code holds no canary, comments no escape, and the bytes show no trick."""
    for character in set(text):
        category = unicodedata.category(character)
        assert category not in {"Cf", "Cs", "Co"} and (
            category != "Cc" or character == "\n"
        ), f"{path}: U+{ord(character):04X}"
    code = NOT_CODE.sub("", text)
    assert CANARY not in code, path
    assert "\\" not in code, path
    for found in NOT_CODE.findall(text):
        if found.startswith("/"):
            # Java reads Unicode escapes in comments too.
            assert "\\" not in found, f"{path}: {found[:80]}"
            assert found.count("*/") == (1 if found.startswith("/*") else 0), path
        assert not re.search(r"(?<!\\)(?:\\\\)*\\u+00[0-7]", found), f"{path}: {found[:80]}"


def check_output(compilation: Compilation) -> None:
    for file in compilation.files:
        assert not file.path.startswith(("/", "..")) and ".." not in file.path.split("/")
        assert CANARY not in file.path or file.path.isascii()
        if file.path.endswith(".java") and not SUPPORT.search(file.path):
            check_source(file.path, file.text)
    paths = [file.path.lower() for file in compilation.files]
    assert len(paths) == len(set(paths)), "files collide where case does not count"
    assert max(map(len, paths)) < 120


@dataclass
class Written:
    """What was generated so far, to be compiled and held against the formatter at the end."""

    files: list[Path] = field(default_factory=list)
    as_generated: list[Path] = field(default_factory=list)
    count: int = 0

    def add(self, compilation: Compilation) -> None:
        self.count += 1
        self.files += write_as(compilation, workplace() / "cases", f"c{self.count}")
        folder = workplace() / "as-generated" / str(self.count)
        folder.mkdir(parents=True)
        for file in compilation.files:
            if file.path.endswith(".java") and not SUPPORT.search(file.path):
                path = folder / Path(file.path).name
                path.write_text(file.text, "utf-8")
                # The formatter lays out names that no line holds by rules of its own.
                if not re.search(r"\w{60}", file.text):
                    self.as_generated.append(path)


@cache
def written() -> Written:
    return Written()


@needs_shared
@pytest.mark.shared
@pytest.mark.parametrize("case", csdl_cases(), ids=lambda c: f"{c.id}-{c.kind}")
def test_shared_case(case: Case, tmp_path: Path) -> None:
    canary = tmp_path / "canary.txt"
    canary.write_text("CANARY_FILE_CONTENT", "utf-8")
    text = expand(case.text, url="http://127.0.0.1:9", file=canary)
    try:
        compilation = compile_java(case.data(text))
    except EdmundError as failure:
        assert case.kind == "log-injection" or case.expect in {"error", "refused"}, failure
        return
    assert case.expect != "error"
    check_output(compilation)
    assert not any("CANARY_FILE_CONTENT" in file.text for file in compilation.files)
    if any(CANARY in file.text for file in compilation.files) and len(compilation.files) < 500:
        written().add(compilation)


HOSTILE = [
    "*/ static { System.exit(1); } /* CANARY_7F3A",
    "\\u002a\\u002f static { CANARY_7F3A(); } \\u002f\\u002a",
    "\\u000a CANARY_7F3A();",
    "ends in a backslash \\",
    'ends in a quote"',
    '"; CANARY_7F3A(); //',
    "\\u0022; CANARY_7F3A(); //",
    "\\\\u0022 \\uuuu0041 \\uXYZ \\",
    "// CANARY_7F3A\n/* CANARY_7F3A",
    "{@code CANARY_7F3A} {@link java.lang.Runtime} @deprecated @throws x",
    "<script>alert(1)</script> <!-- --> <p> <li> <pre> &amp; &lt;",
    "{{ 7 * 7 }}{% for x in y %}{# #}",
    "\u202ebidi\u2066\u200bzero\ufeffwidth",
    "%s {0} ${x} `x`",
    "a" * 5000 + "*/" + "b" * 5000,
    ("word " * 19) + "*/\\" * 30,
    "line one\r\nline two\u2028line three\u2029four\x85five",
    "\ttab and \u00a0 space",
    "\U0001f600 beyond the plane \U000e0041",
    "- a list\n- of \\u002a/\n\n- and\nmore",
    "x" * 70_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_in_every_place(text: str) -> None:
    """The same text as description, default, pattern and value of everything that is rendered."""
    quoted = quoteattr(text, {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
    description = f'<Annotation Term="Org.OData.Core.V1.Description" String={quoted}/>'
    revisions = (
        '<Annotation Term="Org.OData.Core.V1.Revisions"><Collection><Record><PropertyValue '
        'Property="Kind" EnumMember="Org.OData.Core.V1.RevisionKind/Deprecated"/>'
        f'<PropertyValue Property="Description" String={quoted}/></Record></Collection></Annotation>'
    )
    allowed = (
        '<Annotation Term="Org.OData.Validation.V1.AllowedValues"><Collection><Record>'
        f'<PropertyValue Property="Value" String={quoted}/></Record></Collection></Annotation>'
    )
    document = f"""<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
<edmx:DataServices><Schema Namespace="H" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EnumType Name="E"><Member Name="m">{description}</Member>{description}</EnumType>
<ComplexType Name="C">{description}{revisions}</ComplexType>
<EntityType Name="T"><Key><PropertyRef Name="id"/></Key>
<Property Name="id" Type="Edm.String" Nullable="false">{description}{revisions}</Property>
<Property Name="d" Type="Edm.String" DefaultValue={quoted}>{allowed}</Property>
<Property Name="c" Type="H.C">{description}</Property>
<NavigationProperty Name="n" Type="Collection(H.T)" ContainsTarget="true">{description}{revisions}
</NavigationProperty>{description}{revisions}</EntityType>
<Action Name="act" IsBound="true"><Parameter Name="b" Type="H.T"/>
<Parameter Name="p" Type="Edm.String">{description}</Parameter>{description}{revisions}</Action>
<Function Name="fun" IsBound="true"><Parameter Name="b" Type="H.T"/>
<Parameter Name="p" Type="Edm.String" Nullable="false">{description}</Parameter>
<ReturnType Type="Edm.String"/>{description}</Function>
<EntityContainer Name="K"><EntitySet Name="ts" EntityType="H.T">{description}
<Annotation Term="Org.OData.Capabilities.V1.InsertRestrictions"><Record>
<PropertyValue Property="Description" String={quoted}/></Record></Annotation></EntitySet>
</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>"""
    compilation = compile_java(document.encode("utf-8"))
    check_output(compilation)
    written().add(compilation)


@pytest.mark.parametrize(
    "names",
    [
        ("class", "Class"),
        ("import", "import_", "Import"),
        ("String", "Object", "Override", "Integer", "List", "Map", "UUID", "record"),
        ("Model", "ModelType", "TypeShape", "Codec", "Nullable", "EnumType", "SchemaTypes"),
        ("RequestBuilder", "Place", "Answer", "Body", "Gets", "Posts", "Patches", "Page"),
        ("ReferenceCreate", "StringCollectionResponse", "odataerrors", "TCollectionResponse", "T"),
        ("Größe", "grösse", "straße", "ı", "İ", "ǆ", "ﬁ"),
        ("none", "None", "NONE", "con", "aux", "nul"),
        ("x" * 128, "y" * 128),
        ("a_b", "a__b", "aB", "A_b", "com", "java"),
    ],
    ids=lambda names: names[0][:12],
)
def test_awkward_names_give_java(names: tuple[str, ...]) -> None:
    """The same names for types, properties, members, sets, operations and parameters."""
    types, sets = "", ""
    for name in names:
        others = "".join(f'<Property Name="{n}" Type="N.{n}"/>' for n in names)
        types += f'<EntityType Name="{name}"><Key><PropertyRef Name="id"/></Key>'
        types += f'<Property Name="id" Type="Edm.String" Nullable="false"/>{others}</EntityType>'
        types += f'<EnumType Name="e{name}"><Member Name="{name}"/></EnumType>'
        types += f'<Action Name="{name}A" IsBound="true"><Parameter Name="b" Type="N.{name}"/>'
        types += f'<Parameter Name="{name}" Type="N.e{name}"/></Action>'
        types += f'<Function Name="{name}F" IsBound="true"><Parameter Name="b" Type="N.{name}"/>'
        types += f'<Parameter Name="{name}" Type="Edm.String" Nullable="false"/>'
        types += f'<ReturnType Type="Collection(N.{name})"/></Function>'
        sets += f'<EntitySet Name="{name}" EntityType="N.{name}"/>'
    types = re.sub(
        r'<Property Name="(\w+)" Type="N\.', r'<NavigationProperty Name="\1" Type="N.', types
    )
    document = (
        '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">'
        '<edmx:DataServices><Schema Namespace="N" xmlns="http://docs.oasis-open.org/odata/ns/edm">'
        f'{types}<EntityContainer Name="c">{sets}</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>'
    )
    try:
        compilation = compile_java(document.encode("utf-8"))
    except EdmundError as failure:
        assert all(d.code for d in failure.diagnostics)
        return
    check_output(compilation)
    written().add(compilation)


def test_everything_compiles() -> None:
    java.compile_java(written().files, workplace() / "case-classes", [client_classes()])
    assert java.unformatted(written().as_generated[::15], workplace()) == []
