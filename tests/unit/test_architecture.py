"""The architecture, held: one direction of imports, small files, no rooms without a name."""

import ast
import inspect
import sys
from pathlib import Path

import pytest

from edmund import api

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "generator" / "edmund"

# What each part may import from the rest of Edmund. The order is the order of the pipeline.
MAY_IMPORT: dict[str, set[str]] = {
    "diagnostics": set(),
    "edm": set(),
    "suggestions": set(),
    "collector": set(),
    "patterns": set(),
    "vendors": set(),
    "csdl": {"diagnostics"},
    "model": {"csdl", "patterns", "diagnostics"},
    "surface": {"model", "patterns", "vendors", "diagnostics"},
    "frontends": {"surface", "validation", "patterns", "diagnostics"},
    "slicing": {"model", "surface", "diagnostics"},
    "plan": {"surface", "vendors", "diagnostics"},
    "naming": {"plan", "surface", "diagnostics"},
    "render": {"diagnostics"},
    "targets": {"surface", "plan", "naming", "render", "diagnostics"},
    "conversions": {"surface", "diagnostics"},
    "output": {"diagnostics"},
    "review": {"model", "surface", "slicing", "diagnostics"},
    "validation": {"surface", "patterns", "diagnostics"},
    "queries": {"surface", "diagnostics"},
    "pages": {"surface", "plan", "samples", "validation", "diagnostics"},
    "samples": {
        "queries",
        "surface",
        "plan",
        "naming",
        "targets",
        "patterns",
        "validation",
        "vendors",
        "diagnostics",
    },
}
# `render/files.py` is the contract that targets and render share; the rest of render is closed to targets.
RENDER_CONTRACT = "edmund.render.files"
# Annotations keep their expressions from the document to the surface, and reviews compare them.
EXPRESSIONS = "edmund.csdl.expression"
WITH_EXPRESSIONS = {"model", "surface", "slicing", "review"}
# The rim wires the stages together and may import any of them.
RIM = {
    "cli",
    "pipeline",
    "config",
    "reporting",
    "__main__",
    "__init__",
    "build",
    "lock",
    "fetch",
    "api",
    "codes",
    "description",
}
# A command module is the rim of its part.
COMMAND_MODULES = {"review.load"}
# The command is a user of the library: what it prints with and what says which files are meant aside.
COMMAND_MAY_IMPORT = {"api", "cli", "config", "diagnostics", "reporting", "suggestions"}

MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(p for p in parts if p != "__init__") or "__init__"


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide the direction"
            found.add(node.module or "")
    return {name for name in found if name == "edmund" or name.startswith("edmund.")}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_run_one_way(path: Path) -> None:
    name = name_of(path)
    part = name.split(".")[0]
    if part in RIM or name in COMMAND_MODULES:
        return
    for imported in imports_of(path):
        target = imported.removeprefix("edmund.").split(".")[0]
        if target in (part, "suggestions", "edm"):
            continue
        if imported == EXPRESSIONS and part in WITH_EXPRESSIONS:
            continue
        assert target in MAY_IMPORT[part], f"{name} imports {imported}"
        if part == "targets" and target == "render":
            assert imported == RENDER_CONTRACT, f"{name} imports {imported}"


# What makes a Surface of a Model; all else in the surface knows no description format.
ODATA_FRONT_END = {
    f"surface.{name}"
    for name in (
        *(
            "build",
            "calls",
            "capabilities",
            "container_capabilities",
            "conventions",
            "declared_restrictions",
            "declared_types",
        ),
        *("members", "operations", "roles", "specs", "walk"),
    )
}


def test_the_surface_itself_knows_no_description_format() -> None:
    for path in MODULES:
        name = name_of(path)
        parts = {imported.split(".")[1] for imported in imports_of(path) if "." in imported}
        if name.startswith("surface.") and name not in ODATA_FRONT_END:
            assert not parts & {"model", "csdl", "frontends"}, name
            made = {f"{imported.removeprefix('edmund.')}" for imported in imports_of(path)}
            assert not made & ODATA_FRONT_END, name
        else:
            assert name not in ODATA_FRONT_END or parts & {"model", "csdl"}, f"{name} is neutral"


NEUTRAL = ("naming", "plan", "targets", "validation", "queries", "samples", "pages", "conversions")


@pytest.mark.parametrize("part", NEUTRAL)
def test_what_comes_after_the_surface_does_not_ask_how_it_was_made(part: str) -> None:
    for path in MODULES:
        if name_of(path).split(".")[0] == part:
            imported = {name.removeprefix("edmund.") for name in imports_of(path)}
            assert not imported & ODATA_FRONT_END, path


def command_modules() -> list[Path]:
    return [path for path in MODULES if name_of(path).split(".")[0] in {"cli", "__main__"}]


@pytest.mark.parametrize("path", command_modules(), ids=name_of)
def test_the_command_uses_the_library_and_nothing_else(path: Path) -> None:
    for imported in imports_of(path):
        if imported == "edmund":
            continue
        part = imported.split(".")[1]
        assert part in COMMAND_MAY_IMPORT, f"{name_of(path)} imports {imported}"
        if part == "api":
            assert (
                imported == "edmund.api"
            ), f"{name_of(path)} imports {imported}, which is not public"


def test_names_taken_from_the_package_are_the_library() -> None:
    for path in command_modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "edmund":
                assert [alias.name for alias in node.names] == ["api"], path


def test_the_library_prints_nothing_and_never_exits() -> None:
    for path in MODULES:
        part = name_of(path).split(".")[0]
        if part in {"cli", "__main__"}:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                if called == "os._exit" and name_of(path) == "output.outliving":
                    continue  # It ends the child that it made, not the caller.
                assert called not in {"print", "exit", "sys.exit", "os._exit", "click.echo"}, path
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = [alias.name for alias in node.names]
                assert "click" not in [*names, getattr(node, "module", None)], path


def test_the_library_gives_lazily_what_it_shows_to_type_checkers() -> None:
    """`edmund.api` names its parts twice: for type checkers, and for the import on first use."""
    tree = ast.parse((PACKAGE / "api" / "__init__.py").read_text("utf-8"))
    (shown,) = [
        node
        for node in tree.body
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    ]
    homes = {
        node.module: tuple(alias.name for alias in node.names)
        for node in shown.body
        if isinstance(node, ast.ImportFrom)
    }
    assert homes == dict(api._HOMES)
    at_once = {"Diagnostic", "EdmundError", "Severity", "Span"}
    assert set(api.__all__) == {n for names in homes.values() for n in names} | at_once
    for name in api.__all__:
        assert getattr(api, name) is not None


def test_everything_public_says_what_it_is() -> None:
    for name in api.__all__:
        value = getattr(api, name)
        if callable(value):
            own = value.__doc__ or ""
            assert own.strip(), name
            assert not own.startswith(f"{name}("), f"{name} has no text of its own"
            if inspect.isfunction(value):
                assert "return" in value.__annotations__, name
                unnamed = set(inspect.signature(value).parameters) - set(value.__annotations__)
                assert not unnamed, f"{name}: {unnamed}"


def test_no_target_imports_another() -> None:
    targets = PACKAGE / "targets"
    languages = {p.name for p in targets.iterdir() if p.is_dir() and p.name != "__pycache__"}
    for path in targets.rglob("*.py"):
        language = path.relative_to(targets).parts[0]
        for imported in imports_of(path):
            if language in languages and imported.startswith("edmund.targets."):
                other = imported.split(".")[2]
                assert other not in languages - {language}, f"{path} imports {imported}"


def test_every_package_is_in_the_table() -> None:
    packages = {p.name for p in PACKAGE.iterdir() if (p / "__init__.py").is_file()}
    assert packages <= set(MAY_IMPORT) | RIM


def source_files() -> list[Path]:
    shipped = (p for p in (ROOT / "templates").rglob("*") if p.is_file() and p.suffix != ".pyc")
    return sorted([*MODULES, *shipped])


@pytest.mark.parametrize("path", source_files(), ids=lambda p: p.name)
def test_files_fit_in_a_head(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 550
    assert path.stem.lower() not in {
        "utils",
        "util",
        "helpers",
        "helper",
        "common",
        "manager",
        "misc",
    }


def test_stages_do_no_input_or_output() -> None:
    """Files are read and written at the rim: no stage opens one."""
    for part in ("csdl", "frontends", "model", "samples", "surface", "targets", "validation"):
        for path in (PACKAGE / part).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call):
                    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                    assert name not in {
                        "open",
                        "read_bytes",
                        "read_text",
                        "write_text",
                        "urlopen",
                    }, f"{path}:{node.lineno}: {name}"


def test_imports_are_of_declared_dependencies() -> None:
    declared = {
        "lxml",
        "yaml",
        "jinja2",
        "jsonschema_specifications",
        "black",
        "click",
        "watchfiles",
        "hatchling",
        "setuptools",
        "edmund",
    }
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module]
            for name in names:
                top = name.split(".")[0]
                assert top in declared or top in sys.stdlib_module_names, f"{path}: {name}"
