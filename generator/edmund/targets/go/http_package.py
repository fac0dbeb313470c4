"""The package around builders and models of a service that is described path by path."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from edmund.plan.http_security import schemes_of
from edmund.plan.shape import Shape
from edmund.render.files import GeneratedFile
from edmund.surface.elements import Surface
from edmund.surface.exchange import Credential, CredentialKind
from edmund.targets.contract import TargetOptions
from edmund.targets.go.literals import comment, string_literal
from edmund.targets.go.model_views import PairView
from edmund.targets.go.names import snake_case
from edmund.targets.go.package import client_name, example_type, root_package

__all__ = ["HttpClientView", "HttpModuleView", "lower_http_package"]

_CREDENTIALS: Final[Mapping[CredentialKind, str]] = {
    CredentialKind.BASIC: "odata.Basic(user, password)",
    CredentialKind.BEARER: "odata.BearerToken(token)",
    CredentialKind.OAUTH2: "odata.BearerToken(token)",
    CredentialKind.OPEN_ID: "odata.BearerToken(token)",
    CredentialKind.HTTP: "odata.Authorization(field)",
    CredentialKind.API_KEY: "odata.APIKey(key)",
}


@dataclass(frozen=True, slots=True)
class HttpClientView:
    """The client; `root` is the struct of the calls that it embeds."""

    package: str
    comment: str
    imports: tuple[str, ...]
    client: str
    root: str
    has_base_url: bool
    base_url: str


@dataclass(frozen=True, slots=True)
class HttpModuleView:
    """go.mod and README: `example` is a service root, `call` a call, and `type` a type for examples.

    `variant` is what the constructor has behind its usual name, `arguments` what it takes. `schemes` are pairs of a
    scheme and the credential for it. `is_chain` says that calls stand where a chain along the path leads.
    """

    module: str
    package: str
    client: str
    title: str
    example: str
    variant: str
    arguments: str
    has_schemes: bool
    schemes: tuple[PairView, ...]
    is_chain: bool
    call: str
    type: str


def lower_http_package(
    surface: Surface, options: TargetOptions, root: str, call: str
) -> list[GeneratedFile]:
    """Everything but models, builders and the runtime: `root` is the struct of the root's calls, `call` an example."""
    module = options.package
    package = root_package(module)
    client = client_name(surface, options)
    text = f"Package {package} is a typed client of a service. {client} is where to start."
    example = options.base_url or "https://the.service/root"
    schemes = schemes_of(surface)
    credentials = list(dict.fromkeys(_CREDENTIALS[each.kind] for each in schemes))
    arguments = credentials[:1] if options.base_url else [f'"{example}"', *credentials[:1]]
    view = HttpModuleView(
        module=module,
        package=package,
        client=client,
        title=module.rpartition("/")[2],
        example=example,
        variant="" if options.base_url else "AndURL",
        arguments=", ".join(arguments),
        has_schemes=bool(schemes),
        schemes=tuple(map(_scheme, schemes)),
        is_chain=options.shape is Shape.PATHS,
        call=call,
        type=example_type(surface),
    )
    return [
        GeneratedFile(
            f"{snake_case(client)}.go",
            "client/http_client.go.jinja",
            HttpClientView(
                package,
                comment(text),
                (f'\t"{module}/builders"', f'\t"{module}/runtime/odata"'),
                client,
                root,
                options.base_url is not None,
                string_literal(options.base_url or ""),
            ),
        ),
        GeneratedFile("go.mod", "client/go.mod.jinja", view),
        GeneratedFile("README.md", "client/http_readme.md.jinja", view),
    ]


def _scheme(credential: Credential) -> PairView:
    plain = "".join(
        c if c.isascii() and (c.isalnum() or c in "-_. ") else "?" for c in credential.name
    )
    return PairView(plain, _CREDENTIALS[credential.kind])
