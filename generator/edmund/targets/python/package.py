"""The package around builders and models: entry points, distribution, what the schema does not decide."""

from __future__ import annotations

import re

from edmund.plan.service import ServiceTraits, client_stem, traits_of
from edmund.render.files import GeneratedFile, VerbatimFile
from edmund.surface.elements import Surface
from edmund.targets.contract import TargetOptions
from edmund.targets.python.builder_names import BuilderPlace
from edmund.targets.python.literals import docstring, string_literal
from edmund.targets.python.names import class_name
from edmund.targets.python.package_views import (
    ClientModuleView,
    ExportView,
    PackageView,
    ProjectView,
    ReadmeView,
    ReexportView,
)
from edmund.targets.python.signatures import from_import

__all__ = ["client_name", "lower_package", "project_file", "user_agent"]

_NO_TOKEN = re.compile(r"[^A-Za-z0-9._-]+")

_ERRORS = {
    "error_details": "ErrorDetails",
    "inner_error": "InnerError",
    "main_error": "MainError",
    "o_data_error": "ODataError",
}
_REFERENCES = {
    "reference_create": "ReferenceCreate",
    "reference_update": "ReferenceUpdate",
    "string_collection_response": "StringCollectionResponse",
}


def client_name(surface: Surface, options: TargetOptions) -> str:
    """The asynchronous client's class; the synchronous one has `Sync` before it."""
    if options.client is not None:
        return options.client
    return f"{class_name(client_stem(surface, options.package)).rstrip('_')}Client"


def lower_package(
    surface: Surface, options: TargetOptions, root: BuilderPlace
) -> list[GeneratedFile | VerbatimFile]:
    """Everything but models, builders and the runtime."""
    package = options.package
    folder = package.replace(".", "/")
    client = client_name(surface, options)
    sync = f"Sync{client}"
    root_module = f"{package}.generated.builders.{root.module}"
    traits = traits_of(surface)
    distribution = _distribution(options)
    models = f"{folder}/generated/models"
    reexports = [
        (f"{models}/o_data_errors/{module}.py", "errors", name) for module, name in _ERRORS.items()
    ] + [(f"{models}/{module}.py", "references", name) for module, name in _REFERENCES.items()]
    files: list[GeneratedFile | VerbatimFile] = [
        GeneratedFile(
            f"{folder}/__init__.py",
            "client/init.py.jinja",
            PackageView(
                package,
                docstring(f"A typed client of {_service(surface)}. Made by Edmund; do not edit."),
                tuple(_exports(package, client, sync)),
                root_module,
                root.name,
                string_literal(f"{package}.generated"),
                version_literal(options),
            ),
        ),
        GeneratedFile(
            (
                f"{folder}/graph_service_client.py"
                if client == "GraphServiceClient"
                else f"{folder}/client.py"
            ),
            "client/client.py.jinja",
            ClientModuleView(
                package,
                from_import(root_module, [root.name]),
                root.name,
                client,
                sync,
                "" if options.base_url is None else f" = {string_literal(options.base_url)}",
                string_literal(user_agent(options)),
                string_literal(traits.version),
                _batch_traits(traits),
            ),
        ),
        *(
            GeneratedFile(
                path,
                "client/reexport.py.jinja",
                ReexportView(
                    '"""At the official client\'s place."""',
                    from_import(f"{package}.runtime.{module}", [name]),
                    (string_literal(name),),
                ),
            )
            for path, module, name in reexports
        ),
        GeneratedFile(f"{folder}/py.typed", "client/empty.jinja", None),
        GeneratedFile(f"{folder}/generated/__init__.pyi", "client/served.pyi.jinja", None),
        project_file(options, f"A typed client of {_service(surface)}, made by Edmund"),
        GeneratedFile(
            "README.md",
            "client/README.md.jinja",
            ReadmeView(
                distribution,
                distribution,
                package,
                client,
                sync,
                string_literal(options.base_url or "https://service.example/root"),
            ),
        ),
    ]
    return files


def version_literal(options: TargetOptions) -> str:
    """The version of the distribution, as a literal."""
    return string_literal(_version(options))


def user_agent(options: TargetOptions) -> str:
    """What clients call themselves."""
    return f"{_token(_distribution(options))}/{_token(_version(options))} edmund-python"


def project_file(options: TargetOptions, description: str) -> GeneratedFile:
    """What builds a distribution of the package."""
    view = ProjectView(
        string_literal(_distribution(options)),
        string_literal(_version(options)),
        string_literal(description),
        string_literal("README.md"),
        string_literal(options.package.partition(".")[0]),
    )
    return GeneratedFile("pyproject.toml", "client/pyproject.toml.jinja", view)


def _distribution(options: TargetOptions) -> str:
    return str(options.settings.get("distribution") or options.package.replace(".", "-"))


def _version(options: TargetOptions) -> str:
    return str(options.settings.get("version") or "0.1.0")


def _exports(package: str, client: str, sync: str) -> list[ExportView]:
    client_module = (
        f"{package}.graph_service_client" if client == "GraphServiceClient" else f"{package}.client"
    )
    places = {
        client: client_module,
        sync: client_module,
        "BatchFormat": f"{package}.runtime.traits",
        "BatchTraits": f"{package}.runtime.traits",
        "ChangeSet": f"{package}.runtime.batch_plan",
        "ODataError": f"{package}.runtime.errors",
        "RequestConfiguration": f"{package}.runtime.configuration",
        "validate_payload": f"{package}.runtime.validation",
    }
    return [
        ExportView(name, string_literal(name), string_literal(module), from_import(module, [name]))
        for name, module in sorted(places.items())
    ]


def _token(text: str) -> str:
    """A name or version for `User-Agent`: a token of RFC 9110, section 10.1.5."""
    return _NO_TOKEN.sub("-", text)


def _batch_traits(traits: ServiceTraits) -> str:
    """The arguments of the runtime's `BatchTraits`."""
    arguments = [f"BatchFormat.{traits.batch_format.name}"]
    if traits.batch_limit is not None:
        arguments.append(f"limit={traits.batch_limit}")
    if traits.batch_slash:
        arguments.append("leading_slash=True")
    return ", ".join(arguments)


def _service(surface: Surface) -> str:
    return surface.name or "an OData service"
