"""What is around models and builders: the client, the project, the README."""

from __future__ import annotations

import re

from edmund.naming.accessors import Accessors
from edmund.plan.service import client_stem
from edmund.render.files import GeneratedFile
from edmund.surface.elements import CallKind, SegmentKind, Surface
from edmund.surface.types import StructuredType
from edmund.targets.contract import TargetOptions
from edmund.targets.csharp.builder_names import BUILDERS
from edmund.targets.csharp.chain_names import extended_by
from edmund.targets.csharp.literals import doc_lines, string_literal, xml_text
from edmund.targets.csharp.names import class_name, file_stem
from edmund.targets.csharp.usings import TypeNames
from edmund.targets.csharp.views import ClientView, ProjectPropertyView, ProjectView, ReadmeView

__all__ = ["client_name", "lower_package", "product", "project_file"]

_PACKAGE_PROPERTIES = {
    "description": ("Description",),
    "authors": ("Authors",),
    "license": ("PackageLicenseExpression",),
    "repository": ("RepositoryUrl",),
    "homepage": ("PackageProjectUrl",),
    "tags": ("PackageTags",),
}
_NO_TOKEN = re.compile(r"[^A-Za-z0-9.!#$%&'*+^_`|~-]")
_NO_ROOT = "https://the.service/root"


def client_name(surface: Surface, options: TargetOptions) -> str:
    """The client's class: what the user chose, else from the container's name."""
    if options.client is not None:
        return options.client
    return f"{class_name(client_stem(surface, options.package))}Client"


def lower_package(
    surface: Surface, options: TargetOptions, root: str, types: TypeNames, accessors: Accessors
) -> list[GeneratedFile]:
    """The client, the project's file and its README; `root` is the class of the root's builder."""
    package = options.package
    client = client_name(surface, options)
    service = surface.name or "an OData service"
    names = types.file(package)
    view = ClientView(
        namespace=package,
        doc=doc_lines(f"A client of {service}."),
        name=client,
        root=names.own(f"{package}.{BUILDERS}", root),
        place=names.known("UrlPlace"),
        core=names.known("ServiceCore"),
        strings=names.known("IEnumerable", "string"),
        access=names.known("TokenCache"),
        credential=names.known("ICredential"),
        client_options=names.known("ClientOptions"),
        batch=names.known("BatchRequestBuilder"),
        request=names.known("RequestInformation", "T"),
        response=names.known("Response", "T"),
        polling=names.full("Polling"),
        traits=names.known("ServiceTraits"),
        known_traits=", ".join((string_literal(product(options)), *_batch_traits(service))),
        has_base_url=options.base_url is not None,
        base_url=string_literal(options.base_url or ""),
        usings=names.usings(),
    )
    return [
        GeneratedFile(f"{file_stem(client)}.cs", "client.cs.jinja", view),
        project_file(service, options),
        GeneratedFile(
            "README.md",
            "README.md.jinja",
            _readme(surface, options, client, accessors),
        ),
    ]


def project_file(service: str, options: TargetOptions) -> GeneratedFile:
    """The project's file, named after the package."""
    package = options.package
    properties = _properties(service, options)
    view = ProjectView(package, package, xml_text(_version(options)), properties)
    return GeneratedFile(f"{package}.csproj", "project.csproj.jinja", view)


def _version(options: TargetOptions) -> str:
    return str(options.settings.get("version") or "0.1.0")


def _properties(service: str, options: TargetOptions) -> tuple[ProjectPropertyView, ...]:
    """What registries ask for (NuGet's pack targets): what the settings say, and a description in any case."""
    given = {name: str(options.settings.get(name) or "") for name in _PACKAGE_PROPERTIES}
    given["description"] = given["description"] or f"A typed client of {service}, made by Edmund"
    return tuple(
        ProjectPropertyView(tag, xml_text(given[name]))
        for name, tags in _PACKAGE_PROPERTIES.items()
        for tag in tags
        if given[name]
    ) + ((ProjectPropertyView("PublishRepositoryUrl", "true"),) if given["repository"] else ())


def _batch_traits(service: str) -> tuple[str, ...]:
    """Microsoft Graph takes 20 requests, with URLs below its root that start with a slash
    (learn.microsoft.com/graph/json-batching); OData itself says neither."""
    return ("20", "true") if service.startswith("microsoft.graph.") else ()


def product(options: TargetOptions) -> str:
    """The client's name for `User-Agent`: tokens of RFC 9110, section 10.1.5."""
    parts = (options.package, _version(options))
    name, number = (_NO_TOKEN.sub("-", part) for part in parts)
    return f"{name}/{number} edmund-csharp"


def _readme(
    surface: Surface, options: TargetOptions, client: str, accessors: Accessors
) -> ReadmeView:
    example = _example(surface, options.package, accessors)
    types = (
        t.name for t in surface.types.types if isinstance(t, StructuredType) and not t.abstract
    )
    return ReadmeView(
        project=f"{options.package}.csproj",
        package=options.package,
        client=client,
        base_url=options.base_url or _NO_ROOT,
        has_example=bool(example),
        example=example,
        type_name=next(types, "the.type"),
    )


def _example(surface: Surface, package: str, accessors: Accessors) -> str:
    """Code around the first collection that the walk finds; empty when there is none."""
    chains = {surface.root: "client"}
    extended = extended_by(accessors)
    for resource in surface.resources:
        chain = chains.get(resource.id)
        if chain is None:
            continue
        for index, edge in enumerate(resource.edges):
            if edge.kind in (SegmentKind.CHILD, SegmentKind.NAVIGATION):
                chains.setdefault(edge.target, extended(chain, resource, index)[0])
        if any(call.kind is CallKind.LIST and call.pageable for call in resource.calls):
            return "\n".join(
                (
                    "try",
                    "{",
                    f"    var page = await {chain}.GetAsync();",
                    f"    await foreach (var item in {chain}.IterateAsync())",
                    "    {",
                    "        Console.WriteLine(item);",
                    "    }",
                    "}",
                    f"catch ({package}.Models.ODataErrors.ODataError error)",
                    "{",
                    '    Console.WriteLine($"{error.ResponseStatusCode} {error.Error.Code} {error.RequestId}");',
                    "}",
                )
            )
    return ""
