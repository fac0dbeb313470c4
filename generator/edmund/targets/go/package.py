"""The package around builders and models: the client, the module, what the schema does not decide."""

from __future__ import annotations

import re
from dataclasses import dataclass

from edmund.plan.service import client_stem
from edmund.render.files import GeneratedFile
from edmund.surface.elements import CallKind, SegmentKind, Surface
from edmund.surface.types import StructuredType
from edmund.targets.contract import TargetOptions
from edmund.targets.go.builders import LoweredBuilders
from edmund.targets.go.literals import comment, string_literal
from edmund.targets.go.names import exported, package_name, snake_case

__all__ = [
    "ClientView",
    "ErrorsView",
    "ModuleView",
    "client_name",
    "example_type",
    "lower_package",
    "root_package",
]


_SAFE = re.compile(r"[A-Za-z0-9_.-]+")


@dataclass(frozen=True, slots=True)
class ClientView:
    package: str
    comment: str
    imports: tuple[str, ...]
    client: str
    has_base_url: bool
    base_url: str


@dataclass(frozen=True, slots=True)
class ErrorsView:
    imports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ModuleView:
    """go.mod and README: `example` is a service root, `call` a call, and `type` a type for examples.

    `variant` and `root` are what the constructor has beside its usual name and arguments.
    """

    module: str
    package: str
    client: str
    title: str
    example: str
    variant: str
    root: str
    call: str
    type: str


def root_package(module: str) -> str:
    """The package at the root of a module: `msgraphsdk` for `github.com/microsoftgraph/msgraph-sdk-go`."""
    parts = module.split("/")
    last = parts[-1]
    if len(parts) > 1 and last[:1] == "v" and last[1:].isdigit():
        last = parts[-2]
    last = last.removesuffix("-go").removesuffix(".go").removeprefix("go-")
    return package_name(last.replace("-", "").replace("_", "").replace(".", "")) or "client"


def client_name(surface: Surface, options: TargetOptions) -> str:
    """The client's type, after the container when the user does not say."""
    if options.client is not None:
        return options.client
    return f"{exported(client_stem(surface, options.package))}Client"


def lower_package(
    surface: Surface,
    options: TargetOptions,
    builders: LoweredBuilders,
) -> list[GeneratedFile]:
    """Everything but models, builders and the runtime."""
    module = options.package
    package = root_package(module)
    client = client_name(surface, options)
    service = surface.name or "an OData service"
    text = f"Package {package} is a typed client of {service}. {client} is where to start."
    example = options.base_url or "https://the.service/root"
    view = ModuleView(
        module=module,
        package=package,
        client=client,
        title=module.rpartition("/")[2],
        example=example,
        variant="" if options.base_url else "AndURL",
        root="" if options.base_url else f', "{example}"',
        call=_example_call(surface, builders),
        type=example_type(surface),
    )
    runtime = f'\t"{module}/runtime/odata"'
    return [
        GeneratedFile(
            f"{snake_case(client)}.go",
            "client/client.go.jinja",
            ClientView(
                package,
                comment(text),
                (f'\t"{module}/builders"', runtime),
                client,
                options.base_url is not None,
                string_literal(options.base_url or ""),
            ),
        ),
        GeneratedFile(
            "models/odataerrors/odataerrors.go", "client/errors.go.jinja", ErrorsView((runtime,))
        ),
        GeneratedFile("go.mod", "client/go.mod.jinja", view),
        GeneratedFile("README.md", "client/README.md.jinja", view),
    ]


def example_type(surface: Surface) -> str:
    """A type that values can have, with a name that is safe in a README."""
    types = [
        t.name for t in surface.types.types if isinstance(t, StructuredType) and not t.abstract
    ]
    return min(filter(_SAFE.fullmatch, types), default="Edm.String")


def _example_call(surface: Surface, builders: LoweredBuilders) -> str:
    """A call of the first collection or object that the root leads to, with names that are safe in a README."""
    waiting = [(surface.by_id[surface.root], "client", 0)]
    for resource, chain, depth in waiting:
        if any(call.kind in (CallKind.LIST, CallKind.READ) for call in resource.calls):
            return f"result, err := {chain}.Get(ctx, nil)"
        if depth < 2:
            names = builders.accessors[resource.id]
            waiting += [
                (surface.by_id[edge.target], f"{chain}.{name}()", depth + 1)
                for edge, name in zip(resource.edges, names, strict=True)
                if edge.kind in (SegmentKind.CHILD, SegmentKind.NAVIGATION) and name.isascii()
            ]
    return "// This service has nothing to read."
