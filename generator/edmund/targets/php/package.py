"""The package around builders and models: the client, Composer's metadata, the official SDK's places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edmund.plan.runtime_parts import Part, Replacements, runtime_sources
from edmund.plan.service import BatchFormat, ServiceTraits, client_stem, is_older, traits_of
from edmund.render.files import GeneratedFile, VerbatimFile
from edmund.surface.elements import CallKind, Resource, Surface
from edmund.surface.type_parts import name_of
from edmund.targets.contract import TargetOptions
from edmund.targets.php.builder_names import BuilderNames
from edmund.targets.php.builders import BUILDERS
from edmund.targets.php.composer import VERSION, composer_view
from edmund.targets.php.imports import Imports
from edmund.targets.php.layout import Layout
from edmund.targets.php.literals import doc_comment, scalar_literal, string_literal
from edmund.targets.php.models import MODELS
from edmund.targets.php.names import class_name, pascal_case
from edmund.targets.php.package_views import ClientView, PlacesView, ReadmeView

__all__ = [
    "OLDER_FILES",
    "QUERY_FILES",
    "RUNTIME_FILES",
    "WITHOUT_PATTERNS",
    "WRITTEN",
    "client_name",
    "distribution_name",
    "lower_package",
    "package_name",
    "product_name",
]

WRITTEN = "EdmundRuntime"
"""What the sources of the support code call the package's namespace."""

_GRAPH = "microsoft.graph."
"""The namespace of the service that takes batches in a way of its own."""

_OFFICIAL_CONTEXT = "Microsoft\\Kiota\\Authentication\\Oauth\\TokenRequestContext"
"""What users of the official SDK give their client; PHP asks for the class only when something is compared with it."""

_ERRORS = ("ErrorDetails", "ErrorPart", "InnerError", "MainError", "ODataError")
_REFERENCES = ("ReferenceCreate", "ReferenceUpdate", "StringCollectionResponse")
RUNTIME_FILES = (
    "Accessors",
    "AccessToken",
    "Answer",
    "AuthenticationFailed",
    "Base64",
    "Batch",
    "BatchAnswers",
    "BatchFormat",
    "BatchPlan",
    "BatchTraits",
    "BatchUnit",
    "BoundedBody",
    "ClientCredentialContext",
    "ClientException",
    "CollectionPage",
    "ConfigurationError",
    "ConnectionFailed",
    "Core",
    "Credential",
    "Date",
    "Decimal",
    "DecodeError",
    "Dialect",
    "Duration",
    "EntraCredential",
    "Facts",
    "FlagsEnum",
    "Headers",
    "IdleWatch",
    "Json",
    "JsonError",
    "JsonNumber",
    "JsonObject",
    "Literal",
    "Mask",
    "Model",
    "MultipartBatch",
    "NotOfType",
    "ODataProtocol",
    "OpenEnum",
    "PageIterator",
    "Pages",
    "PagingStopped",
    "Pattern",
    "PatternProgram",
    "Pending",
    "Place",
    "Places",
    "Primitive",
    "Protocol",
    "QueryParameters",
    "RedirectRefused",
    "Registry",
    "Removal",
    "Reply",
    "Request",
    "RequestBuilder",
    "RequestConfiguration",
    "ResponseTooLarge",
    "Response",
    "Retry",
    "Rule",
    "Schema",
    "Sender",
    "ServiceBuilder",
    "ServiceRoot",
    "Severity",
    "Spatial",
    "SpatialLiteral",
    "Temporal",
    "Time",
    "TimedOut",
    "TokenCache",
    "TokenRequestContext",
    "Transport",
    "UnexpectedAnswer",
    "UnsafeUrl",
    "Url",
    "ValidationFailed",
    "Validator",
    "ValueRules",
    "Violation",
    "Walk",
    "Wire",
)
"""The support code but for what lies among the models; a test compares this with the folder."""

OLDER_FILES = (
    "AnsweredJson",
    "OlderProtocol",
    "OlderRequest",
    "Queries",
    "SecurityToken",
    "SentJson",
    "Values",
    "Version",
)
"""The support code for services of OData 1 to 3, below `Older/`; a test compares this with the folder."""

QUERY_FILES = (
    "Binary",
    "ClockFunctions",
    "CollectionPath",
    "Condition",
    "Date",
    "DateTimeOffset",
    "DayFunctions",
    "Duration",
    "Enumeration",
    "Expandable",
    "Expansion",
    "Expression",
    "Guid",
    "Limits",
    "Literals",
    "Number",
    "ObjectPath",
    "Option",
    "Order",
    "Precedence",
    "Property",
    "Query",
    "QueryError",
    "Spatial",
    "Term",
    "Text",
    "TimeOfDay",
    "Value",
)
"""The support code of queries, below `Query/`; a test compares this with the folder."""

# What stands in the place of a file where no value is restricted by a pattern.
WITHOUT_PATTERNS = {"Pattern": "NoPatterns"}

_WITHOUT: dict[Part, Replacements] = {
    Part.PATTERNS: WITHOUT_PATTERNS,
    Part.OLDER: {f"Older/{name}": None for name in OLDER_FILES},
}


def package_name(words: str) -> str:
    """`trip_pin` as PHP has namespaces."""
    return class_name(words)


def client_name(surface: Surface, options: TargetOptions) -> str:
    """The client's class."""
    if options.client is not None:
        return options.client
    return f"{pascal_case(client_stem(surface, options.package))}Client"


def lower_package(
    surface: Surface, options: TargetOptions, layout: Layout, names: BuilderNames
) -> Iterator[GeneratedFile | VerbatimFile]:
    """Everything but models and builders."""
    root = options.package
    client = client_name(surface, options)
    service = surface.name or "an OData service"
    distribution = str(options.settings.get("distribution") or distribution_name(root))
    imports = Imports(root, [client])
    base = imports.use(f"{root}\\{BUILDERS}\\{names.builders[surface.root]}")
    for runtime in ("BatchTraits", "Core", "Credential", "Place"):
        imports.use(f"{root}\\Runtime\\{runtime}")
    imports.use("GuzzleHttp\\ClientInterface")
    credentials = ["Credential"]
    if service.startswith(_GRAPH):
        own = f"{root}\\Runtime\\TokenRequestContext"
        credentials += [imports.use(own), imports.use(_OFFICIAL_CONTEXT)]
    traits = traits_of(surface)
    batches = _batch_traits(traits, imports, root)
    older = is_older(traits.version)
    version = imports.use(f"{root}\\Runtime\\Older\\Version") if older else ""
    yield GeneratedFile(
        f"src/{client}.php",
        "client/client.php.jinja",
        ClientView(
            root,
            imports.statements(),
            doc_comment(f"The client of {service}."),
            f"class {client} extends {base}",
            scalar_literal(options.base_url),
            string_literal(product_name(distribution, options)),
            batches,
            "|".join((*credentials, "null")),
            older,
            f"{version}::V{traits.version.partition('.')[0]}",
        ),
    )
    yield GeneratedFile(
        "src/Generated/places.php",
        "client/places.php.jinja",
        PlacesView(root, string_literal(root), names.builders[surface.root]),
    )
    yield GeneratedFile(
        "composer.json",
        "client/composer.json.jinja",
        composer_view(options, distribution, service),
    )
    example = _example(surface, layout)
    yield GeneratedFile(
        "README.md",
        "client/README.md.jinja",
        ReadmeView(
            distribution, distribution, root, client, example is not None, *(example or ("",) * 3)
        ),
    )
    files = (
        *RUNTIME_FILES,
        *(f"Query/{name}" for name in QUERY_FILES),
        *(f"Older/{name}" for name in OLDER_FILES),
    )
    for name, source in runtime_sources(files, _WITHOUT, surface):
        yield VerbatimFile(f"src/Runtime/{name}.php", f"{source}.php", WRITTEN, root)
    models = f"src/{MODELS.replace(chr(92), '/')}"
    for name in _ERRORS:
        path = f"ODataErrors/{name}.php"
        yield VerbatimFile(f"{models}/{path}", path, WRITTEN, root)
    for name in _REFERENCES:
        yield VerbatimFile(f"{models}/{name}.php", f"References/{name}.php", WRITTEN, root)


def _batch_traits(traits: ServiceTraits, imports: Imports, root: str) -> str:
    """How the service takes batches, as an expression."""
    if traits.batch_slash:
        return "BatchTraits::graph()"
    if traits.batch_format is BatchFormat.JSON:
        return "new BatchTraits()"
    batch_format = imports.use(f"{root}\\Runtime\\BatchFormat")
    return f"new BatchTraits({batch_format}::Multipart)"


def product_name(distribution: str, options: TargetOptions) -> str:
    """The client as `User-Agent` names it (RFC 9110, section 10.1.5): a slash parts the version from the name."""
    version = re.sub(r"[^A-Za-z0-9.+_-]", "", str(options.settings.get("version") or VERSION))
    return f"{distribution.replace('/', '-')}/{version} edmund-php"


def distribution_name(root: str) -> str:
    """A name as Composer has them: `Microsoft\\Graph` as `microsoft/graph`."""
    parts = [re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", p).strip("_").lower() for p in root.split("\\")]
    parts = [re.sub(r"_+", "-", part) for part in parts]
    return "/".join(parts[:2]) if len(parts) > 1 else f"{parts[0]}/client"


def _example(surface: Surface, layout: Layout) -> tuple[str, str, str] | None:
    """A chain to the nearest collection in which something can be created, the class, and the type."""
    chains = {surface.root: "$client"}
    for resource in surface.resources:
        chain = chains.get(resource.id)
        if chain is None:
            continue
        created = _created(resource)
        if created is not None and created in layout.places:
            place = layout.places[created]
            return chain, place.full(MODELS), string_literal(created)
        for edge, name in zip(resource.edges, layout.spelling.accessors.of(resource), strict=True):
            if not edge.keys and not edge.parameters and not edge.optional_parameters:
                chains.setdefault(edge.target, f"{chain}->{name}()")
    return None


def _created(resource: Resource) -> str | None:
    """What can be created in a collection that can also be read page by page."""
    calls = {call.kind: call for call in resource.calls}
    listed, created = calls.get(CallKind.LIST), calls.get(CallKind.CREATE)
    if listed is None or not listed.pageable or created is None or created.body is None:
        return None
    return name_of(created.body)
