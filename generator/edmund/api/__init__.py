"""Edmund as a library: all that the command does, without printing and without exits.

    from edmund import api

    old, new = api.load("old.csdl"), api.load("new.csdl")
    for finding in api.review(old, new):
        print(finding.level.word, finding.element, finding.message)

Every function raises `EdmundError`, whose `diagnostics` say what is wrong and where. Nothing is
imported before it is used, so that importing this is quick.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from edmund.diagnostics import Diagnostic, EdmundError, Severity, Span

if TYPE_CHECKING:
    from edmund.api.clients import check, dependencies, depfile, generate, outputs
    from edmund.api.conversions import FORMATS, convert
    from edmund.api.describe import describe_model, describe_path, describe_type
    from edmund.api.described_pages import DescribedDocumentation
    from edmund.api.described_samples import DescribedSamples
    from edmund.api.descriptions import (
        describe_openapi,
        describe_openapi_path,
        describe_openapi_type,
        is_openapi,
        load_openapi,
    )
    from edmund.api.json_schemas import (
        JsonSchemas,
        SchemaViolation,
        is_json_schema,
        load_json_schema,
        validate_json,
    )
    from edmund.api.locked_inputs import InputReview
    from edmund.api.locks import LockUpdate, fetch, fetch_url, lock
    from edmund.api.models import (
        load,
        load_client,
        reasons,
        slice,
        validate,
        validate_text,
        violation_places,
    )
    from edmund.api.pages import (
        Documentation,
        Page,
        PageFormat,
        Wording,
        page_text,
        read_wording,
    )
    from edmund.api.payloads import validate_openapi
    from edmund.api.plans import describe_plan, describe_plan_of_model
    from edmund.api.queries import check_query
    from edmund.api.reviews import (
        REPORT_FORMATS,
        ReviewOptions,
        Side,
        explain,
        load_waivers,
        render_report,
        review,
        review_commits,
        review_files,
        rule_lines,
        rules,
        selections_of,
        severities_of,
    )
    from edmund.api.samples import (
        SAMPLE_LANGUAGES,
        Credential,
        Example,
        Proof,
        Samples,
        SampleText,
        Style,
        read_examples,
    )
    from edmund.api.starters import (
        Starter,
        default_package,
        method_names,
        starter,
        target_names,
        target_settings,
    )
    from edmund.api.surface_reviews import review_openapi
    from edmund.api.traffic import read_traffic
    from edmund.build.generate import Checked, Generated, Progress
    from edmund.description import Description
    from edmund.fetch import Fetched
    from edmund.output.compare import Difference, unified_diff
    from edmund.pipeline import Loaded
    from edmund.review.compare import Severities
    from edmund.review.findings import Finding, Level
    from edmund.review.report.data import Report
    from edmund.validation.check import Operation, Violation

__all__ = [
    "FORMATS",
    "REPORT_FORMATS",
    "SAMPLE_LANGUAGES",
    "Checked",
    "Credential",
    "DescribedDocumentation",
    "DescribedSamples",
    "Description",
    "Diagnostic",
    "Difference",
    "Documentation",
    "EdmundError",
    "Example",
    "Fetched",
    "Finding",
    "Generated",
    "InputReview",
    "JsonSchemas",
    "Level",
    "Loaded",
    "LockUpdate",
    "Operation",
    "Page",
    "PageFormat",
    "Progress",
    "Proof",
    "Report",
    "ReviewOptions",
    "SampleText",
    "Samples",
    "SchemaViolation",
    "Severities",
    "Severity",
    "Side",
    "Span",
    "Starter",
    "Style",
    "Violation",
    "Wording",
    "check",
    "check_query",
    "convert",
    "default_package",
    "dependencies",
    "depfile",
    "describe_model",
    "describe_openapi",
    "describe_openapi_path",
    "describe_openapi_type",
    "describe_path",
    "describe_plan",
    "describe_plan_of_model",
    "describe_type",
    "explain",
    "fetch",
    "fetch_url",
    "generate",
    "is_json_schema",
    "is_openapi",
    "load",
    "load_client",
    "load_json_schema",
    "load_openapi",
    "load_waivers",
    "lock",
    "method_names",
    "outputs",
    "page_text",
    "read_examples",
    "read_traffic",
    "read_wording",
    "reasons",
    "render_report",
    "review",
    "review_commits",
    "review_files",
    "review_openapi",
    "rule_lines",
    "rules",
    "selections_of",
    "severities_of",
    "slice",
    "starter",
    "target_names",
    "target_settings",
    "unified_diff",
    "validate",
    "validate_json",
    "validate_openapi",
    "validate_text",
    "violation_places",
]

# The same as above for the interpreter: module, and the names that it gives.
_HOMES: Mapping[str, tuple[str, ...]] = {
    "edmund.api.clients": ("check", "dependencies", "depfile", "generate", "outputs"),
    "edmund.api.conversions": ("FORMATS", "convert"),
    "edmund.api.describe": ("describe_model", "describe_path", "describe_type"),
    "edmund.api.plans": ("describe_plan", "describe_plan_of_model"),
    "edmund.api.json_schemas": (
        "JsonSchemas",
        "SchemaViolation",
        "is_json_schema",
        "load_json_schema",
        "validate_json",
    ),
    "edmund.api.described_pages": ("DescribedDocumentation",),
    "edmund.api.described_samples": ("DescribedSamples",),
    "edmund.api.descriptions": (
        "describe_openapi",
        "describe_openapi_path",
        "describe_openapi_type",
        "is_openapi",
        "load_openapi",
    ),
    "edmund.api.locked_inputs": ("InputReview",),
    "edmund.api.locks": ("LockUpdate", "fetch", "fetch_url", "lock"),
    "edmund.api.models": (
        "load",
        "load_client",
        "reasons",
        "slice",
        "validate",
        "validate_text",
        "violation_places",
    ),
    "edmund.api.pages": (
        "Documentation",
        "Page",
        "PageFormat",
        "Wording",
        "page_text",
        "read_wording",
    ),
    "edmund.api.payloads": ("validate_openapi",),
    "edmund.api.queries": ("check_query",),
    "edmund.api.reviews": (
        "REPORT_FORMATS",
        "ReviewOptions",
        "Side",
        "explain",
        "load_waivers",
        "render_report",
        "review",
        "review_commits",
        "review_files",
        "rule_lines",
        "rules",
        "selections_of",
        "severities_of",
    ),
    "edmund.api.traffic": ("read_traffic",),
    "edmund.api.samples": (
        "SAMPLE_LANGUAGES",
        "Credential",
        "Example",
        "Proof",
        "Samples",
        "SampleText",
        "Style",
        "read_examples",
    ),
    "edmund.api.starters": (
        "Starter",
        "default_package",
        "method_names",
        "starter",
        "target_names",
        "target_settings",
    ),
    "edmund.api.surface_reviews": ("review_openapi",),
    "edmund.build.generate": ("Checked", "Generated", "Progress"),
    "edmund.description": ("Description",),
    "edmund.fetch": ("Fetched",),
    "edmund.output.compare": ("Difference", "unified_diff"),
    "edmund.pipeline": ("Loaded",),
    "edmund.review.compare": ("Severities",),
    "edmund.review.findings": ("Finding", "Level"),
    "edmund.review.report.data": ("Report",),
    "edmund.validation.check": ("Operation", "Violation"),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return list(__all__)
