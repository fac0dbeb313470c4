"""Hostile schema text in generated PHP: it compiles, and the text is found in literals and comments, and nowhere else.

Runs the shared cases where they are present and cases of the project's own everywhere.
"""

from __future__ import annotations

import json
import time
import unicodedata
from pathlib import Path

import pytest
from security.test_csdl_cases import Case, csdl_cases, expand
from security.test_generated_python import CANARY, HOSTILE, hostile_document
from shared_material import needs_shared
from toolchains import needs
from toolchains import php as toolchain

from edmund.config.inputs import InputFile
from edmund.diagnostics import EdmundError, Severity
from edmund.pipeline import Compilation, Recipe, compile_model, load_model
from edmund.slicing.slice import Selection
from edmund.targets.contract import TargetOptions

pytestmark = [needs("php"), pytest.mark.xdist_group("php")]

TOKENS = Path(__file__).resolve().parent / "php_tokens.php"


def compile_php(data: bytes) -> Compilation:
    loaded = load_model([InputFile("case.csdl", data)])
    options = TargetOptions("Canary", base_url="https://service.example")
    return compile_model(loaded, Recipe(Selection(), "php", options), workers=1)


def check_output(compilation: Compilation, folder: Path) -> None:
    """Assert that all of it is PHP that loads, whose code holds no canary and whose bytes show no trick."""
    for file in compilation.files:
        assert not file.path.startswith(("/", "..")) and ".." not in file.path.split("/")
        assert file.path.isascii() and len(file.path) < 120
        for character in set(file.text):
            category = unicodedata.category(character)
            assert category not in {"Cf", "Cs", "Co"} and (
                category != "Cc" or character == "\n"
            ), f"{file.path}: U+{ord(character):04X}"
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, "utf-8")
    paths = [file.path.lower() for file in compilation.files]
    assert len(paths) == len(set(paths)), "files collide where case does not count"
    toolchain.lint(folder)
    found = json.loads(toolchain.run([str(TOKENS), str(folder), CANARY]).stdout)
    assert found == []


@needs_shared
@pytest.mark.shared
@pytest.mark.parametrize("case", csdl_cases(), ids=lambda c: f"{c.id}-{c.kind}")
def test_shared_case(case: Case, tmp_path: Path) -> None:
    canary = tmp_path / "canary.txt"
    canary.write_text("CANARY_FILE_CONTENT", "utf-8")
    text = expand(case.text, url="http://127.0.0.1:9", file=canary)
    started = time.process_time()
    try:
        compilation = compile_php(case.data(text))
    except EdmundError as failure:
        if case.kind != "log-injection":
            assert case.expect in {"error", "refused"}, failure.diagnostics
            assert any(d.severity is Severity.ERROR and d.code for d in failure.diagnostics)
        return
    assert time.process_time() - started < max(case.seconds, 20)
    assert case.expect != "error"
    if len(compilation.files) > 2000:
        return  # a case about size: its text is harmless
    check_output(compilation, tmp_path / "out")
    assert not any("CANARY_FILE_CONTENT" in file.text for file in compilation.files)


OWN = [
    "*/ CANARY_7F3A(); /*",
    "*\u200b/ ?> <?php CANARY_7F3A(); ?>",
    "' . CANARY_7F3A() . '",
    '" . CANARY_7F3A() . "',
    "\\' . CANARY_7F3A() . \\",
    "${CANARY_7F3A} {$CANARY_7F3A} $CANARY_7F3A",
    "// phpcs:ignoreFile @phpstan-ignore-next-line @codingStandardsIgnoreFile",
    "@internal\n@deprecated @psalm-suppress all {@see CANARY_7F3A}",
    "<<<EOT\nCANARY_7F3A\nEOT;",
    "__halt_compiler(); CANARY_7F3A",
]


@pytest.mark.parametrize("text", [*HOSTILE, *OWN], ids=range(len(HOSTILE) + len(OWN)))
def test_hostile_text_in_every_place(text: str, tmp_path: Path) -> None:
    compilation = compile_php(hostile_document(text).encode("utf-8"))
    assert compilation.files
    check_output(compilation, tmp_path)
    if text in OWN:
        own = tmp_path / "src" / "Generated"
        touched = [own / "Models" / f"{name}.php" for name in "CET"]
        assert toolchain.sniff(*touched, *own.glob("Builders/T*.php")) == ""


@pytest.mark.parametrize(
    "names",
    [
        ("class", "Class"),
        ("list", "List", "EscapedList", "escaped_list"),
        ("Model", "Facts", "Registry", "Request", "Promise", "Answer"),
        ("__construct", "construct"),
        ("a_b", "aB", "AB"),
        ("Größe", "grösse", "Гроссе"),
        ("none", "None", "NONE"),
        ("self", "static", "parent", "true", "int", "enum", "readonly", "con"),
        ("x" * 80, "X" * 80, "x" * 79 + "y"),
    ],
    ids=lambda names: names[0][:12],
)
def test_awkward_names_give_php_or_a_diagnostic(names: tuple[str, ...], tmp_path: Path) -> None:
    """As types, properties, members, entity sets and actions."""
    types = "".join(f'<ComplexType Name="{name}"/>' for name in names)
    properties = "".join(f'<Property Name="{name}" Type="Edm.String"/>' for name in names)
    members = "".join(f'<Member Name="{name}"/>' for name in names)
    sets = "".join(f'<EntitySet Name="{name}" EntityType="N.zz"/>' for name in names)
    document = (
        '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">'
        '<edmx:DataServices><Schema Namespace="N" xmlns="http://docs.oasis-open.org/odata/ns/edm">'
        f'{types}<EnumType Name="yy">{members}</EnumType><EntityType Name="zz" OpenType="true"><Key>'
        f'<PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/>'
        f'{properties}</EntityType><EntityContainer Name="k">{sets}</EntityContainer>'
        "</Schema></edmx:DataServices></edmx:Edmx>"
    )
    try:
        compilation = compile_php(document.encode("utf-8"))
    except EdmundError as failure:
        assert all(d.span is not None and d.code for d in failure.diagnostics)
        return
    check_output(compilation, tmp_path)
    assert toolchain.sniff(tmp_path / "src" / "Generated") == ""
