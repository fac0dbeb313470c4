"""Running the command as its users do, in a process of its own."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

EDMX = (
    '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">'
    "<edmx:DataServices>\n"
    '<Schema Namespace="shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">\n'
    "BODY\n</Schema></edmx:DataServices></edmx:Edmx>\n"
)
THING = (
    '<EntityType Name="Thing"><Key><PropertyRef Name="Id"/></Key>\n'
    '<Property Name="Id" Type="Edm.String" Nullable="false"/>EXTRA</EntityType>\n'
    '<EntityContainer Name="Shop"><EntitySet Name="Things" EntityType="shop.Thing"/></EntityContainer>'
)
GOOD_CSDL = EDMX.replace("BODY", THING).replace("EXTRA", "")
CONFIGURATION = """\
[clients.shop]
metadata = ["service.csdl"]
target = "python"
package = "shop"
output = "out"
"""


@dataclass(frozen=True)
class Run:
    code: int
    out: str
    err: str


def edmund(folder: Path, *arguments: str, **environment: str) -> Run:
    """Run the command in `folder`; a traceback fails the test whatever else it looks for."""
    inherited = {k: v for k, v in os.environ.items() if k not in ("GITHUB_ACTIONS", "FORCE_COLOR")}
    finished = subprocess.run(
        [sys.executable, "-m", "edmund", *arguments],
        cwd=folder,
        env={**inherited, "NO_COLOR": "1", "COLUMNS": "100", **environment},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert "Traceback" not in finished.stderr, finished.stderr
    assert "this is a bug" not in finished.stderr, finished.stderr
    return Run(finished.returncode, finished.stdout, finished.stderr)


def project(folder: Path, csdl: str = GOOD_CSDL) -> Path:
    """A folder with a configuration and metadata."""
    (folder / "edmund.toml").write_text(CONFIGURATION, "utf-8")
    (folder / "service.csdl").write_text(csdl, "utf-8")
    return folder
