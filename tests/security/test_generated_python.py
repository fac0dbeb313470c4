"""Hostile schema text in generated Python: it is found in literals and comments, and nowhere else.

Runs the shared cases where they are present and cases of the project's own everywhere.
"""

from __future__ import annotations

import ast
import gc
import re
import time
import unicodedata
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest
from security.test_csdl_cases import Case, csdl_cases, expand
from shared_material import needs_shared

from edmund.config.inputs import InputFile
from edmund.diagnostics import EdmundError, Severity
from edmund.pipeline import Compilation, Recipe, compile_model, load_model
from edmund.reporting.text import diagnostic_lines
from edmund.slicing.slice import Selection
from edmund.targets.contract import TargetOptions

CANARY = "CANARY_7F3A"
COOKIE = re.compile(r"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")


def compile_python(data: bytes) -> Compilation:
    loaded = load_model([InputFile("case.csdl", data)])
    options = TargetOptions("canary", base_url="https://service.example")
    return compile_model(loaded, Recipe(Selection(), "python", options), workers=1)


def check_python(path: str, text: str) -> None:
    """Assert that `text` is Python whose code holds no canary and whose bytes show no trick."""
    # CPython 3.11 loses count of its recursion when a collection's callbacks, such as Hypothesis's, run meanwhile.
    gc.disable()
    try:
        tree = ast.parse(text, path)
    finally:
        gc.enable()
    for node in ast.walk(tree):
        for field in ("id", "attr", "name", "arg", "module", "asname"):
            value = getattr(node, field, None)
            if isinstance(value, str) and not isinstance(node, ast.Constant):
                assert CANARY not in value, f"{path}:{getattr(node, 'lineno', 0)}: {value}"
        assert not (isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"eval", "exec"})
    for line in text.splitlines()[:2]:
        assert not COOKIE.match(line), f"{path}: {line}"
    for character in set(text):
        category = unicodedata.category(character)
        assert category not in {"Cf", "Cs", "Co"} and (
            category != "Cc" or character == "\n"
        ), f"{path}: U+{ord(character):04X}"
    assert not re.search(r"^\s*>>> ", text, re.MULTILINE), path


def check_output(compilation: Compilation) -> None:
    for file in compilation.files:
        assert not file.path.startswith(("/", "..")) and ".." not in file.path.split("/")
        assert CANARY not in file.path or file.path.isascii()
        if file.path.endswith(".py"):
            check_python(file.path, file.text)


@needs_shared
@pytest.mark.shared
@pytest.mark.parametrize("case", csdl_cases(), ids=lambda c: f"{c.id}-{c.kind}")
def test_shared_case(case: Case, tmp_path: Path) -> None:
    canary = tmp_path / "canary.txt"
    canary.write_text("CANARY_FILE_CONTENT", "utf-8")
    text = expand(case.text, url="http://127.0.0.1:9", file=canary)
    started = time.perf_counter()
    try:
        compilation = compile_python(case.data(text))
    except EdmundError as failure:
        shown = "\n".join(line for d in failure.diagnostics for line in diagnostic_lines(d))
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", shown)
        assert not re.search(r"^::", shown, re.MULTILINE)
        if case.kind == "log-injection":
            return
        assert case.expect in {"error", "refused"}, failure.diagnostics
        assert any(d.severity is Severity.ERROR and d.code for d in failure.diagnostics)
        return
    assert time.perf_counter() - started < max(case.seconds, 20)
    assert case.expect != "error"
    if case.expect == "warned":
        assert any(d.severity is Severity.WARNING for d in compilation.diagnostics)
    check_output(compilation)
    assert not any("CANARY_FILE_CONTENT" in file.text for file in compilation.files)


HOSTILE = [
    '"""',
    '"""\nimport os\nos.system("CANARY_7F3A")\n"""',
    "ends in a backslash \\",
    'ends in a quote"',
    "''' \\' \\\" \\N{DIGIT ONE} \\x41 \\u0041",
    "# -*- coding: utf-7 -*-",
    ">>> CANARY_7F3A",
    "{{ 7 * 7 }}{% for x in y %}{# #}",
    "\u202ebidi\u2066\u200bzero\ufeffwidth",
    "# type: ignore\n# noqa\n# pragma: no cover",
    "%s {0} ${x} `x`",
    "a" * 5000 + '"""' + "b" * 5000,
    ("word " * 19) + '\\"""\\' * 30,
    "line one\r\nline two\u2028line three\u2029four\x85five",
    "\ttab and \u00a0 space",
]


def hostile_document(text: str) -> str:
    """A schema with the same text as description, default, pattern and value of everything that is rendered."""
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
    return f"""<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
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


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_in_every_place(text: str) -> None:
    compilation = compile_python(hostile_document(text).encode("utf-8"))
    assert compilation.files
    check_output(compilation)


@pytest.mark.parametrize(
    "names",
    [
        ("class", "Class"),
        ("import", "import_", "Import"),
        ("__init__", "init"),
        ("a-b", "a_b"),
        ("Größe", "grösse"),
        ("none", "None", "NONE"),
        ("x" * 128, "y"),
    ],
    ids=lambda names: names[0][:12],
)
def test_awkward_type_names_give_python_or_a_diagnostic(names: tuple[str, ...]) -> None:
    types = "".join(f'<ComplexType Name="{name}"/>' for name in names)
    document = (
        '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">'
        '<edmx:DataServices><Schema Namespace="N" xmlns="http://docs.oasis-open.org/odata/ns/edm">'
        f"{types}</Schema></edmx:DataServices></edmx:Edmx>"
    )
    try:
        compilation = compile_python(document.encode("utf-8"))
    except EdmundError as failure:
        assert all(d.span is not None and d.code for d in failure.diagnostics)
        return
    check_output(compilation)
    paths = [file.path.lower() for file in compilation.files]
    assert len(paths) == len(set(paths)), "files collide where case does not count"
    assert max(len(file.path) for file in compilation.files) <= 255
