"""The package around builders and models: the client, Composer's metadata, the support code."""

from __future__ import annotations

from collections.abc import Iterator

from edmund.plan.http_security import schemes_of
from edmund.plan.runtime_parts import Part, runtime_sources
from edmund.plan.shape import Shape
from edmund.render.files import GeneratedFile, VerbatimFile
from edmund.surface.elements import Surface
from edmund.surface.exchange import Credential, CredentialKind
from edmund.targets.contract import TargetOptions
from edmund.targets.php.composer import composer_view
from edmund.targets.php.imports import Imports
from edmund.targets.php.literals import (
    Bracketed,
    array,
    doc_comment,
    entry,
    laid_out,
    scalar_literal,
    string_literal,
)
from edmund.targets.php.package import (
    WITHOUT_PATTERNS,
    WRITTEN,
    client_name,
    distribution_name,
    product_name,
)
from edmund.targets.php.package_views import HttpClientView, HttpReadmeView

__all__ = ["HTTP_FILES", "SHARED_FILES", "lower_http_package"]

SHARED_FILES = (
    "AccessToken",
    "AuthenticationFailed",
    "Base64",
    "BoundedBody",
    "ClientException",
    "ConfigurationError",
    "ConnectionFailed",
    "Credential",
    "Date",
    "Decimal",
    "DecodeError",
    "Duration",
    "Headers",
    "IdleWatch",
    "Json",
    "JsonError",
    "JsonNumber",
    "JsonObject",
    "Literal",
    "Mask",
    "NotOfType",
    "PagingStopped",
    "Pattern",
    "PatternProgram",
    "Pending",
    "Primitive",
    "Protocol",
    "RedirectRefused",
    "Reply",
    "Request",
    "RequestBuilder",
    "Response",
    "ResponseTooLarge",
    "Retry",
    "Rule",
    "Sender",
    "ServiceRoot",
    "Severity",
    "Spatial",
    "Temporal",
    "Time",
    "TimedOut",
    "TokenCache",
    "Transport",
    "UnexpectedAnswer",
    "UnsafeUrl",
    "ValidationFailed",
    "ValueRules",
    "Violation",
)
"""The support code that clients of OData have, too."""

HTTP_FILES = (
    "Answer",
    "ApiError",
    "ApiKey",
    "Basic",
    "Bearer",
    "Body",
    "Codec",
    "Core",
    "Credentials",
    "EventFrames",
    "HttpProtocol",
    "Items",
    "LineFrames",
    "MediaType",
    "Model",
    "Multipart",
    "OpenEnum",
    "Pages",
    "Parameters",
    "Place",
    "QueryParameters",
    "RequestConfiguration",
    "ServiceBuilder",
    "Shapes",
    "Style",
    "Union",
    "Upload",
    "Validator",
    "Walk",
    "Wire",
)
"""The support code below `Http/`; a test compares this with the folder."""

_EXAMPLES = {
    CredentialKind.API_KEY: "new ApiKey($key)",
    CredentialKind.BASIC: "new Basic($user, $password)",
}


def lower_http_package(
    surface: Surface, options: TargetOptions, base_class: str, example: str | None
) -> Iterator[GeneratedFile | VerbatimFile]:
    """Everything but models and builders; the client extends `base_class`, and `example` is a call of it."""
    root = options.package
    client = client_name(surface, options)
    service = surface.name or "a service"
    distribution = str(options.settings.get("distribution") or distribution_name(root))
    imports = Imports(root, [client])
    base = imports.use(f"{root}\\Generated\\Builders\\{base_class}")
    for runtime in ("Core", "Place"):
        imports.use(f"{root}\\Runtime\\{runtime}")
    imports.use("GuzzleHttp\\ClientInterface")
    schemes = schemes_of(surface)
    table = array(entry(scheme.name, _scheme(scheme)) for scheme in schemes)
    yield GeneratedFile(
        f"src/{client}.php",
        "client/http_client.php.jinja",
        HttpClientView(
            root,
            imports.statements(),
            doc_comment(f"The client of {service}."),
            f"class {client} extends {base}",
            scalar_literal(options.base_url),
            string_literal(product_name(distribution, options)),
            laid_out(table, 4, before=len("private const SCHEMES = ")),
        ),
    )
    yield GeneratedFile(
        "composer.json",
        "client/composer.json.jinja",
        composer_view(options, distribution, service, has_places=False),
    )
    yield GeneratedFile(
        "README.md",
        "client/http_readme.md.jinja",
        HttpReadmeView(
            distribution,
            distribution,
            root,
            client,
            _credential(schemes),
            example is not None,
            example or "",
            options.shape is Shape.PATHS,
            (
                "`toGetRequestInformation()`"
                if options.shape is Shape.PATHS
                else "`to…RequestInformation()`"
            ),
        ),
    )
    sources = {name: f"Http/{name}" for name in HTTP_FILES}
    for name, source in runtime_sources(
        sorted((*SHARED_FILES, *HTTP_FILES)), {Part.PATTERNS: WITHOUT_PATTERNS}, surface
    ):
        path = sources.get(source, source)
        yield VerbatimFile(f"src/Runtime/{name}.php", f"{path}.php", WRITTEN, root)


def _scheme(scheme: Credential) -> Bracketed:
    items = [entry("kind", string_literal(scheme.kind.value))]
    if scheme.kind is CredentialKind.API_KEY and scheme.location is not None:
        items.append(entry("in", string_literal(scheme.location.value)))
    if scheme.kind in (CredentialKind.API_KEY, CredentialKind.HTTP) and scheme.parameter:
        items.append(entry("parameter", string_literal(scheme.parameter)))
    return array(items)


def _credential(schemes: tuple[Credential, ...]) -> str:
    if not schemes:
        return ""
    return _EXAMPLES.get(schemes[0].kind, "new Bearer($token)")
