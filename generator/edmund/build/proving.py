"""Proofs of samples: each is run against a service on the loopback interface, and the request is compared."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from edmund.build.loopback import PREFIX, Loopback, answer_to
from edmund.samples.exchange import Example
from edmund.samples.languages import Printer
from edmund.samples.proof import Prover
from edmund.samples.style import Credential, Wishes
from edmund.samples.tree import Sample
from edmund.surface.elements import Surface
from edmund.surface.type_schema import TypeSchema

__all__ = ["RUNNERS", "Proof", "Runner", "prove"]

_TIMEOUT = 60.0
TOKEN = "a-token-for-the-proof"
Runner = Callable[[Path, Path, str], "subprocess.CompletedProcess[str]"]
"""Runs the program in a file with the client in a folder; the text is its token."""


@dataclass(frozen=True, slots=True)
class Proof:
    """`differences` say in words why a sample is not proven; without any it is."""

    example: Example
    language: str
    differences: tuple[str, ...] = ()

    @property
    def proven(self) -> bool:
        return not self.differences


def prove(
    samples: Iterable[Sample],
    language: str,
    print_sample: Printer,
    run: Runner,
    client: Path,
    surface: Surface,
    schema: TypeSchema,
) -> Iterator[Proof]:
    """Run each sample by `run`, with the client in the folder `client`."""
    prover = Prover(surface, schema, PREFIX)
    with Loopback() as service, tempfile.TemporaryDirectory(prefix="edmund-proof-") as folder:
        wishes = Wishes(Credential.STATIC, service.root)
        for at, sample in enumerate(samples):
            printed = print_sample(sample, wishes)
            file = Path(folder) / (printed.file or f"sample_{at}")
            file.write_text(printed.text, "utf-8")
            service.arrived.clear()
            service.answer = answer_to(sample)
            try:
                done = run(file, client, TOKEN)
            except subprocess.TimeoutExpired:
                found = [f"the program did not end within {_TIMEOUT:.0f} seconds"]
            else:
                found = list(_found(prover, sample, service, done))
            yield Proof(sample.example, language, tuple(found))


def _found(
    prover: Prover, sample: Sample, service: Loopback, done: subprocess.CompletedProcess[str]
) -> Iterator[str]:
    if done.returncode:
        last = (done.stderr.strip() or done.stdout.strip()).splitlines()[-1:]
        yield f"the program failed: {last[0][:300] if last else done.returncode}"
    if len(service.arrived) != 1:
        yield f"{len(service.arrived)} requests arrived, not one"
    for arrived in service.arrived[:1]:
        yield from prover.differences(sample, arrived)
        if arrived.headers.get("authorization") != f"Bearer {TOKEN}":
            yield "the token is not sent"


def _run_python(file: Path, client: Path, token: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "ACCESS_TOKEN": token, "PYTHONPATH": str(client)}
    return subprocess.run(
        [sys.executable, "-X", "utf8", str(file)],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=_TIMEOUT,
        check=False,
    )


RUNNERS: Mapping[str, Runner] = {"python": _run_python}
"""The languages whose samples can be run, and how."""
