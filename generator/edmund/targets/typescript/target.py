"""The TypeScript target: a typed client with models and validators, as the official SDK's users know it."""

from __future__ import annotations

from collections.abc import Mapping

from edmund.plan.runtime_parts import runtime_sources
from edmund.render.files import GeneratedFile, VerbatimFile
from edmund.surface.answers import listed_in
from edmund.surface.elements import Surface
from edmund.targets.contract import Lowered, Target, TargetOptions
from edmund.targets.typescript.builder_names import builder_names
from edmund.targets.typescript.builders import lower_builders
from edmund.targets.typescript.layout import lay_out
from edmund.targets.typescript.models import lower_models
from edmund.targets.typescript.option_checks import check_options, package_name
from edmund.targets.typescript.package import lower_package
from edmund.targets.typescript.payloads import Payloads
from edmund.targets.typescript.schema_tables import lower_schema
from edmund.targets.typescript.symbols import typescript_symbols

__all__ = ["RUNTIME_FILES", "TYPESCRIPT", "WITHOUT_PATTERNS"]

RUNTIME_FILES = (
    "answers.ts",
    "auth.ts",
    "authorizer.ts",
    "base64.ts",
    "batch.ts",
    "batchJson.ts",
    "batchMultipart.ts",
    "batchPlan.ts",
    "body.ts",
    "builder.ts",
    "client.ts",
    "codec.ts",
    "configuration.ts",
    "dates.ts",
    "decimals.ts",
    "durations.ts",
    "errors.ts",
    "headers.ts",
    "json.ts",
    "links.ts",
    "masking.ts",
    "model.ts",
    "odataError.ts",
    "operations.ts",
    "origins.ts",
    "paging.ts",
    "polling.ts",
    "printing.ts",
    "request.ts",
    "response.ts",
    "retry.ts",
    "schema.ts",
    "serviceRoot.ts",
    "tables.ts",
    "transport.ts",
    "url.ts",
    "urlSpatial.ts",
    "validation.ts",
    "validationFacets.ts",
    "validationMatcher.ts",
    "validationPrimitives.ts",
    "validationRules.ts",
    "validationSpatial.ts",
    "validationText.ts",
    "validationWalk.ts",
    "watch.ts",
)
"""The support code, all of it; a test compares this with the folder."""
# What stands in the place of a file where no value is restricted by a pattern.
WITHOUT_PATTERNS = {"validationMatcher.ts": "validationNoPatterns.ts"}

_SETTINGS = {
    "version": "the version of the package; 0.1.0 when not given",
    "description": "one sentence about the package",
    "license": "the license, as npm names it (SPDX), such as MIT",
    "author": "who publishes the package: `Name <mail> (url)`",
    "repository": "where the source lies, such as github:owner/name",
    "homepage": "the address of the package's page",
    "keywords": "words by which the package is found, separated by commas",
}


def _lower(surface: Surface, options: TargetOptions) -> Lowered:
    """The whole package: models, builders, tables, the client, the runtime and what npm needs."""
    layout = lay_out(surface, listed_in(surface))
    places = builder_names(surface, layout)
    payloads = Payloads(surface, places)
    files: list[GeneratedFile | VerbatimFile] = [
        *lower_models(surface, layout),
        *lower_builders(surface, layout, places, payloads),
        GeneratedFile(
            "src/tables/schema.ts",
            "models/schema.ts.jinja",
            lower_schema(surface, layout, payloads.tables()),
        ),
        *lower_package(surface, options, places.of(surface.root)),
    ]
    files.extend(
        VerbatimFile(f"src/runtime/{name}", source)
        for name, source in runtime_sources(RUNTIME_FILES, WITHOUT_PATTERNS, surface.types)
    )
    return Lowered(tuple(files), layout.diagnostics)


def _symbols(surface: Surface, options: TargetOptions) -> Mapping[str, str]:
    """What users of the output write; the package's name is no part of it."""
    return typescript_symbols(surface)


TYPESCRIPT = Target("typescript", _lower, _symbols, _SETTINGS, check_options, package_name)
