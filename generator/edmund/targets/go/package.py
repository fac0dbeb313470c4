"""The package around builders and models: the client, the module, what the schema does not decide."""

from __future__ import annotations

from dataclasses import dataclass

from edmund.model.elements import Model
from edmund.render.files import GeneratedFile
from edmund.targets.contract import TargetOptions
from edmund.targets.go.literals import comment, string_literal
from edmund.targets.go.names import exported, package_name, snake_case
from edmund.targets.service import service_container

__all__ = ["ClientView", "ErrorsView", "ModuleView", "client_name", "lower_package", "root_package"]


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
    """go.mod and README: `example` is a service root for examples."""

    module: str
    package: str
    client: str
    title: str
    example: str
    has_base_url: bool


def root_package(module: str) -> str:
    """The package at the root of a module: `msgraphsdk` for `github.com/microsoftgraph/msgraph-sdk-go`."""
    parts = module.split("/")
    last = parts[-1]
    if len(parts) > 1 and last[:1] == "v" and last[1:].isdigit():
        last = parts[-2]
    last = last.removesuffix("-go").removesuffix(".go").removeprefix("go-")
    return package_name(last.replace("-", "").replace("_", "").replace(".", "")) or "client"


def client_name(model: Model, options: TargetOptions) -> str:
    """The client's type, after the container when the user does not say."""
    if options.client is not None:
        return options.client
    container = service_container(model) or "Service"
    return f"{exported(container.rpartition('.')[2])}Client"


def lower_package(model: Model, options: TargetOptions) -> list[GeneratedFile]:
    """Everything but models, builders and the runtime."""
    module = options.package
    package = root_package(module)
    client = client_name(model, options)
    service = service_container(model) or "an OData service"
    text = f"Package {package} is a typed client of {service}. {client} is where to start."
    view = ModuleView(
        module,
        package,
        client,
        module.rpartition("/")[2],
        options.base_url or "https://the.service/root",
        options.base_url is not None,
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
