"""Hostile schema text in generated TypeScript: it compiles, and the text is in literals and comments alone.

Runs the shared cases where they are present and cases of the project's own everywhere; all are compiled at
once.
"""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest
from security.test_csdl_cases import csdl_cases, expand
from toolchains import needs, typescript

from edmund.config.inputs import InputFile
from edmund.diagnostics import EdmundError
from edmund.pipeline import Compilation, Recipe, compile_model, load_model
from edmund.slicing.slice import Selection
from edmund.targets.contract import TargetOptions

pytestmark = [needs("typescript"), pytest.mark.xdist_group("typescript")]

CANARY = "CANARY_7F3A"
SCAN = Path(__file__).resolve().parent / "typescript" / "scan.mjs"

HOSTILE = [
    '*/ import "CANARY_7F3A"; /*',
    "*\\/ */ CANARY_7F3A",
    '"; CANARY_7F3A(); //',
    "'; CANARY_7F3A(); \"",
    "ends in a backslash \\",
    "`${CANARY_7F3A}` ${process.exit(1)}",
    "</script><script>CANARY_7F3A</script>",
    "@ts-ignore @ts-nocheck @deprecated @internal {@link CANARY_7F3A}",
    "//# sourceMappingURL=data:text/plain,CANARY_7F3A",
    "eslint-disable prettier-ignore",
    "\u202ebidi\u2066\u200bzero\ufeffwidth",
    "\\u002a/ \\x2a/ \\N{DIGIT ONE}",
    "{{ 7 * 7 }}{% for x in y %}{# #}",
    "a" * 300 + "*/" + "b" * 300,
    "line one\r\nline two\u2028line three\u2029four\x85five",
    "\ttab and \u00a0 space",
    "#!/usr/bin/env node",
]
LINE_ENDS = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
NAMES = [
    ("class", "Class"),
    ("import", "import_", "Import"),
    ("__proto__", "constructor", "toString"),
    ("Date", "Promise", "Record", "Model", "Int64", "OpenEnum"),
    ("Größe", "grösse", "größe"),
    ("index", "Index", "con", "aux"),
    ("x" * 128, "X" * 128),
    ("ﾠ", "漢字", "𝒳"),
]


def document(text: str) -> str:
    """The text as description, default, pattern and value of everything that is rendered."""
    quoted = quoteattr(text, LINE_ENDS)
    description = f'<Annotation Term="Org.OData.Core.V1.Description" String={quoted}/>'
    plain = quoteattr(re.sub(r"([\\^$.*+?()\[\]{}|/])", r"\\\1", text), LINE_ENDS)
    pattern = f'<Annotation Term="Org.OData.Validation.V1.Pattern" String={plain}/>'
    revisions = (
        '<Annotation Term="Org.OData.Core.V1.Revisions"><Collection><Record><PropertyValue '
        'Property="Kind" EnumMember="Org.OData.Core.V1.RevisionKind/Deprecated"/>'
        f'<PropertyValue Property="Description" String={quoted}/></Record></Collection></Annotation>'
    )
    allowed = (
        '<Annotation Term="Org.OData.Validation.V1.AllowedValues"><Collection><Record>'
        f'<PropertyValue Property="Value" String={quoted}/></Record></Collection></Annotation>'
    )
    return wrapped(f"""
<EnumType Name="E"><Member Name="m">{description}{revisions}</Member>{description}</EnumType>
<ComplexType Name="C">{description}{revisions}</ComplexType>
<EntityType Name="T"><Key><PropertyRef Name="id"/></Key>
<Property Name="id" Type="Edm.String" Nullable="false">{description}{revisions}</Property>
<Property Name="d" Type="Edm.String" DefaultValue={quoted}>{allowed}{pattern}</Property>
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
</EntityContainer>""")


def named(names: tuple[str, ...]) -> str:
    """Types, properties, members and segments of these names."""
    properties = "".join(f'<Property Name="{n}" Type="Edm.String"/>' for n in names)
    types = "".join(f'<ComplexType Name="{n}">{properties}</ComplexType>' for n in names)
    members = "".join(f'<Member Name="{n}"/>' for n in names)
    links = "".join(f'<NavigationProperty Name="n{n}" Type="H.T"/>' for n in names)
    sets = "".join(f'<EntitySet Name="{n}" EntityType="H.T"/>' for n in names)
    return wrapped(f"""
{types}<EnumType Name="E_">{members}</EnumType>
<EntityType Name="T"><Key><PropertyRef Name="id"/></Key>
<Property Name="id" Type="Edm.String" Nullable="false"/>{links}</EntityType>
<EntityContainer Name="K">{sets}</EntityContainer>""")


def wrapped(schema: str) -> str:
    return f"""<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
<edmx:DataServices><Schema Namespace="H" xmlns="http://docs.oasis-open.org/odata/ns/edm">
{schema}</Schema></edmx:DataServices></edmx:Edmx>"""


def compile_typescript(data: bytes) -> Compilation | None:
    try:
        loaded = load_model([InputFile("case.csdl", data)])
        options = TargetOptions("canary", base_url="https://service.example")
        return compile_model(loaded, Recipe(Selection(), "typescript", options), workers=1)
    except EdmundError as failure:
        assert all(d.code for d in failure.diagnostics)
        return None


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the output of each case that gives one; the support code lies there once."""
    folder = tmp_path_factory.mktemp("hostile")
    canary = folder / "canary.txt"
    canary.write_text("CANARY_FILE_CONTENT", "utf-8")
    cases = {f"text{at}": document(text).encode() for at, text in enumerate(HOSTILE)}
    cases |= {f"names{at}": named(names).encode() for at, names in enumerate(NAMES)}
    for case in csdl_cases():
        text = expand(case.text, url="http://127.0.0.1:9", file=canary)
        if len(text) < 100_000 and case.kind != "model-count":
            cases[f"{case.id}-{case.kind}"] = case.data(text)
    runtime = folder / "shared" / "runtime"
    for name, data in cases.items():
        compilation = compile_typescript(data)
        for file in compilation.files if compilation is not None else ():
            assert not file.path.startswith("/")
            assert ".." not in file.path.split("/")
            assert "CANARY_FILE_CONTENT" not in file.text
            inside = file.path.removeprefix("src/runtime/")
            path = runtime / inside if inside != file.path else folder / name / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file.text, encoding="utf-8")
    return folder


def sources(folder: Path) -> list[Path]:
    return [p for p in folder.rglob("*.ts") if "runtime" not in p.relative_to(folder).parts]


def test_there_are_outputs(outputs: Path) -> None:
    found = {path.parent.name for path in outputs.glob("*/src")}
    assert {f"text{at}" for at in range(len(HOSTILE))} <= found
    assert len([name for name in found if name.startswith("names")]) >= len(NAMES) - 1


def test_all_of_it_compiles(outputs: Path) -> None:
    roots = [str(path.relative_to(outputs)) for path in outputs.glob("*/src")]
    typescript.write_project(outputs, ["*/src", "shared"], None, rootDirs=[*roots, "shared"])
    typescript.compile_project(outputs)


def test_schema_text_is_in_literals_and_comments_alone(outputs: Path, tmp_path: Path) -> None:
    files = tmp_path / "files.json"
    files.write_text(json.dumps([str(p) for p in sources(outputs)]), encoding="utf-8")
    compiler = typescript.module("typescript/lib/typescript.js")
    done = typescript.node([str(SCAN), str(compiler), str(files), CANARY], tmp_path)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []


def test_nothing_is_hidden(outputs: Path) -> None:
    for path in sources(outputs):
        text = path.read_text("utf-8")
        for character in set(text):
            category = unicodedata.category(character)
            hidden = category in {"Cf", "Cs", "Co"} or (category == "Cc" and character != "\n")
            assert not hidden, f"{path}: U+{ord(character):04X}"
        assert "sourceMappingURL" not in text, path
        comments = "".join(re.findall(r"/\*.*?\*/", text, re.DOTALL))
        assert not re.search(r"(?<!\\)@(?!deprecated\b|throws\b)", comments), path


def test_prettier_leaves_it_alone(outputs: Path) -> None:
    packages = [f"{p.parent.name}/src/{part}" for p in outputs.glob("*/src") for part in PARTS]
    there = [pattern for pattern in packages if (outputs / pattern).is_dir()]
    assert typescript.unformatted(outputs, there) == []


PARTS = ("models", "builders", "tables")
