"""Samples of the calls of an OpenAPI description: checked against it, written as code, proven by running them."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from edmund.api.described_examples import DescribedExamples
from edmund.api.samples import SampleText, sample_runner, unused_name, write_client
from edmund.api.starters import described_package
from edmund.build.described import call_notes
from edmund.build.given_names import given_names
from edmund.build.http_answers import answer_to_call
from edmund.build.loopback import PREFIX
from edmund.build.proving import TOKEN, Judge, Proof, prove
from edmund.build.recipe import target_options
from edmund.config import Client
from edmund.config.inputs import read_inputs
from edmund.description import Description
from edmund.diagnostics import Diagnostic, EdmundError, Severity, raise_on_errors
from edmund.plan.http_security import schemes_of
from edmund.plan.servers import default_server, filled_in
from edmund.samples.exchange import Example
from edmund.samples.http.addresses import HttpAddresses
from edmund.samples.http.check import HttpChecked, HttpChecker
from edmund.samples.http.made import HttpMadeExamples
from edmund.samples.http.proof import HttpProver
from edmund.samples.http.tree import HttpSample
from edmund.samples.languages import LANGUAGES, HttpPrinter, language_called
from edmund.samples.made import NotMade
from edmund.samples.style import Credential, Style, Wishes
from edmund.slicing.slice import Selection
from edmund.slicing.surface_slice import slice_surface
from edmund.surface.call_notes import with_notes
from edmund.surface.elements import Surface
from edmund.targets.contract import TargetOptions

__all__ = ["DescribedSamples"]


class DescribedSamples:
    """Examples of the calls of one OpenAPI description, as a client of it makes them.

    `client` says which part of it the client knows; `clients` are those of the configuration, whose packages the
    samples import. Where no client is in a language, its package is called as Edmund proposes. Raises EdmundError
    as slicing does.
    """

    def __init__(
        self,
        description: Description,
        client: Client | None = None,
        clients: Iterable[Client] = (),
        packages: Mapping[str, str] | None = None,
    ) -> None:
        self._description = description
        self._client = client
        self._clients = {
            each.target: each
            for each in clients
            if client is None or each.metadata == client.metadata
        }
        if client is not None:
            self._clients[client.target] = client
        self._packages = packages or {}
        self._examples = DescribedExamples(description)
        self._printers: dict[str, HttpPrinter] = {}
        selection = Selection(
            () if client is None else client.include_types,
            () if client is None else client.include_paths,
        )
        surface = description.surface
        if client is not None:
            surface = with_notes(
                surface, call_notes(client, read_inputs(client), given_names(client).kept)
            )
        self._surface = slice_surface(surface, selection).surface

    @property
    def surface(self) -> Surface:
        """What the client knows of the service."""
        return self._surface

    @cached_property
    def _checker(self) -> HttpChecker:
        return HttpChecker(self._surface, self.roots, self._examples.violations)

    @property
    def roots(self) -> tuple[str, ...]:
        """The service's roots, as far as they are known."""
        given = None if self._client is None else self._client.base_url
        found = [given, *map(filled_in, self._surface.servers), *self._own_servers()]
        return tuple(dict.fromkeys(root for root in found if root and root != "/"))

    def _own_servers(self) -> Iterator[str | None]:
        """The servers that calls have of their own."""
        for resource in self._surface.resources:
            for call in resource.calls:
                yield from map(filled_in, call.http.servers if call.http is not None else ())

    def bind(self, example: Example) -> HttpSample | None:
        """The call that an example is; None where its request is wrong."""
        return self._checker.check(example).sample

    def check(self, examples: Iterable[Example]) -> tuple[Diagnostic, ...]:
        """What is wrong with examples: where they lead, what they send, what is answered."""
        return tuple(d for each in map(self._checker.check, examples) for d in each.diagnostics)

    def make(self, calls: Iterable[str], seed: int = 0) -> tuple[Example, ...]:
        """Examples of calls such as `POST /pets`: those that the description has, else made from its types.

        Raises EdmundError for what is no call of the service (EDM950).
        """
        making = self._making(seed)
        examples: list[Example] = []
        wrong: list[Diagnostic] = []
        for call in calls:
            try:
                examples.append(making.make(call))
            except NotMade as error:
                wrong.append(error.diagnostic)
        raise_on_errors(wrong)
        return tuple(examples)

    def of_description(self) -> tuple[Example, ...]:
        """The examples that the description holds, in its order."""
        taken: set[str] = set()
        return tuple(
            replace(each, name=unused_name(each.name or "example", taken))
            for each in self._making(0).of_description()
        )

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

        Raises EdmundError for a language that there is not (EDM606), or not in that style (EDM951).
        """
        printers = {name: self._printer(name, style) for name in dict.fromkeys(languages)}
        wishes = Wishes(credential or Credential.PLACEHOLDER, base_url)
        written: list[SampleText] = []
        found: list[Diagnostic] = []
        names: set[str] = set()
        for checked in map(self._checker.check, examples):
            found += checked.diagnostics
            if checked.sample is None:
                continue
            stem = unused_name(checked.example.name or "example", names)
            for name, print_sample in printers.items():
                printed = print_sample(checked.sample, wishes)
                file = printed.file or f"{stem}{LANGUAGES[name].ending}"
                written.append(SampleText(checked.example, name, printed.text, file))
        return tuple(written), tuple(found)

    def prove(self, examples: Iterable[Example], language: str) -> Iterator[Proof]:
        """Run each example's sample against a service on this machine, and compare the request with the example.

        The client is generated in a temporary folder, of what the examples call; calls with a server of their own
        are made to the service on this machine as well. Raises EdmundError where samples of the language cannot be
        run (EDM952).
        """
        runner = sample_runner(language)
        checked = [each for each in map(self._checker.check, examples) if each.sample is not None]
        if not checked:
            return
        part = self._part_of(checked)
        samples = [s for s in (part.check(each.example).sample for each in checked) if s]
        printer = self._made_printer(language, part.surface)
        prover = HttpProver(part, schemes_of(part.surface), TOKEN)
        judge = Judge(lambda sample: answer_to_call(sample, part.lineage), prover.differences)
        with tempfile.TemporaryDirectory(prefix="edmund-client-") as folder:
            write_client(language, part.surface, self._options(language), Path(folder))
            yield from prove(samples, language, printer, runner, Path(folder), judge)

    def _part_of(self, checked: Iterable[HttpChecked]) -> HttpChecker:
        """What knows the calls of the examples alone, at no server but the one that the client is told of."""
        paths = dict.fromkeys(each.sample.resource.id for each in checked if each.sample)
        part = slice_surface(self._surface, Selection((), tuple(paths))).surface
        resources = tuple(
            replace(
                resource,
                calls=tuple(
                    replace(
                        call, http=None if call.http is None else replace(call.http, servers=())
                    )
                    for call in resource.calls
                ),
            )
            for resource in part.resources
        )
        roots = (*self.roots, PREFIX)
        return HttpChecker(replace(part, resources=resources), roots, self._examples.violations)

    def _making(self, seed: int) -> HttpMadeExamples:
        return HttpMadeExamples(
            HttpAddresses(self._surface, self.roots),
            self._checker.calls,
            self._checker.lineage,
            self._examples.of,
            self._examples.violations,
            seed,
        )

    def _printer(self, name: str, style: Style) -> HttpPrinter:
        if style is not Style.PROVEN:
            message = (
                f"samples of an OpenAPI description are not written in the style '{style.value}'"
            )
            raise EdmundError([Diagnostic("EDM951", Severity.ERROR, message)])
        if name not in self._printers:
            self._printers[name] = self._made_printer(name, self._surface)
        return self._printers[name]

    def _made_printer(self, name: str, surface: Surface) -> HttpPrinter:
        language = language_called(name)
        if language.http is None:
            message = f"there are no samples in {language.title} of OpenAPI descriptions yet"
            raise EdmundError([Diagnostic("EDM951", Severity.ERROR, message)])
        return language.http(surface, self._options(name))

    def _options(self, language: str) -> TargetOptions:
        client = self._clients.get(language)
        package = self._packages.get(language)
        if client is not None and package is None:
            options = target_options(client)
        else:
            options = TargetOptions(package or described_package(self._description, language))
        known = language_called(language)
        if options.shape not in known.http_shapes:
            message = (
                f"there are no samples in {known.title} of clients of the shape"
                f" '{options.shape.value}' yet"
            )
            raise EdmundError([Diagnostic("EDM951", Severity.ERROR, message)])
        root = options.base_url or default_server(self._surface.servers)
        return replace(options, base_url=root)
