"""Measures the figures that Edmund promises, prints them as one table and writes them to bench.json.

    python tests/bench/run.py [--peers] [--only NAME ...]

NAME is a part (small, imports, payloads, compiler, oracle) or a target other than Python.

Ratios are taken in one run: the two things compared alternate, and the median of the pairs is given. The
yardstick is all of Microsoft Graph v1.0, which is not part of this repository: where it is absent, its rows are
printed as skipped.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from toolchains import absent, toolchain

BENCH = Path(__file__).resolve().parent
ROOT = BENCH.parents[1]
GRAPH = ROOT.parent / "shared" / "metadata" / "graph-v1.0-2026-08.csdl"
PEERS = ROOT / ".venv-peers"
PARTS = ("imports", "payloads", "compiler", "oracle")


@dataclass(frozen=True, slots=True)
class Figure:
    """One row: what was measured, in which unit, and the bound it must keep (None: for information)."""

    name: str
    value: float | None
    unit: str
    bound: float | None = None
    at_least: bool = False
    note: str = ""

    @property
    def verdict(self) -> str:
        if self.value is None:
            return "skipped"
        if self.bound is None:
            return ""
        kept = self.value >= self.bound if self.at_least else self.value <= self.bound
        return "kept" if kept else "MISSED"


def run_measured(command: list[str], cwd: Path | None = None) -> tuple[float, float]:
    """Wall seconds of a whole process, and the peak of the memory of it and its workers together, in MB.

    Memory is the sum of the resident sets, looked at every 20 ms: pages that forked workers share count
    once for each, so that the figure is never too small.
    """
    start = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=said)
        peak = 0.0
        while process.poll() is None:
            peak = max(peak, sum(resident(each) for each in tree(process.pid)))
            time.sleep(0.02)
        wall = time.perf_counter() - start
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"{' '.join(command)}\n{said.read().decode()}")
    return wall, peak


def tree(pid: int) -> list[int]:
    """A process and its children, as far as this system tells."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return [pid]
    return [pid, *(int(child) for child in children)]


def resident(pid: int) -> float:
    """Resident MB of a process; 0 when it is gone."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def generate_graph(out: Path) -> list[Figure]:
    """All of Graph to Python: cold, then again unchanged; and what came out."""
    edmund = [sys.executable, "-m", "edmund", "generate", "--quiet"]
    command = [*edmund, "--metadata", str(GRAPH), "--target", "python", "--package", "msgraph"]
    command += ["--output", str(out)]
    cold, peak = run_measured(command)
    again = statistics.median(run_measured(command)[0] for _ in range(3))
    files = [p for p in out.rglob("*") if p.is_file()]
    sources = [p for p in files if p.suffix in {".py", ".pyi"}]
    longest = max(len(p.relative_to(out).as_posix()) for p in files)
    megabytes = sum(p.stat().st_size for p in sources) / 1e6
    return [
        Figure("Graph to Python, cold", cold, "s", 10),
        Figure("Graph to Python, peak memory of all processes", peak, "MB", 600),
        Figure("Graph to Python, again unchanged", again, "s", 0.5),
        Figure("files in the output", len(files), "files", 6000),
        Figure("source in the output", megabytes, "MB", 12),
        Figure("longest path in the output", longest, "characters", 120),
    ]


def other_target(target: str, package: str) -> Iterator[Figure]:
    """All of Graph to another language: made, measured, and checked by that language's compiler."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "graph"
        edmund = [sys.executable, "-m", "edmund", "generate", "--quiet"]
        command = [*edmund, "--metadata", str(GRAPH), "--target", target, "--package", package]
        cold, peak = run_measured([*command, "--output", str(out)])
        files = [p for p in out.rglob("*") if p.is_file() and not p.name.startswith(".")]
        longest = max(len(p.relative_to(out).as_posix()) for p in files)
        yield Figure(f"Graph to {target}, cold", cold, "s", 10)
        yield Figure(f"Graph to {target}, peak memory of all processes", peak, "MB", 600)
        yield Figure(f"Graph to {target}, files", len(files), "files")
        yield Figure(f"Graph to {target}, size", sum(p.stat().st_size for p in files) / 1e6, "MB")
        yield Figure(f"Graph to {target}, longest path", longest, "characters", 120)
        yield checked(target, out)


def checked(target: str, out: Path) -> Figure:
    """How long the language's own compiler needs to find nothing wrong with an output."""
    name = f"Graph in {target}, checked by its compiler"
    reason = absent(target)
    if reason is not None:
        return Figure(name, None, "s", note=f"no toolchain: {reason}")
    start = time.perf_counter()
    said = toolchain(target).problems_in(out)
    if said:
        raise SystemExit(f"{name}\n{said[:2000]}")
    return Figure(name, time.perf_counter() - start, "s")


def small_slice() -> list[Figure]:
    """This repository's own output: a second, unchanged run as a whole process."""
    command = [sys.executable, "-m", "edmund", "generate", "--quiet"]
    with tempfile.TemporaryDirectory() as folder:
        command += ["--metadata", str(ROOT / "metadata" / "graph-identity.csdl")]
        command += ["--metadata", str(ROOT / "metadata" / "graph-identity.annotations.csdl")]
        command += [
            "--target",
            "python",
            "--package",
            "msgraph",
            "--output",
            str(Path(folder) / "o"),
        ]
        run_measured(command)
        again = statistics.median(run_measured(command)[0] for _ in range(5))
    return [Figure("small slice, again unchanged", again, "s", 0.25)]


def imports(out: Path, peers: bool) -> list[Figure]:
    """What importing the client costs over a bare interpreter, in pairs."""
    code = "from msgraph import GraphServiceClient"
    count = "import sys;n=len(sys.modules);" + code + ";print(len(sys.modules)-n)"
    run_python(sys.executable, code, out)
    pairs = [
        (run_python(sys.executable, code, out)[0], run_python(sys.executable, "pass", out)[0])
        for _ in range(15)
    ]
    ours = statistics.median(a - b for a, b in pairs)
    modules = int(run_python(sys.executable, count, out)[1])
    figures = [
        Figure("import of the client, over a bare interpreter", ours * 1000, "ms", 60),
        Figure("modules imported by the client", modules, "modules", 80),
    ]
    peer = PEERS / "bin" / "python"
    if peers:
        run_python(str(peer), code, None)
        ratios = []
        for _ in range(5):
            theirs = run_python(str(peer), code, None)[0] - run_python(str(peer), "pass", None)[0]
            mine = run_python(sys.executable, code, out)[0]
            ratios.append(theirs / (mine - run_python(sys.executable, "pass", out)[0]))
        figures.append(
            Figure("import: msgraph-sdk / Edmund", statistics.median(ratios), "x", 5, at_least=True)
        )
    return figures


def run_python(python: str, code: str, path: Path | None) -> tuple[float, str]:
    """Wall seconds of `python -c code`, without site's search paths of the caller, and what it prints."""
    environment = {"PATH": os.environ["PATH"]}
    if path is not None:
        environment["PYTHONPATH"] = str(path)
    probe = (
        "import subprocess,sys,time;b=time.perf_counter();"
        "r=subprocess.run(sys.argv[1:],capture_output=True,text=True,check=True);"
        "print(time.perf_counter()-b);print(r.stdout)"
    )
    finished = subprocess.run(
        [sys.executable, "-c", probe, python, "-c", code],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, _, printed = finished.stdout.partition("\n")
    return float(seconds), printed.strip()


def in_process(script: str, *arguments: str) -> dict[str, float]:
    """Figures that a script of this folder measures in a process of its own, as JSON."""
    finished = subprocess.run(
        [sys.executable, str(BENCH / script), *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    if finished.returncode:
        raise SystemExit(f"{script}\n{finished.stderr}")
    found: dict[str, float] = json.loads(finished.stdout.splitlines()[-1])
    return found


def payloads(out: Path) -> list[Figure]:
    found = in_process("payloads.py", str(out))
    return [
        Figure("1,000 connectors read, every field", found["connectors_read"], "x json.loads", 3),
        Figure("1,000 connectors to JSON text", found["connectors_write"], "x json.dumps", 3),
        Figure("999 users read, every field", found["users_read"], "x json.loads", 3),
        Figure("999 users to JSON text", found["users_write"], "x json.dumps", 3),
    ]


def compiler() -> list[Figure]:
    found = in_process("compiler.py", str(GRAPH))
    return [
        Figure("parse and resolve Graph", found["seconds"], "s", 1.5),
        Figure("surface of Graph", found["surface_seconds"], "s"),
        Figure("resources in the surface", found["resources"], "resources"),
    ]


def oracle(out: Path) -> list[Figure]:
    found = in_process("oracle.py", str(out))
    return [
        Figure("names equal to the oracle", found["names"] * 100, "%", 99.5, at_least=True),
        Figure("operations of the oracle", found["operations"] * 100, "%", 90, at_least=True),
    ]


def measure(peers: bool, only: set[str]) -> Iterator[Figure]:
    def wanted(name: str) -> bool:
        return not only or name in only

    if wanted("small"):
        yield from small_slice()
    if not GRAPH.is_file():
        yield Figure(
            "all of Graph v1.0", None, "", note="the reference material is not beside the checkout"
        )
        return
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "graph"
        if wanted("python") or any(wanted(name) for name in PARTS):
            yield from generate_graph(out)
        parts: list[tuple[str, Callable[[], list[Figure]]]] = [
            ("imports", lambda: imports(out, peers)),
            ("payloads", lambda: payloads(out)),
            ("compiler", compiler),
            ("oracle", lambda: oracle(out)),
        ]
        for name, part in parts:
            if wanted(name):
                yield from part()
    for client in tomllib.loads((ROOT / "edmund.toml").read_text("utf-8"))["clients"].values():
        if client["target"] != "python" and wanted(client["target"]):
            yield from other_target(client["target"], client["package"])


def install_peers() -> None:
    if not (PEERS / "bin" / "python").exists():
        subprocess.run([sys.executable, "-m", "venv", str(PEERS)], check=True)
        pip = [
            str(PEERS / "bin" / "python"),
            "-m",
            "pip",
            "install",
            "--quiet",
            "msgraph-sdk==1.65.0",
        ]
        subprocess.run(pip, check=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--only", nargs="*", default=[])
    arguments = parser.parse_args()
    if arguments.peers:
        install_peers()
    figures: list[Figure] = []
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores\n")
    for figure in measure(arguments.peers, set(arguments.only)):
        figures.append(figure)
        value = "-" if figure.value is None else f"{figure.value:,.2f}"
        sign = (
            ""
            if figure.bound is None
            else ("≥ " if figure.at_least else "≤ ") + f"{figure.bound:g}"
        )
        row = f"{figure.name:<46}{value:>12} {figure.unit:<14}{sign:<10}{figure.verdict}"
        print(f"{row} {figure.note}".rstrip(), flush=True)
    rows = [{**asdict(figure), "verdict": figure.verdict} for figure in figures]
    (ROOT / "bench.json").write_text(json.dumps(rows, indent=2) + "\n", "utf-8")
    return 1 if any(figure.verdict == "MISSED" for figure in figures) else 0


if __name__ == "__main__":
    sys.exit(main())
