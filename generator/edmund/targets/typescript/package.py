"""The package around builders and models: entry points, `package.json`, README."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from edmund.plan.service import client_stem, traits_of
from edmund.render.files import GeneratedFile
from edmund.surface.elements import Surface
from edmund.surface.types import StructuredType
from edmund.targets.contract import TargetOptions
from edmund.targets.typescript.builder_names import BUILDERS, BuilderPlace
from edmund.targets.typescript.literals import LINE_LENGTH, doc_comment, string_literal
from edmund.targets.typescript.names import camel, interface_name
from edmund.targets.typescript.package_views import ClientView, PackageView, ReadmeView
from edmund.targets.typescript.source import extends_clause, import_statement, width

__all__ = ["client_name", "common_files", "lower_package", "product_of"]

_NO_TOKEN = re.compile(r"[^A-Za-z0-9._-]+")


def client_name(surface: Surface, options: TargetOptions) -> str:
    """The client's interface; the function that makes one has `create` before it."""
    if options.client is not None:
        return options.client
    return f"{interface_name(client_stem(surface, options.package)).rstrip('_')}Client"


def lower_package(
    surface: Surface, options: TargetOptions, root: BuilderPlace
) -> list[GeneratedFile]:
    """Everything but models, builders, tables and the runtime."""
    client = client_name(surface, options)
    module = camel(client)
    service = _service(surface)
    names = [f"create{client}", f"type {client}"]
    export = import_statement(names, f"./{module}.js", "export")
    return [
        GeneratedFile(
            f"src/{module}.ts", "client/client.ts.jinja", _client(client, surface, options, root)
        ),
        GeneratedFile("src/schema.ts", "client/schema.ts.jinja", None),
        *common_files(options, service, export, "client/index.ts.jinja"),
        GeneratedFile(
            "README.md", "client/README.md.jinja", _readme(surface, options, client, module)
        ),
    ]


def common_files(
    options: TargetOptions, service: str, export: str, index: str
) -> Iterator[GeneratedFile]:
    """What packages have whatever the service is: the module of all exports, and what npm and tsc read."""
    package = PackageView(
        name=_json(options.package),
        version=_json(str(options.settings.get("version") or "0.1.0")),
        description=_json(
            str(
                options.settings.get("description")
                or f"A typed client of {service}, made by Edmund"
            )
        ),
        registry=tuple(_registry(options)),
        client_export=export,
    )
    yield GeneratedFile("src/index.ts", index, package)
    yield GeneratedFile("package.json", "client/package.json.jinja", package)
    yield GeneratedFile("tsconfig.json", "client/tsconfig.json.jinja", None)


def _service(surface: Surface) -> str:
    return surface.name or "an OData service"


def _registry(options: TargetOptions) -> Iterator[str]:
    """What npm shows of a package and asks for where it is published, as far as it was set."""
    for name in ("license", "author", "repository", "homepage"):
        value = options.settings.get(name)
        if value:
            yield f"{_json(name)}: {_json(str(value))}"
    words = [word.strip() for word in str(options.settings.get("keywords") or "").split(",")]
    keywords = [f"    {_json(word)}" for word in words if word]
    if keywords:
        yield '"keywords": [\n' + ",\n".join(keywords) + "\n  ]"


def _json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _client(
    client: str, surface: Surface, options: TargetOptions, root: BuilderPlace
) -> ClientView:
    service = _service(surface)
    base_url = "undefined" if options.base_url is None else string_literal(options.base_url)
    required = "" if options.base_url is not None else " & { baseUrl: string }"
    default = " = {}" if options.base_url is not None else ""
    settings = f"settings: ClientSettings{required}{default}"
    signature = f"export function create{client}({settings}): {client} {{"
    if width(signature) > LINE_LENGTH:
        signature = f"export function create{client}(\n  {settings},\n): {client} {{"
    arguments = (
        "settings",
        base_url,
        string_literal(root.name),
        "schema()",
        "routes()",
        _traits(surface, options),
    )
    body = "".join(f"    {argument},\n" for argument in arguments)
    return ClientView(
        comment=doc_comment(
            f"A client of {service}: the builder of the service root, and batches."
        ),
        client=client,
        root_import=import_statement([root.name], f"./{BUILDERS}/{root.module}.js"),
        heading=extends_clause(
            f"export interface {client}", [(root.name, ()), ("Batches", ())], True
        ),
        is_empty=True,
        signature=signature,
        call=f"return makeClient(\n{body}  ) as unknown as {client};",
    )


def _traits(surface: Surface, options: TargetOptions) -> str:
    """What the runtime's `ServiceTraits` say of the service and of the package."""
    traits = traits_of(surface)
    members = [
        f"product: {string_literal(product_of(options))}",
        f"version: {string_literal(traits.version)}",
        f"batchFormat: {string_literal(traits.batch_format.value)}",
    ]
    if traits.qualified_enumerations:
        members.append("qualifiedEnumerations: true")
    if traits.batch_limit is not None:
        members.append(f"batchLimit: {traits.batch_limit}")
    if traits.batch_slash:
        members.append("batchLeadingSlash: true")
    return "{\n" + "".join(f"      {member},\n" for member in members) + "    }"


def product_of(options: TargetOptions) -> str:
    """What `User-Agent` says of the package."""
    package_version = str(options.settings.get("version") or "0.1.0")
    name, number = (_NO_TOKEN.sub("-", t).strip("-") for t in (options.package, package_version))
    return f"{name}/{number} edmund-typescript"


def _readme(surface: Surface, options: TargetOptions, client: str, module: str) -> ReadmeView:
    entity = next(
        (
            t.name
            for t in surface.types.types
            if isinstance(t, StructuredType) and t.identity and not t.abstract
        ),
        "the.type",
    )
    settings = "" if options.base_url is not None else '\n  baseUrl: "https://the.service/root",'
    return ReadmeView(
        options.package, options.package, client, f"create{client}", module, settings, entity
    )
