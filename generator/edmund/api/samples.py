"""Samples: examples of calls, checked against a description and written as code in each language."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from os import PathLike
from pathlib import Path

from edmund.api.starters import default_package
from edmund.build.loopback import PREFIX, answer_to
from edmund.build.programs import RUNNERS, Runner
from edmund.build.proving import TOKEN, Judge, Proof, prove
from edmund.build.recipe import target_options
from edmund.config import Client
from edmund.config.inputs import read_file
from edmund.diagnostics import Diagnostic, EdmundError, Severity, raise_on_errors
from edmund.model.elements import Model
from edmund.pipeline import Loaded
from edmund.render.environment import TemplateSet
from edmund.render.templates import render_files
from edmund.samples.check import Checked, Checker
from edmund.samples.exchange import Example
from edmund.samples.languages import LANGUAGES, Printer, language_called
from edmund.samples.made import MadeExamples, NotMade
from edmund.samples.proof import Prover
from edmund.samples.read import read_text
from edmund.samples.style import Credential, Style, Wishes
from edmund.samples.tree import Sample
from edmund.slicing.slice import Selection, slice_model
from edmund.surface.build import build_surface
from edmund.surface.conventions import known_service_root
from edmund.surface.elements import Surface
from edmund.surface.lookup import PathFinder, spelled_edge
from edmund.surface.type_schema import TypeSchema
from edmund.targets.contract import TargetOptions
from edmund.targets.registry import TARGETS
from edmund.vendors import graph

__all__ = [
    "SAMPLE_LANGUAGES",
    "Credential",
    "Example",
    "Proof",
    "SampleText",
    "Samples",
    "Style",
    "read_examples",
]

SAMPLE_LANGUAGES = tuple(LANGUAGES)
"""The languages that samples are written in."""


@dataclass(frozen=True, slots=True)
class SampleText:
    """One example in one language. `file` is a name for it that no other sample of the same run has."""

    example: Example
    language: str
    text: str
    file: str


def read_examples(
    *files: str | PathLike[str],
) -> tuple[tuple[Example, ...], tuple[Diagnostic, ...]]:
    """The examples of `.http` and Markdown files, and what could not be read of them (EDM940 to EDM942).

    Raises EdmundError for a file that cannot be read (EDM608).
    """
    examples: list[Example] = []
    found: list[Diagnostic] = []
    for file in files:
        read = read_file(Path(file))
        more, wrong = read_text(read.data, read.name)
        examples += more
        found += wrong
    return tuple(examples), tuple(found)


class Samples:
    """Examples of the calls of one service, as a client of it makes them.

    `client` says which part of the description the client knows; `clients` are those of the configuration, whose
    packages the samples import. Where no client is in a language, its package is called as Edmund proposes.
    Raises EdmundError as `slice` does.
    """

    def __init__(
        self,
        loaded: Loaded,
        client: Client | None = None,
        clients: Iterable[Client] = (),
        packages: Mapping[str, str] | None = None,
    ) -> None:
        self._loaded = loaded
        self._client = client
        self._clients = {each.target: each for each in clients if _same_service(each, client)}
        if client is not None:
            self._clients[client.target] = client
        self._packages = packages or {}
        self._printers: dict[tuple[str, Style], Printer] = {}

    @property
    def surface(self) -> Surface:
        """What the client knows of the service."""
        return self._surface

    @cached_property
    def schema(self) -> TypeSchema:
        """The rules of the types that the client knows."""
        return TypeSchema(self._surface.types)

    def bind(self, example: Example) -> Sample | None:
        """The call that an example is; None where its request is wrong."""
        return self._checker.check(example).sample

    @cached_property
    def _model(self) -> Model:
        client = self._client
        if client is None or not (client.include_paths or client.include_types):
            return self._loaded.model
        return slice_model(
            self._loaded.model, Selection(client.include_types, client.include_paths)
        ).model

    @cached_property
    def _surface(self) -> Surface:
        return build_surface(self._model, self._loaded.permissions)[0]

    @cached_property
    def _checker(self) -> Checker:
        return Checker(self._surface, self.roots, self.schema)

    @property
    def roots(self) -> tuple[str, ...]:
        """The service's roots, as far as they are known."""
        given = None if self._client is None else self._client.base_url
        found = (given, known_service_root(self._model))
        return tuple(dict.fromkeys(root for root in found if root is not None))

    @cached_property
    def is_graph(self) -> bool:
        """Whether the service is Microsoft Graph, whose tokens the Azure identity libraries bring."""
        return graph.is_graph(self._surface.names)

    def check(self, examples: Iterable[Example]) -> tuple[Diagnostic, ...]:
        """What is wrong with examples: where they lead, what they send, what is answered."""
        return tuple(d for each in map(self._checker.check, examples) for d in each.diagnostics)

    def write(
        self,
        examples: Sequence[Example],
        languages: Iterable[str],
        style: Style = Style.PROVEN,
        *,
        credential: Credential | None = None,
        base_url: str | None = None,
    ) -> tuple[tuple[SampleText, ...], tuple[Diagnostic, ...]]:
        """The samples, and what is wrong with examples; one whose request is wrong gives no sample.

        `credential` is the Azure identity library's for Microsoft Graph and a placeholder elsewhere, unless it
        is given. Raises EdmundError for a language that there is not (EDM606), or not in that style (EDM951).
        """
        printers = {name: self._printer(name, style) for name in dict.fromkeys(languages)}
        usual = Credential.AZURE if self.is_graph else Credential.PLACEHOLDER
        wishes = Wishes(credential or usual, base_url)
        written: list[SampleText] = []
        found: list[Diagnostic] = []
        names: set[str] = set()
        for checked in map(self._checker.check, examples):
            found += checked.diagnostics
            if checked.sample is not None:
                stem = unused_name(checked.example.name or "example", names)
                written += _samples(checked, checked.sample, printers, wishes, stem)
        return tuple(written), tuple(found)

    def make(self, calls: Iterable[str], seed: int = 0) -> tuple[Example, ...]:
        """Examples of calls such as `POST /identity/apiConnectors`, made from the types of the description.

        Raises EdmundError for what is no call of the service (EDM950).
        """
        making = MadeExamples(PathFinder(self._surface), self.schema, seed)
        examples: list[Example] = []
        wrong: list[Diagnostic] = []
        for call in calls:
            try:
                examples.append(making.make(call))
            except NotMade as error:
                wrong.append(error.diagnostic)
        raise_on_errors(wrong)
        return tuple(examples)

    def prove(self, examples: Iterable[Example], language: str) -> Iterator[Proof]:
        """Run each example's sample against a service on this machine, and compare the request with the example.

        The client is generated in a temporary folder: of what the client of the configuration knows, else of what
        the examples call. Examples that are wrong are left out: `check` tells of them. Raises EdmundError where
        samples of the language cannot be run (EDM952).
        """
        runner = sample_runner(language)
        checked = [each for each in map(self._checker.check, examples) if each.sample is not None]
        if not checked:
            return
        part = self._part_of(checked)
        samples: list[Sample] = []
        for each in checked:
            sample = part._checker.check(each.example).sample
            if sample is not None:
                samples.append(sample)
            else:  # never left out in silence
                lost = "a client of the examples' calls alone does not have this one"
                yield Proof(each.example, language, (lost,))
        printer = part._printer(language, Style.PROVEN)
        with tempfile.TemporaryDirectory(prefix="edmund-client-") as folder:
            write_client(language, part._surface, part._options(language), Path(folder))
            prover = Prover(part._surface, part.schema, PREFIX, TOKEN)
            judge = Judge(answer_to, prover.differences)
            yield from prove(samples, language, printer, runner, Path(folder), judge)

    def _part_of(self, checked: Iterable[Checked]) -> Samples:
        """The same for what the examples call alone, where nothing else says what the client knows."""
        if self._client is not None and (self._client.include_paths or self._client.include_types):
            return self
        paths = dict.fromkeys(
            "".join(spelled_edge(step.edge) for step in each.sample.steps)
            for each in checked
            if each.sample is not None
        )
        part = slice_model(self._loaded.model, Selection((), tuple(paths))).model
        loaded = Loaded(part, self._loaded.permissions, ())
        return Samples(loaded, self._client, self._clients.values(), self._packages)

    def _printer(self, name: str, style: Style) -> Printer:
        key = (name, style)
        if key not in self._printers:
            language = language_called(name)
            make = language.styles.get(style)
            if make is None:
                message = f"there are no samples in {language.title} in the style '{style.value}'"
                raise EdmundError([Diagnostic("EDM951", Severity.ERROR, message)])
            self._printers[key] = make(self._surface, self._options(name))
        return self._printers[key]

    def _options(self, language: str) -> TargetOptions:
        client = self._clients.get(language)
        package = self._packages.get(language)
        if client is not None and package is None:
            options = target_options(client)
        else:
            official = graph.OFFICIAL_PACKAGES if self.is_graph else {}
            name = package or official.get(language) or default_package(self._loaded, language)
            options = TargetOptions(name)
        return replace(options, base_url=options.base_url or known_service_root(self._model))


def _samples(
    checked: Checked,
    sample: Sample,
    printers: Mapping[str, Printer],
    wishes: Wishes,
    stem: str,
) -> Iterable[SampleText]:
    for name, print_sample in printers.items():
        printed = print_sample(sample, wishes)
        file = printed.file or f"{stem}{LANGUAGES[name].ending}"
        yield SampleText(checked.example, name, printed.text, file)


def sample_runner(language: str) -> Runner:
    """What runs the samples of a language. Raises EdmundError (EDM952) where that is not possible."""
    if language not in RUNNERS:
        message = f"samples in '{language}' cannot be run; those in {', '.join(RUNNERS)} can"
        raise EdmundError([Diagnostic("EDM952", Severity.ERROR, message)])
    missing = RUNNERS[language].missing()
    if missing is not None:
        message = f"samples in '{language}' cannot be run here: that needs {missing}"
        raise EdmundError([Diagnostic("EDM952", Severity.ERROR, message)])
    return RUNNERS[language]


def write_client(language: str, surface: Surface, options: TargetOptions, folder: Path) -> None:
    """Write a client for `surface` into an empty folder."""
    lowered = TARGETS[language].lower(surface, options)
    for file in render_files(lowered.files, TemplateSet(language), workers=1):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, "utf-8")


def unused_name(stem: str, taken: set[str]) -> str:
    """`stem`, with a number where it is among `taken`, which it then is."""
    name, number = stem, 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    taken.add(name)
    return name


def _same_service(one: Client, other: Client | None) -> bool:
    return other is None or (one.metadata, one.include_paths, one.include_types) == (
        other.metadata,
        other.include_paths,
        other.include_types,
    )
