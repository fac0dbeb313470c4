"""What is around models and builders of a service without a protocol above HTTP: the client, the project, the README."""

from __future__ import annotations

from collections.abc import Mapping

from edmund.plan.http_calls import PlannedCall
from edmund.plan.http_security import schemes_of
from edmund.render.files import GeneratedFile
from edmund.surface.elements import Edge, Surface
from edmund.surface.exchange import Credential, CredentialKind
from edmund.targets.contract import TargetOptions
from edmund.targets.csharp.builder_names import BUILDERS, BuilderNames
from edmund.targets.csharp.chain_names import INDEXER
from edmund.targets.csharp.http.shapes import scheme_source
from edmund.targets.csharp.literals import doc_lines, string_literal, xml_text
from edmund.targets.csharp.names import file_stem
from edmund.targets.csharp.package import client_name, product, project_file
from edmund.targets.csharp.usings import TypeNames
from edmund.targets.csharp.views import HttpClientView, HttpReadmeView

__all__ = ["lower_http_package", "path_example"]

_CREDENTIALS = {
    CredentialKind.BASIC: 'new BasicCredential("user", password)',
    CredentialKind.API_KEY: "new ApiKeyCredential(key)",
    CredentialKind.HTTP: "new AuthorizationCredential(_ => new(value))",
}
_NO_URL = "https://the.service"


def lower_http_package(
    surface: Surface, options: TargetOptions, root: str, example: str, types: TypeNames
) -> list[GeneratedFile]:
    """The client, the project's file and its README; `root` is the class that the client extends."""
    package, client = options.package, client_name(surface, options)
    service = surface.name or "a service"
    used = types.file(package)
    schemes = schemes_of(surface)
    view = HttpClientView(
        namespace=package,
        doc=doc_lines(f"A client of {service}."),
        name=client,
        root=used.own(f"{package}.{BUILDERS}", root),
        place=used.known("UrlPlace"),
        core=used.known("ServiceCore"),
        access=used.known("SchemeAccess"),
        credentials=used.known("SchemeCredentials"),
        client_options=used.known("ClientOptions"),
        request=used.known("RequestInformation", "T"),
        response=used.known("Response", "T"),
        traits=used.known("ServiceTraits"),
        product=string_literal(product(options)),
        schemes=tuple(scheme_source(each, used.full("SchemeKind")) for each in schemes),
        has_base_url=options.base_url is not None,
        base_url=string_literal(options.base_url or ""),
        usings=used.usings(),
    )
    return [
        GeneratedFile(f"{file_stem(client)}.cs", "http/client.cs.jinja", view),
        project_file(service, options),
        GeneratedFile(
            "README.md",
            "http/README.md.jinja",
            _readme(options, client, example, schemes),
        ),
    ]


def _readme(
    options: TargetOptions, client: str, example: str, schemes: tuple[Credential, ...]
) -> HttpReadmeView:
    return HttpReadmeView(
        project=f"{options.package}.csproj",
        package=options.package,
        client=client,
        base_url=options.base_url or _NO_URL,
        credential=_credential(schemes[0]) if schemes else "null",
        schemes=tuple(
            f"{xml_text(each.name)}: {_credential(each)}".replace("`", "'") for each in schemes
        ),
        has_schemes=bool(schemes),
        example=example,
        has_example=bool(example),
    )


def _credential(scheme: Credential) -> str:
    return _CREDENTIALS.get(scheme.kind, "new BearerCredential(token)")


def path_example(
    surface: Surface, calls: Mapping[str, tuple[PlannedCall, ...]], names: BuilderNames
) -> str:
    """The first call that reads, along its chain; empty when there is none."""
    chains = {surface.root: "client"}
    for resource in surface.resources:
        chain = chains.get(resource.id)
        if chain is None:
            continue
        accessors = names.accessors.of(resource, names.classes[resource.id])
        for edge, name in zip(resource.edges, accessors, strict=True):
            chains.setdefault(edge.target, _extended(chain, edge, name))
        if any(call.method == "GET" for call in calls[resource.id]):
            return f"var answer = await {chain}.GetAsync();"
    return ""


def _extended(chain: str, edge: Edge, name: str) -> str:
    if name == INDEXER:
        return f"{chain}[...]"
    return f"{chain}.{name}(...)" if edge.keys else f"{chain}.{name}"
