"""Edmund installed from a wheel, an sdist and a checkout, used from elsewhere; and its build hooks.

Nothing is downloaded: each environment sees the dependencies of the one that runs the tests, but not
its Edmund.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
CSDL = HERE / "hatch_project/shop.csdl"

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("packaging")]


def run(*command: str | Path, cwd: Path, expect: int = 0) -> str:
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    finished = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**environment, "NO_COLOR": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=300,
        check=False,
    )
    assert finished.returncode == expect, finished.stdout
    return finished.stdout


class Environment:
    """A virtual environment with our dependencies in sight and without our Edmund."""

    def __init__(self, folder: Path) -> None:
        run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder.parent)
        self.bin = folder / "bin"
        self.python = self.bin / "python"
        self.packages = Path(
            run(
                self.python,
                "-c",
                "import sysconfig; print(sysconfig.get_path('purelib'))",
                cwd=folder,
            ).strip()
        )
        ours = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
        (self.packages / "dependencies.pth").write_text(
            "".join(f"{path}\n" for path in sorted(ours))
        )

    def install(self, *what: str | Path) -> None:
        pip = (sys.executable, "-m", "pip", "--python", self.python, "install", "--quiet")
        offline = ("--no-deps", "--no-index", "--no-build-isolation", "--ignore-installed")
        run(*pip, *offline, *what, cwd=self.bin)

    def module_file(self, module: str) -> Path:
        script = f"import {module}; print({module}.__file__)"
        return Path(run(self.python, "-c", script, cwd=self.bin).strip())


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", folder, ROOT, cwd=folder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    environment = Environment(tmp_path_factory.mktemp("env") / "venv")
    environment.install(wheel)
    return environment


def generate(environment: Environment, folder: Path) -> None:
    """The command works from a folder that knows nothing of the checkout."""
    shutil.copy(CSDL, folder / "shop.csdl")
    options = (
        "--metadata",
        "shop.csdl",
        "--target",
        "python",
        "--package",
        "shop",
        "--output",
        "out",
    )
    assert "article" in run(environment.bin / "edmund", "inspect", "-m", "shop.csdl", cwd=folder)
    assert "8 types" not in run(environment.bin / "edmund", "generate", *options, cwd=folder)
    script = (
        "import sys; sys.path.insert(0, 'out')\n"
        "from shop.generated.models.article import Article\n"
        "print(Article(id='a').to_dict())"
    )
    assert run(environment.python, "-c", script, cwd=folder) == "{'id': 'a'}\n"


def test_wheel_holds_the_package_and_its_templates(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"edmund"}
    assert any(name.startswith("edmund/templates/python/runtime/") for name in names)
    assert any(name.endswith(".jinja") for name in names)


def test_wheel(installed: Environment, tmp_path: Path) -> None:
    assert installed.module_file("edmund").is_relative_to(installed.packages)
    generate(installed, tmp_path)
    assert run(installed.python, "-m", "edmund", "--version", cwd=tmp_path).startswith("edmund ")


def test_sdist(tmp_path: Path) -> None:
    run(
        sys.executable,
        "-m",
        "build",
        "--sdist",
        "--no-isolation",
        "-o",
        tmp_path,
        ROOT,
        cwd=tmp_path,
    )
    with tarfile.open(next(tmp_path.glob("*.tar.gz"))) as archive:
        archive.extractall(tmp_path / "source", filter="data")
    environment = Environment(tmp_path / "venv")
    environment.install(next((tmp_path / "source").iterdir()))
    assert environment.module_file("edmund").is_relative_to(environment.packages)
    generate(environment, tmp_path)


def test_editable(tmp_path: Path) -> None:
    environment = Environment(tmp_path / "venv")
    environment.install("-e", ROOT)
    assert environment.module_file("edmund").is_relative_to(ROOT / "generator")
    generate(environment, tmp_path)


def sample(backend: str, folder: Path) -> Path:
    """The sample project of a build backend, without a lock."""
    project = folder / "project"
    shutil.copytree(HERE / f"{backend}_project", project)
    return project


def build_wheel(environment: Environment, source: Path, to: Path, expect: int = 0) -> str:
    pip = (sys.executable, "-m", "pip", "--python", environment.python, "wheel", "--quiet")
    offline = ("--no-deps", "--no-index", "--no-build-isolation", "-w", to)
    return run(*pip, *offline, source, cwd=to.parent, expect=expect)


def check_wheel(environment: Environment, folder: Path) -> None:
    """The one wheel in `folder` has both packages, and they import."""
    (wheel,) = folder.glob("acme*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        archive.extractall(folder / "target")
    assert len(names) == len(set(names))
    assert "acme/__init__.py" in names
    assert "acme_shop/generated/models/article.py" in names
    assert "acme_shop/py.typed" in names
    target = str(folder / "target")
    script = (
        f"import sys; sys.path.insert(0, {target!r}); import acme; print(acme.Article.__name__)"
    )
    assert run(environment.python, "-c", script, cwd=folder) == "Article\n"


BACKENDS = pytest.mark.parametrize("backend", ["hatch", "setuptools"])


@BACKENDS
def test_the_printed_recipe_is_the_samples(backend: str) -> None:
    docs = (ROOT / "docs/build-step.md").read_text("utf-8")
    _, _, rest = docs.partition(f"## {backend.replace('hatch', 'Hatch')}\n")
    printed = tomllib.loads(rest.partition("```toml\n")[2].partition("```")[0])
    used = tomllib.loads((HERE / f"{backend}_project/pyproject.toml").read_text("utf-8"))
    assert used["build-system"] == printed["build-system"]
    tools = {"hatch": "hatch", "setuptools": "setuptools"}
    table = printed["tool"][tools[backend]]
    if backend == "hatch":
        assert (
            set(table["build"]["hooks"])
            == {"edmund"}
            == set(used["tool"]["hatch"]["build"]["hooks"])
        )
    else:
        assert used["tool"]["setuptools"]["cmdclass"] == table["cmdclass"]


@BACKENDS
def test_build_hook(installed: Environment, tmp_path: Path, backend: str) -> None:
    """The sample project becomes a wheel with the generated package in it; without a lock it does not."""
    project = sample(backend, tmp_path)
    refused = build_wheel(installed, project, tmp_path / "dist", expect=1)
    assert "error[EDM622]: there is no edmund.lock" in refused
    assert not (project / "generated").exists()
    run(installed.bin / "edmund", "lock", cwd=project)
    build_wheel(installed, project, tmp_path / "dist")
    check_wheel(installed, tmp_path / "dist")


@BACKENDS
def test_a_wheel_is_built_from_the_sdist(
    installed: Environment, tmp_path: Path, backend: str
) -> None:
    project = sample(backend, tmp_path)
    run(installed.bin / "edmund", "lock", cwd=project)
    requirements = {
        "hatch": "from hatchling.build import build_sdist",
        "setuptools": "from setuptools.build_meta import build_sdist",
    }
    script = f"{requirements[backend]}; build_sdist({str(tmp_path)!r})"
    run(installed.python, "-c", script, cwd=project)
    (archive,) = tmp_path.glob("acme*.tar.gz")
    with tarfile.open(archive) as sdist:
        assert not any(".edmund-cache" in name for name in sdist.getnames())
        sdist.extractall(tmp_path / "source", filter="data")
    build_wheel(installed, next((tmp_path / "source").iterdir()), tmp_path / "dist")
    check_wheel(installed, tmp_path / "dist")


@BACKENDS
def test_an_editable_project_imports_what_was_generated(
    wheel: Path, tmp_path: Path, backend: str
) -> None:
    environment = Environment(tmp_path / "venv")
    environment.install(wheel)
    project = sample(backend, tmp_path)
    run(environment.bin / "edmund", "lock", cwd=project)
    environment.install("-e", project)
    script = "import acme, acme_shop; print(acme.__file__); print(acme.Article.__name__)"
    source, name = run(environment.python, "-c", script, cwd=tmp_path).split()
    assert Path(source).is_relative_to(project)
    assert name == "Article"


def test_a_changed_input_stops_the_build(installed: Environment, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(HERE / "hatch_project", project)
    run(installed.bin / "edmund", "lock", cwd=project)
    csdl = project / "shop.csdl"
    csdl.write_text(csdl.read_text().replace("price", "cost"))
    build = (
        *(
            sys.executable,
            "-m",
            "pip",
            "--python",
            installed.python,
            "wheel",
            "--quiet",
            "--no-deps",
        ),
        *("--no-index", "--no-build-isolation", "-w", tmp_path / "dist", project),
    )
    assert "the input 'shop.csdl' has changed" in run(*build, cwd=tmp_path, expect=1)


@pytest.fixture(scope="session")
def with_sample_target(
    wheel: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Environment, Path]:
    """An environment that has the target of another package as well, and the sources of that."""
    folder = tmp_path_factory.mktemp("sample")
    shutil.copytree(ROOT / "tests/sample_target", folder / "source")
    environment = Environment(folder / "venv")
    environment.install(wheel, folder / "source")
    return environment, environment.packages / "edmund_call_list"


CONFIGURATION = """[clients.calls]
metadata = "shop.csdl"
target = "call-list"
package = "shop"
output = "out"
settings = { title = "What *shop* can" }
"""


def test_a_target_of_another_package(
    with_sample_target: tuple[Environment, Path], tmp_path: Path
) -> None:
    environment, package = with_sample_target
    edmund = environment.bin / "edmund"
    shutil.copy(CSDL, tmp_path / "shop.csdl")
    (tmp_path / "edmund.toml").write_text(CONFIGURATION)
    run(edmund, "generate", cwd=tmp_path)
    lines = (tmp_path / "out/calls.md").read_text().splitlines()
    assert lines[0] == r"# What \*shop\* can"
    assert "- GET `/articles`: list" in lines
    assert "- PATCH `/articles/{id}`: update" in lines
    run(edmund, "generate", "--check", cwd=tmp_path)
    # It is known wherever targets are named, and its settings are checked.
    schema = run(edmund, "config", "schema", cwd=tmp_path)
    assert '"call-list"' in schema
    assert "the heading of the page" in schema
    misspelt = CONFIGURATION.replace("{ title", "{ tilte")
    (tmp_path / "edmund.toml").write_text(misspelt)
    refused = run(edmund, "generate", cwd=tmp_path, expect=2)
    assert "target 'call-list' has no setting 'tilte'" in refused
    assert "did you mean 'title'?" in refused
    # A change of its code is a change of what makes the output.
    (tmp_path / "edmund.toml").write_text(CONFIGURATION)
    run(edmund, "lock", cwd=tmp_path)
    run(edmund, "generate", "--locked", cwd=tmp_path)
    template = package / "templates/calls.md.jinja"
    before = template.read_text()
    template.write_text(before + "\nThe end.\n")
    try:
        changed = run(edmund, "generate", "--locked", cwd=tmp_path, expect=2)
        assert "the templates of client 'calls' have changed" in changed
        run(edmund, "generate", cwd=tmp_path)
        assert (tmp_path / "out/calls.md").read_text().endswith("The end.\n")
    finally:
        template.write_text(before)


def test_a_target_that_is_none_is_told(
    with_sample_target: tuple[Environment, Path], tmp_path: Path
) -> None:
    environment, package = with_sample_target
    module = package / "__init__.py"
    before = module.read_text()
    shutil.copy(CSDL, tmp_path / "shop.csdl")
    (tmp_path / "edmund.toml").write_text(CONFIGURATION)
    try:
        for code, said in (
            ("CALL_LIST = 1", "is no Target called 'call-list'"),
            ("import nowhere", "ModuleNotFoundError"),
        ):
            module.write_text(code)
            refused = run(environment.bin / "edmund", "generate", cwd=tmp_path, expect=2)
            assert (
                "error[EDM617]: the target 'call-list' of the package 'edmund-call-list'" in refused
            )
            assert said in refused
    finally:
        module.write_text(before)
