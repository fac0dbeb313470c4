"""Hostile text of OpenAPI descriptions in five languages: found in literals and comments, and nowhere else.

PHP has a file of its own, with PHP's own tokens. Go is type-checked as well, all at once.
"""

from __future__ import annotations

import io
import json
import re
import tokenize
import unicodedata
from pathlib import Path

import go_check
import pytest
from security.hostile_descriptions import hostile_document
from security.test_csdl_cases import expand
from security.test_generated_csharp import OWN as TEXTS_FOR_CSHARP
from security.test_generated_go import ASIDE, DIRECTIVE
from security.test_generated_python import HOSTILE, check_python
from security.test_generated_typescript import HOSTILE as TEXTS_FOR_TYPESCRIPT
from security.test_openapi_cases import Case, openapi_cases
from shared_material import needs_shared
from toolchains import needs

from edmund.config.inputs import InputFile
from edmund.description import below_root, parse_description
from edmund.diagnostics import EdmundError, Severity
from edmund.pipeline import Compilation, Recipe, compile_surface
from edmund.slicing.slice import Selection
from edmund.targets.contract import TargetOptions

# No identifier is made of this as it is: where it is in code, text became code.
CANARY = "CANARY-1A2B"
PACKAGES = {
    "python": "canary",
    "csharp": "Canary",
    "go": "example.com/canary",
    "java": "com.canary",
    "typescript": "canary",
}
TEXTS = tuple(
    text.replace("CANARY_7F3A", CANARY)
    for text in dict.fromkeys((*HOSTILE, *TEXTS_FOR_CSHARP, *TEXTS_FOR_TYPESCRIPT))
)
_PYTHON_ASIDE = (tokenize.STRING, tokenize.COMMENT)
_SOURCES = (".cs", ".go", ".java", ".ts")
_MOST_FILES = 2000


def compiled(path: Path, data: bytes, target: str) -> Compilation:
    read, _ = below_root(path, path.parent)
    surface = parse_description(InputFile(str(path), data), read).surface
    options = TargetOptions(PACKAGES[target], base_url="https://service.example")
    return compile_surface(surface, Recipe(Selection(), target, options), workers=1)


def check_output(compilation: Compilation) -> None:
    """Assert that code holds no canary, and no file a name or a character that shows something else."""
    paths = [file.path for file in compilation.files]
    assert len({path.lower() for path in paths}) == len(paths), "files collide"
    for file in compilation.files:
        assert not file.path.startswith("/") and ".." not in file.path.split("/")
        assert CANARY not in file.path
        for character in set(file.text):
            category = unicodedata.category(character)
            assert category not in {"Cf", "Cs", "Co", "Zl", "Zp"} and (
                category != "Cc" or character in "\n\t"
            ), f"{file.path}: U+{ord(character):04X}"
        if re.match(r"(?:.*/)?runtime/", file.path, re.IGNORECASE):
            continue
        if file.path.endswith(".py"):
            check_python(file.path, file.text)
            tokens = tokenize.generate_tokens(io.StringIO(file.text).readline)
            code = "".join(token.string for token in tokens if token.type not in _PYTHON_ASIDE)
            assert CANARY not in code, file.path
        elif file.path.endswith(_SOURCES):
            assert CANARY not in ASIDE.sub(" ", file.text), file.path
            assert not DIRECTIVE.search(file.text), file.path


@pytest.mark.parametrize("target", PACKAGES)
@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_hostile_text_in_every_place(text: str, target: str, tmp_path: Path) -> None:
    data = json.dumps(hostile_document(text)).encode("utf-8", "surrogatepass")
    compilation = compiled(tmp_path / "case.json", data, target)
    assert compilation.files
    check_output(compilation)


@needs("go")
@pytest.mark.xdist_group("go")
def test_go_of_all_texts_is_sound(tmp_path: Path) -> None:
    arguments: list[str] = []
    for at, text in enumerate(TEXTS):
        data = json.dumps(hostile_document(text)).encode("utf-8", "surrogatepass")
        files = compiled(tmp_path / "case.json", data, "go").files
        go_check.write(files, tmp_path / f"case{at}", support=not arguments)
        arguments.append(f"{PACKAGES['go']}={tmp_path / f'case{at}'}")
    sound, said = go_check.check(tmp_path / "check", arguments)
    assert sound, said


@needs_shared
@pytest.mark.shared
@pytest.mark.parametrize("case", openapi_cases(), ids=lambda c: f"{c.id}-{c.kind}")
def test_shared_case(case: Case, tmp_path: Path) -> None:
    canary = tmp_path / "canary.txt"
    canary.write_text("CANARY_FILE_CONTENT", "utf-8")
    text = expand(case.text, url="http://127.0.0.1:9", file=canary)
    text = text.replace("CANARY_7F3A", CANARY)
    path = tmp_path / "root" / ("case.json" if text.startswith("{") else "case.yaml")
    for target in PACKAGES:
        try:
            compilation = compiled(path, text.encode(case.encoding), target)
        except EdmundError as failure:
            assert any(each.severity is Severity.ERROR for each in failure.diagnostics)
            continue
        if len(compilation.files) < _MOST_FILES:
            check_output(compilation)
        assert not any("CANARY_FILE_CONTENT" in file.text for file in compilation.files)
