"""The C# program of the behaviour tests: compiled once around `generated/csharp`, asked line by line."""

from __future__ import annotations

import atexit
import json
import re
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any

from shared_material import SHARED
from toolchains import csharp
from vector_answers import questions
from vector_files import MODEL_FILES

from edmund.render.environment import TemplateSet
from edmund.render.templates import render_files
from edmund.targets.contract import Lowered

ROOT = Path(__file__).resolve().parents[2]
GENERATED = ROOT / "generated" / "csharp"
SOURCES = Path(__file__).parent / "csharp"
RUNNER = Path(__file__).parent / "csharp_vectors"
PAGE = SHARED / "seed" / "create-identityapiconnector.txt"

# Those of which the runner of the vectors is asked; the others have runners of their own.
MODELS = tuple(model for model in MODEL_FILES if any(questions(model)))

# The project's own calls in the shape of the page.
OWN_CALLS = {
    "basic": """
// Dependencies
using Microsoft.Graph.Models;
var requestBody = new IdentityApiConnector
{
DisplayName = "Sign-up check",
TargetUrl = "https://checks.example/sign-up",
AuthenticationConfiguration = new BasicAuthentication
{
OdataType = "#microsoft.graph.basicAuthentication",
Username = "caller",
Password = "hush",
},
};
var result = await graphClient.Identity.ApiConnectors.PostAsync(requestBody);
""",
    "certificate": """
// Dependencies
using Microsoft.Graph.Models;
var requestBody = new IdentityApiConnector
{
DisplayName = "Sign-up check",
TargetUrl = "https://checks.example/sign-up",
AuthenticationConfiguration = new Pkcs12Certificate
{
OdataType = "#microsoft.graph.pkcs12Certificate",
Pkcs12Value = "MIIK...cut",
Password = "hush",
},
};
var result = await graphClient.Identity.ApiConnectors.PostAsync(requestBody);
""",
}


def calls_of_the_page() -> dict[str, str]:
    """The C# code blocks of the page by number, unchanged: from the first directive to the awaited call."""
    if not PAGE.is_file():
        return {}
    text = PAGE.read_text(encoding="utf-8")
    pattern = r"^using Microsoft\.Graph\.Models;$.*?^var result = await [^\n]*"
    blocks = re.findall(pattern, text, re.M | re.S)
    return {f"page {number}": str(block) for number, block in enumerate(blocks, 1)}


def page_sources(folder: Path) -> list[Path]:
    """A file for each block: what the page leaves out is a function around what is no directive."""
    arms, files = [], []
    for number, (name, block) in enumerate({**OWN_CALLS, **calls_of_the_page()}.items()):
        lines = block.split("\n")
        directives = [line for line in lines if line.startswith("using ")]
        statements = [line for line in lines if not line.startswith("using ")]
        path = folder / f"Page{number}.cs"
        path.write_text(
            "using System.Threading.Tasks;\n" + "\n".join(directives) + "\nnamespace Harness;\n"
            f"public static class Page{number}\n{{\n"
            "public static async Task<IdentityApiConnector?> Run(Microsoft.Graph.GraphServiceClient graphClient)\n"
            "{\n" + "\n".join(statements) + "\nreturn result;\n}\n}\n",
            encoding="utf-8",
        )
        files.append(path)
        arms.append(f'"{name}" => await Page{number}.Run(graphClient),')
    path = folder / "Pages.cs"
    path.write_text(
        "namespace Harness;\npublic static partial class Scenarios\n{\n"
        "private static async System.Threading.Tasks.Task<Microsoft.Graph.Models.IdentityApiConnector?>"
        " RunPage(string block, Microsoft.Graph.GraphServiceClient graphClient) => block switch\n{\n"
        + "\n".join(arms)
        + '\n_ => throw new System.ArgumentException("no such block"),\n};\n}\n',
        encoding="utf-8",
    )
    return [*files, path]


def folder() -> Path:
    """A folder until the process ends: modules of the group share what is compiled into it."""
    made = Path(tempfile.mkdtemp(prefix="edmund-csharp-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


@cache
def built() -> tuple[Path, list[str], list[str]]:
    """The program, and what the compiler found in the library (XML docs included) and in the program."""
    place = folder()
    library, program = place / "Microsoft.Graph.dll", place / "Harness.dll"
    sources = [SOURCES, *page_sources(place)]
    found = csharp.compiled(
        csharp.Compilation(library, [GENERATED], doc=True),
        csharp.Compilation(program, sources, references=[library], exe=True),
    )
    return program, found[0], found[1]


def generate(target: Path, *metadata: Path | str, package: str, **options: str) -> Path:
    """The C# output for documents of this checkout."""
    command = [sys.executable, "-m", "edmund", "generate", "--quiet", "--target", "csharp"]
    for path in metadata:
        command += ["--metadata", str(path)]
    for name, value in {"package": package, **options}.items():
        command += [f"--{name}", value]
    command += ["--output", str(target)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return target


def lowered(output: Lowered, target: Path) -> Path:
    """The files of a lowered client."""
    for file in render_files(output.files, TemplateSet("csharp"), workers=1):
        path = target / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, encoding="utf-8")
    return target


@cache
def vector_programs() -> dict[str, Path]:
    """The runner of the test vectors for each model, compiled together with the output for it."""
    root = folder()
    jobs = []
    for model in MODELS:
        files = MODEL_FILES[model]
        output = generate(root / model / "output", *files, package="Vectors", client="Client")
        calls = RUNNER / ("calls" if model == "calls" else "none")
        sources = [output, RUNNER / "Runner.cs", RUNNER / "Wire.cs", calls]
        jobs.append(csharp.Compilation(root / model / "Runner.dll", sources, exe=True))
    found = csharp.compiled(*jobs)
    assert found == [[]] * len(jobs)
    return {model: root / model / "Runner.dll" for model in MODELS}


class Program:
    """A running program; `ask` gives its answer to one command."""

    def __init__(self, program: Path) -> None:
        self._process = subprocess.Popen(
            [str(csharp.dotnet()), str(program)],
            env=csharp.environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def ask(self, scenario: str, root: str = "http://127.0.0.1:1/v1.0", **given: Any) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        command = {"scenario": scenario, "root": root, **given}
        self._process.stdin.write(json.dumps(command) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, "the program ended"
        return json.loads(line)

    def __enter__(self) -> Program:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(30)
