"""The package around builders and models: entry points, credentials, README."""

from __future__ import annotations

from collections.abc import Sequence

from edmund.plan.http_security import schemes_of
from edmund.plan.shape import Shape
from edmund.render.files import GeneratedFile
from edmund.surface.elements import Surface
from edmund.surface.exchange import Credential, CredentialKind
from edmund.targets.contract import TargetOptions
from edmund.targets.typescript.builder_names import BUILDERS, BuilderPlace
from edmund.targets.typescript.http.package_views import ApiClientView, ApiReadmeView, ServiceView
from edmund.targets.typescript.http.tables import table_key
from edmund.targets.typescript.literals import (
    LINE_LENGTH,
    doc_comment,
    property_key,
    string_literal,
)
from edmund.targets.typescript.model_views import MemberView
from edmund.targets.typescript.names import camel
from edmund.targets.typescript.package import client_name, common_files, product_of
from edmund.targets.typescript.source import (
    Data,
    Text,
    extends_clause,
    import_statement,
    statement,
    width,
)

__all__ = ["lower_http_package"]

_SERVICE = "an HTTP service"
_KINDS = {
    CredentialKind.BASIC: "basic",
    CredentialKind.HTTP: "http",
    CredentialKind.API_KEY: "apiKey",
}
_TYPES = {
    CredentialKind.BASIC: "BasicCredential",
    CredentialKind.HTTP: "Secret",
    CredentialKind.API_KEY: "Secret",
}
_BEARER = "Secret | TokenCredential"


def lower_http_package(
    surface: Surface, options: TargetOptions, root: BuilderPlace
) -> list[GeneratedFile]:
    """Everything but models, builders, tables of both and the runtime."""
    client = client_name(surface, options)
    module = camel(client)
    service = surface.name or _SERVICE
    names = [f"create{client}", f"type {client}", f"type {client}Credentials"]
    export = import_statement(names, f"./{module}.js", "export")
    schemes = schemes_of(surface)
    return [
        GeneratedFile(
            f"src/{module}.ts",
            "http/client.ts.jinja",
            _client(client, service, options, root, schemes),
        ),
        GeneratedFile(
            "src/service.ts",
            "http/service.ts.jinja",
            ServiceView(statement("export const SCHEMES: SchemeTables", _scheme_rows(schemes))),
        ),
        *common_files(options, service, export, "http/index.ts.jinja"),
        GeneratedFile("README.md", "http/README.md.jinja", _readme(options, client, schemes)),
    ]


def _client(
    client: str,
    service: str,
    options: TargetOptions,
    root: BuilderPlace,
    schemes: Sequence[Credential],
) -> ApiClientView:
    base_url = "undefined" if options.base_url is None else string_literal(options.base_url)
    required = "" if options.base_url is not None else " & { baseUrl: string }"
    default = " = {}" if options.base_url is not None else ""
    credentials = f"{client}Credentials"
    settings = f"settings: ClientSettings<{credentials}>{required}{default}"
    signature = f"export function create{client}({settings}): {client} {{"
    if width(signature) > LINE_LENGTH:
        if 2 + width(settings) + 1 > LINE_LENGTH:
            settings = settings.replace("{ baseUrl: string }", "{\n    baseUrl: string;\n  }")
        signature = f"export function create{client}(\n  {settings},\n): {client} {{"
    product = string_literal(product_of(options))
    arguments = (
        "settings",
        base_url,
        string_literal(root.name),
        "types()",
        "routes()",
        f"{{ product: {product}, schemes: SCHEMES }}",
    )
    body = "".join(f"    {argument},\n" for argument in arguments)
    used = sorted({each for s in schemes for each in _type_of(s).split(" | ")})
    imports = [import_statement([root.name], f"./{BUILDERS}/{root.module}.js")]
    if "TokenCredential" in used:
        imports.append(import_statement(["TokenCredential"], "./runtime/auth.js"))
        used.remove("TokenCredential")
    if used:
        imports.append(import_statement(used, "./runtime/credentials.js"))
    runtime = ["type ClientSettings", "makeApiClient", "type Sends"]
    imports.append(import_statement(runtime, "./runtime/httpClient.js", "import"))
    imports.append(import_statement(["routes", "SCHEMES", "types"], "./service.js", "import"))
    return ApiClientView(
        comment=doc_comment(f"A client of {service}: the builder of the service root."),
        imports=tuple(imports),
        heading=extends_clause(
            f"export interface {client}", [(root.name, ()), ("Sends", ())], True
        ),
        credentials=credentials,
        has_schemes=bool(schemes),
        schemes=tuple(map(_scheme_member, schemes)),
        signature=signature,
        call=f"return makeApiClient(\n{body}  ) as unknown as {client};",
    )


def _type_of(scheme: Credential) -> str:
    return _TYPES.get(scheme.kind, _BEARER)


def _scheme_member(scheme: Credential) -> MemberView:
    told = doc_comment(scheme.description or "", 2)
    source = f"{property_key(scheme.name)}?: {_type_of(scheme)};"
    return MemberView(bool(told), told, source)


def _scheme_rows(schemes: Sequence[Credential]) -> dict[str, Data]:
    return {table_key(scheme.name): _scheme_row(scheme) for scheme in schemes}


def _scheme_row(scheme: Credential) -> dict[str, Data]:
    found: dict[str, Data] = {"kind": Text(string_literal(_KINDS.get(scheme.kind, "bearer")))}
    if scheme.location is not None:
        found["place"] = Text(string_literal(scheme.location.value))
    if scheme.parameter is not None:
        found["parameter"] = Text(string_literal(scheme.parameter))
    return found


def _readme(options: TargetOptions, client: str, schemes: Sequence[Credential]) -> ApiReadmeView:
    lines = []
    if schemes:
        lines.append(
            f"  credentials: {{ {property_key(schemes[0].name)}: {_example(schemes[0])} }},"
        )
    if options.base_url is None:
        lines.append('  baseUrl: "https://the.service/root",')
    settings = "{\n" + "\n".join(lines) + "\n}" if lines else ""
    follows_paths = options.shape is Shape.PATHS
    return ApiReadmeView(
        options.package, options.package, f"create{client}", settings, follows_paths
    )


def _example(scheme: Credential) -> str:
    return "{ username, password }" if scheme.kind is CredentialKind.BASIC else "secret"
