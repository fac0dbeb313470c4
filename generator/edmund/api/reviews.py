"""Reviews: what changes of metadata do to the wire and to callers' source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from os import PathLike
from pathlib import Path

from edmund.api.surface_reviews import are_openapi, compare_descriptions, load_described
from edmund.collector import no_collection
from edmund.config import Client, Configuration
from edmund.config.inputs import shown_path
from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span, Tolerance, raise_on_errors
from edmund.model.elements import Model
from edmund.pipeline import Loaded
from edmund.plan.shape import Shape as ClientShape
from edmund.review.compare import Severities, changes_between, judge
from edmund.review.comparison import Comparison, Options
from edmund.review.explain import explain_rule, rule_records, rule_table
from edmund.review.findings import Finding, Level
from edmund.review.handlers.names import RULE
from edmund.review.history import History
from edmund.review.load import (
    SourceText,
    Version,
    commits_between,
    load_version,
    read_source,
)
from edmund.review.report.data import Report, Step
from edmund.review.report.registry import FORMATS
from edmund.review.report.text import render_text
from edmund.review.rules.catalog import RULES
from edmund.review.selection import scope_of
from edmund.review.shape import Shape
from edmund.review.symbols import Naming, name_findings, renamed
from edmund.review.traffic import marked
from edmund.review.usage import usage_in
from edmund.review.waivers import Waiver, apply_waivers, parse_waivers
from edmund.samples.exchange import Example
from edmund.slicing.slice import Selection, slice_model
from edmund.suggestions import did_you_mean, near_names
from edmund.surface.build import build_resources, build_surface
from edmund.surface.elements import Surface

__all__ = [
    "REPORT_FORMATS",
    "ReviewOptions",
    "Side",
    "explain",
    "load_waivers",
    "render_report",
    "report_of",
    "review",
    "review_commits",
    "review_files",
    "rule_lines",
    "rules",
    "selections_of",
    "severities_of",
]

_THE_RULES_OWN = Severities()
REPORT_FORMATS: tuple[str, ...] = tuple(FORMATS)


class Side(Enum):
    """Which severity counts: for the wire, for source, or the worse of both."""

    WIRE = "wire"
    SOURCE = "source"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class ReviewOptions:
    """How a review judges and what it looks at.

    `fail_on` is the least severity that makes a report fail (None: nothing does). `as_of` is the day
    by which removal dates and waivers are judged (None: today). `selections` leave only what touches
    one of these slices; `clients` give findings the names that these generate. `traffic` are
    exchanges with the old version, by which findings say what was used. `tolerance` says whether warnings about either version are errors.
    """

    severities: Severities = field(default_factory=Severities)
    waivers: tuple[Waiver, ...] = ()
    fail_on: Level | None = Level.BREAKING
    on: Side = Side.BOTH
    as_of: date | None = None
    likeness: bool = True
    selections: tuple[Selection, ...] = ()
    clients: tuple[Client, ...] = ()
    tolerance: Tolerance = field(default_factory=Tolerance)
    traffic: tuple[Example, ...] = ()

    @property
    def today(self) -> date:
        return self.as_of or date.today()

    def fails(self, finding: Finding) -> bool:
        """Whether an unwaived finding is as bad as `fail_on`."""
        if self.fail_on is None or finding.waived is not None:
            return False
        level = {Side.WIRE: finding.wire, Side.SOURCE: finding.source, Side.BOTH: finding.level}
        return level[self.on] >= self.fail_on


def review(
    old: Loaded, new: Loaded, options: ReviewOptions = ReviewOptions()
) -> tuple[Finding, ...]:
    """What changed from `old` to `new`, judged for the wire and for source; the worst first."""
    before, after = Version("old", old.model, ()), Version("new", new.model, ())
    found, _ = _compare(before, after, options)
    return apply_waivers(found, options.waivers, options.today)[0]


def review_files(
    old: Sequence[str], new: Sequence[str], options: ReviewOptions = ReviewOptions()
) -> Report:
    """Review two versions, each of documents that make one model: files, or REV:path in git.

    The first document of each names it in reports. Raises EdmundError with what could not be loaded,
    of both.
    """
    failures: list[Diagnostic] = []
    versions: list[Version] = []
    with no_collection():
        texts: list[list[SourceText]] = []
        for names in (old, new):
            try:
                texts.append([read_source(name) for name in names])
            except EdmundError as error:
                failures.extend(error.diagnostics)
        if failures:
            raise EdmundError(failures)
        if are_openapi(texts[0], texts[1]):
            return _review_openapi(texts[0][0], texts[1][0], options)
        for sources in texts:
            try:
                version = load_version(sources[0].name, sources)
                raise_on_errors(options.tolerance.judge(version.diagnostics))
                versions.append(version)
            except EdmundError as error:
                failures.extend(d for d in error.diagnostics if d.severity is Severity.ERROR)
        if failures:
            raise EdmundError(failures)
        before, after = versions
        return report_of(before, after, options)


def _review_openapi(old: SourceText, new: SourceText, options: ReviewOptions) -> Report:
    """The review of two OpenAPI descriptions; what went wrong in both is told."""
    if options.selections:
        message = "a slice of an OpenAPI description is not reviewed yet; all of it is"
        notes: tuple[Diagnostic, ...] = (Diagnostic("EDM704", Severity.WARNING, message),)
    else:
        notes = ()
    failures: list[Diagnostic] = []
    loaded = []
    for text in (old, new):
        try:
            loaded.append(load_described(text, options.tolerance))
        except EdmundError as error:
            failures.extend(d for d in error.diagnostics if d.severity is Severity.ERROR)
    if failures:
        raise EdmundError(failures)
    before, after = loaded
    by_operation = any(client.shape == ClientShape.OPERATIONS.value for client in options.clients)
    found = compare_descriptions(before, after, options.severities, by_operation=by_operation)
    found, more = apply_waivers(found, options.waivers, options.today)
    found, told = _with_traffic(found, before.surface, options)
    more = (*more, *told)
    files = [SourceText(file.name, file.data) for each in loaded for file in each.files]
    return _report((old.name, new.name), files, found, (*notes, *more), options)


def report_of(old: Version, new: Version, options: ReviewOptions) -> Report:
    """The review of two versions that are loaded already."""
    found, notes = _compare(old, new, options)
    found, more = apply_waivers(found, options.waivers, options.today)
    if options.traffic:
        found, told = _with_traffic(found, build_surface(old.model)[0], options)
        more = (*more, *told)
    return _report_of(old, new, found, (*notes, *more), options)


def _with_traffic(
    found: tuple[Finding, ...], surface: Surface, options: ReviewOptions
) -> tuple[tuple[Finding, ...], tuple[Diagnostic, ...]]:
    """The findings with what recorded traffic used of the old version, and what of the traffic is not the service's."""
    if not options.traffic:
        return found, ()
    from edmund.api.traffic import traffic_of

    traffic = traffic_of(options.traffic, surface)
    if not traffic.foreign:
        return marked(found, traffic), ()
    message = f"{traffic.foreign} of {traffic.total} recorded requests are no calls of the service"
    return marked(found, traffic), (Diagnostic("EDM708", Severity.WARNING, message),)


def review_commits(span: str, path: str, options: ReviewOptions = ReviewOptions()) -> Report:
    """Review each commit of `span` (BASE..HEAD in git) that touches the file `path`.

    Each is judged by its own day. Raises EdmundError.
    """
    walk = commits_between(span, path)
    start = f"{walk.base}:{walk.path}"
    old = load_version(start, [read_source(start)])
    first = old
    history = History()
    steps: list[Step] = []
    notes: list[Diagnostic] = []
    for commit in walk.commits:
        name = f"{commit.revision[:12]}:{commit.path}"
        new = load_version(name, [read_source(name)])
        judged = replace(options, as_of=date.fromisoformat(commit.date[:10]))
        found, told = _compare(old, new, judged)
        reverted = tuple(history.reverts(commit.revision, found))
        steps.append(Step(commit.revision, commit.date, commit.subject, (*found, *reverted)))
        notes.extend(told)
        old = new
    everything = tuple(f for step in steps for f in step.findings)
    marked, more_notes = apply_waivers(everything, options.waivers, options.today)
    rest = iter(marked)
    steps = [replace(s, findings=tuple(next(rest) for _ in s.findings)) for s in steps]
    report = _report_of(first, old, marked, (*notes, *more_notes), options)
    return replace(report, steps=tuple(steps))


def render_report(report: Report, style: str, *, colour: bool = False) -> str:
    """A report in one of REPORT_FORMATS; `colour` is for "text". Raises KeyError for other names."""
    if style == "text":
        return render_text(report, colour=colour)
    return FORMATS[style](report)


def severities_of(configuration: Configuration) -> Severities:
    """The severities that a team has set. Raises EdmundError (EDM703)."""
    levels: dict[str, Level] = {}
    settings = configuration.review
    for rule, word in settings.severities.items():
        if rule not in RULES:
            raise _no_rule(rule, settings.origins.get("severities"))
        levels[rule] = Level[word.upper()]
    return Severities(levels, levels)


def selections_of(clients: Sequence[Client]) -> tuple[Selection, ...]:
    """What clients select, each selection once; a client that selects nothing has everything."""
    return tuple(dict.fromkeys(Selection(c.include_types, c.include_paths) for c in clients))


def load_waivers(path: str | PathLike[str]) -> tuple[Waiver, ...]:
    """Findings that a team accepts. Raises EdmundError (EDM71x)."""
    file = Path(path)
    try:
        data = file.read_bytes()
    except OSError as error:
        message = f"the waivers cannot be read: {error.strerror}"
        place = Span(shown_path(file))
        raise EdmundError((Diagnostic("EDM710", Severity.ERROR, message, place),)) from error
    return parse_waivers(data, str(path))


def rules() -> tuple[Mapping[str, object], ...]:
    """Every rule as plain data: id, category, purpose, why, kind (umbrella), mirror, severities."""
    return rule_records()


def rule_lines(severities: Severities = _THE_RULES_OWN) -> tuple[str, ...]:
    """Every rule with its severities, a line each, by category."""
    return tuple(rule_table(severities))


def explain(name: str, severities: Severities = _THE_RULES_OWN) -> tuple[str, ...]:
    """The lines about one rule, or about all rules of an umbrella. Raises EdmundError (EDM703)."""
    if name in RULES:
        return tuple(explain_rule(RULES[name], severities))
    members = [rule for rule in RULES.values() if rule.kind == name]
    if not members:
        raise _no_rule(name, None)
    lines = [f"{name} is the umbrella of these rules:"]
    for rule in members:
        lines.extend(explain_rule(rule, severities))
    return tuple(lines)


def _no_rule(name: str, span: Span | None) -> EdmundError:
    hint = did_you_mean(near_names(name, RULES)) or "`edmund review rules` lists them"
    message = f"there is no rule '{name}'"
    return EdmundError((Diagnostic("EDM703", Severity.ERROR, message, span, hint),))


def _compare(
    old: Version, new: Version, options: ReviewOptions
) -> tuple[tuple[Finding, ...], tuple[Diagnostic, ...]]:
    before, _ = build_resources(old.model)
    after, _ = build_resources(new.model)
    comparison = Comparison(
        Shape(old.model),
        Shape(new.model),
        usage_in(old.model, before),
        usage_in(new.model, after),
        Options(likeness=options.likeness, as_of=options.today),
        old.spellings,
        new.spellings,
    )
    changes = changes_between(comparison)
    namings = _namings(options.clients, old.model, new.model)
    if namings:
        # What these clients are really called counts, not what any language might make of the names.
        changes = [change for change in changes if change.rule != RULE]
        changes.extend(renamed(comparison, namings))
    found = judge(changes, comparison, options.severities)
    notes: list[Diagnostic] = []
    if options.selections:
        scopes = []
        for selection in options.selections:
            scope, told = scope_of((old.model, new.model), selection)
            scopes.append(scope)
            notes.extend(told)
        found = tuple(f for f in found if any(scope.touches(f) for scope in scopes))
    return name_findings(found, namings), tuple(notes)


def _namings(clients: Sequence[Client], old: Model, new: Model) -> list[Naming]:
    """The names that clients generate for either version: what is gone has a name too."""
    found: dict[tuple[object, ...], Naming] = {}
    for client in clients:
        settings = tuple(sorted(client.settings.items()))
        chosen = (
            client.target,
            client.package,
            client.include_types,
            client.include_paths,
            client.names,
            settings,
        )
        if chosen not in found:
            found[chosen] = Naming(client.target, _names(client, old), _names(client, new))
    return [naming for naming in found.values() if naming.old and naming.new]


def _names(client: Client, model: Model) -> Mapping[str, str]:
    """The names of one client of one version; of a version that it cannot be made from there are none."""
    # Slow to import, and needed only where a client is configured.
    from edmund.plan.style import NameStyle
    from edmund.targets.contract import TargetOptions
    from edmund.targets.registry import TARGETS

    target = TARGETS.get(client.target)
    if target is None:
        return {}
    try:
        selection = Selection(client.include_types, client.include_paths)
        sliced = slice_model(model, selection).model
        surface, _ = build_surface(sliced)
        style = None if client.names is None else NameStyle(client.names)
        options = TargetOptions(client.package, client.client, None, client.settings, style)
        return target.symbols(surface, options)
    except EdmundError:
        return {}


def _report_of(
    old: Version,
    new: Version,
    findings: tuple[Finding, ...],
    notes: tuple[Diagnostic, ...],
    options: ReviewOptions,
) -> Report:
    return _report((old.label, new.label), (*old.sources, *new.sources), findings, notes, options)


def _report(
    labels: tuple[str, str],
    sources: Sequence[SourceText],
    findings: tuple[Finding, ...],
    notes: tuple[Diagnostic, ...],
    options: ReviewOptions,
) -> Report:
    from importlib.metadata import version

    texts = {source.name: source.data for source in sources}
    return Report(
        *labels,
        findings,
        {name: data.decode("utf-8", "replace").split("\n") for name, data in texts.items()},
        notes,
        frozenset(f.fingerprint for f in findings if options.fails(f)),
        version=version("edmund"),
    )
