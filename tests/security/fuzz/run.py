"""`make fuzz`: each target for a minute, by atheris (coverage-guided; https://github.com/google/atheris).

    python tests/security/fuzz/run.py                          all targets, a minute each
    python tests/security/fuzz/run.py reading --seconds 600    one of them, longer
    python tests/security/fuzz/run.py reading --input FILE     one input again

Exit codes: 0 nothing found, 1 a finding (its input is in .fuzz/), 2 atheris is not installed.
"""

from __future__ import annotations

import argparse
import importlib.util
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
NAMES = ("reading", "openapi", "payloads", "configuration", "review", "permissions")
FINDINGS = ROOT / ".fuzz"
MISSING = """\
make fuzz needs atheris, which is not installed in this environment.
  python -m pip install --group fuzz     installs it (CPython on Linux; Clang's libFuzzer is in its wheel)
The seeds and what was once found are run by the tests without it: pytest tests/security/fuzz"""
# An input that takes longer than this, or more memory, is a finding.
SECONDS_FOR_ONE = 30
MEGABYTES = 2000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(NAMES)}")
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument("--input", type=Path, help="try this input alone")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    for name in given.targets:
        if name not in NAMES:
            parser.error(f"there is no target '{name}'; there are {', '.join(NAMES)}")
    sys.path[0] = str(ROOT / "tests")  # instead of this folder, whose modules have common names
    if given.input is not None:
        if len(given.targets) != 1:
            parser.error("--input goes with one target")
        from security.fuzz.targets import tried

        tried(given.targets[0])(given.input.read_bytes())
        return 0
    if importlib.util.find_spec("atheris") is None:
        print(MISSING, file=sys.stderr)
        return 2
    if given.inside:
        fuzz(given.targets[0], given.seconds)
    results = [run(name, given.seconds) for name in given.targets or NAMES]
    return 1 if any(results) else 0


def run(name: str, seconds: int) -> int:
    """Fuzz one target in a process of its own, which libFuzzer ends."""
    print(f"{name}: {seconds} s", flush=True)
    command = [sys.executable, __file__, name, "--inside", "--seconds", str(seconds)]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    last = [line for line in done.stderr.splitlines() if line.startswith(("Done ", "#"))]
    print(f"  {last[-1] if last else 'ended early'}", flush=True)
    if done.returncode:
        print(done.stdout + done.stderr, file=sys.stderr)
    return done.returncode


def fuzz(name: str, seconds: int) -> None:
    """Run until the time is over or something is found; never returns."""
    import atheris

    with atheris.instrument_imports(include=["edmund", "fuzzed_client"]):
        from security.fuzz.targets import TARGETS, beginnings, tried

        attempt = tried(name)
        FINDINGS.mkdir(exist_ok=True)
        corpus = Path(tempfile.mkdtemp(prefix="edmund-fuzz-corpus-"))
        for number, data in enumerate(beginnings(name)):
            (corpus / f"seed-{number}").write_bytes(data)
            attempt(data)  # what is imported late is instrumented here
        options = [
            *(f"-max_total_time={seconds}", f"-timeout={SECONDS_FOR_ONE}", "-max_len=20000"),
            *(f"-rss_limit_mb={MEGABYTES}", f"-artifact_prefix={FINDINGS}/{name}-"),
            *(f"-dict={Path(__file__).parent / TARGETS[name].DICTIONARY}", str(corpus)),
        ]
    atheris.Setup([sys.argv[0], *options], attempt)
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
