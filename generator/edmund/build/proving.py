"""Proofs of samples: each is run against a service on the loopback interface, and the request is compared."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from edmund.build.loopback import Answer, Loopback
from edmund.build.programs import SECONDS, Done, Runner
from edmund.samples.exchange import Example
from edmund.samples.proof import Arrived
from edmund.samples.style import Credential, Printed, Wishes

__all__ = ["TOKEN", "Judge", "Proof", "prove"]

TOKEN = "a-token-for-the-proof"


@dataclass(frozen=True, slots=True)
class Proof:
    """`differences` say in words why a sample is not proven; without any it is."""

    example: Example
    language: str
    differences: tuple[str, ...] = ()

    @property
    def proven(self) -> bool:
        return not self.differences


class Shown(Protocol):
    """A sample of any kind."""

    @property
    def example(self) -> Example: ...


S = TypeVar("S", bound=Shown)


@dataclass(frozen=True, slots=True)
class Judge(Generic[S]):
    """What is answered to a sample of one kind, and in what a request is another one than the sample's."""

    answer: Callable[[S], Answer]
    differences: Callable[[S, Arrived], Iterable[str]]


def prove(
    samples: Iterable[S],
    language: str,
    print_sample: Callable[[S, Wishes], Printed],
    runner: Runner,
    client: Path,
    judge: Judge[S],
) -> Iterator[Proof]:
    """Run each sample by `runner`, with the client in the folder `client`."""
    with Loopback() as service, tempfile.TemporaryDirectory(prefix="edmund-proof-") as folder:
        wishes = Wishes(Credential.STATIC, service.root)
        for at, sample in enumerate(samples):
            printed = print_sample(sample, wishes)
            own = Path(folder) / str(at)
            own.mkdir()
            file = own / (printed.file or "sample")
            file.write_text(printed.text, "utf-8")
            service.arrived.clear()
            service.answer = judge.answer(sample)
            try:
                done = runner.run(file, client, TOKEN)
            except subprocess.TimeoutExpired:
                found = [f"the program did not end within {SECONDS:.0f} seconds"]
            else:
                found = list(_found(judge, sample, service, done))
            yield Proof(sample.example, language, tuple(found))


def _found(judge: Judge[S], sample: S, service: Loopback, done: Done) -> Iterator[str]:
    if done.returncode:
        lines = (done.stderr.strip() or done.stdout.strip()).splitlines()
        # Compilers begin with what is wrong and end with a count; programs end with their error.
        told = next((line for line in lines if "error" in line), lines[-1] if lines else None)
        yield f"the program failed: {done.returncode if told is None else told.strip()[:300]}"
    if len(service.arrived) != 1:
        yield f"{len(service.arrived)} requests arrived, not one"
    for arrived in service.arrived[:1]:
        yield from judge.differences(sample, arrived)
