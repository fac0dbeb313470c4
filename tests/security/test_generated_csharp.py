"""Hostile schema text in generated C#: it is found in literals and comments, and nowhere else."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from security.test_csdl_cases import Case, csdl_cases, expand
from security.test_generated_python import HOSTILE, hostile_document
from shared_material import needs_shared
from toolchains import csharp, needs

from edmund.config.inputs import InputFile
from edmund.diagnostics import EdmundError, Severity
from edmund.pipeline import Compilation, Recipe, compile_model, load_model
from edmund.slicing.slice import Selection
from edmund.targets.contract import TargetOptions

pytestmark = [needs("csharp"), pytest.mark.xdist_group("csharp")]

CANARY = "CANARY_7F3A"

# The last ones of the others' texts break lines or are long; quotes of Python's do nothing here.
OWN = [
    *HOSTILE[-6:],
    "</summary><script>CANARY_7F3A</script>",
    "*/ CANARY_7F3A /*",
    '"; CANARY_7F3A(); //',
    "\n#error CANARY_7F3A\n#if X",
    "\u0085public int CANARY_7F3A;",
    "\u2028public int CANARY_7F3A;\u2029",
    "&#10;public int CANARY_7F3A; &amp; &lt; ]]> <![CDATA[",
    "\\u000apublic int CANARY_7F3A;",
    '@"CANARY_7F3A" $"{CANARY_7F3A}" """CANARY_7F3A"""',
    "<see cref='CANARY_7F3A'/> <include file='/etc/passwd' path='x'/>",
    "\ufffe\uffff \U0001f600",
]


def compiled(data: bytes, package: str = "Canary") -> Compilation:
    loaded = load_model([InputFile("case.csdl", data)])
    options = TargetOptions(package, base_url="https://service.example")
    return compile_model(loaded, Recipe(Selection(), "csharp", options), workers=1)


def written(compilation: Compilation, folder: Path, *, runtime: bool) -> Path:
    """The files of an output below `folder`, the support code only if asked for."""
    for file in compilation.files:
        assert not file.path.startswith(("/", "..")) and ".." not in file.path.split("/")
        assert CANARY not in file.path or file.path.isascii()
        for character in set(file.text):
            category = unicodedata.category(character)
            assert category not in {"Cf", "Cs", "Co", "Zl", "Zp"} and (
                category != "Cc" or character == "\n"
            ), f"{file.path}: U+{ord(character):04X}"
        if file.path.endswith(".cs") and (runtime or not file.path.startswith("Runtime/")):
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file.text, "utf-8")
    return folder


@needs_shared
@pytest.mark.shared
def test_shared_cases(tmp_path: Path) -> None:
    """All cases of the format csdl: an error where there has to be one, else C# with no canary in its code."""
    canary = tmp_path / "canary.txt"
    canary.write_text("CANARY_FILE_CONTENT", "utf-8")
    outputs, whole = [], []
    for case in csdl_cases():
        folder = tmp_path / f"{case.id}-{case.kind}"
        compilation = _outcome(case, canary)
        if compilation is None:
            continue
        assert not any("CANARY_FILE_CONTENT" in file.text for file in compilation.files)
        is_about_text = case.kind == "doc-csharp"
        outputs.append(written(compilation, folder, runtime=is_about_text))
        if is_about_text:
            whole.append(folder)
    assert len(outputs) > 20
    assert csharp.words(CANARY, *(output for output in outputs if output.is_dir())) == []
    jobs = [csharp.Compilation(None, [folder], doc=True, aside="/Runtime/") for folder in whole]
    assert csharp.compiled(*jobs) == [[]] * len(jobs)


def _outcome(case: Case, canary: Path) -> Compilation | None:
    text = expand(case.text, url="http://127.0.0.1:9", file=canary)
    try:
        compilation = compiled(case.data(text))
    except EdmundError as failure:
        assert case.kind == "log-injection" or case.expect in {"error", "refused"}, case.id
        assert any(d.severity is Severity.ERROR and d.code for d in failure.diagnostics)
        return None
    assert case.expect != "error", case.id
    return compilation


def test_hostile_text_in_every_place(tmp_path: Path) -> None:
    """Each text in a package of its own, all in one compilation with XML documentation."""
    outputs = []
    for number, text in enumerate(OWN):
        plain = re.sub("[\ufffe\uffff]", "", text)
        compilation = compiled(hostile_document(plain).encode("utf-8"), f"Canary{number}")
        assert compilation.files
        outputs.append(written(compilation, tmp_path / str(number), runtime=True))
    assert csharp.words(CANARY, *outputs) == []
    job = csharp.Compilation(None, outputs, doc=True, aside="/Runtime/")
    assert csharp.compiled(job) == [[]]
