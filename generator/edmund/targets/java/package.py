"""The files around builders and models: the client, and what a build needs."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape

from edmund.plan.service import client_stem, is_older, traits_of
from edmund.render.files import GeneratedFile
from edmund.surface.elements import CallKind, SegmentKind, Surface
from edmund.surface.types import StructuredType
from edmund.targets.contract import TargetOptions
from edmund.targets.java.imports import Imports
from edmund.targets.java.layout import Layout, path_of
from edmund.targets.java.literals import javadoc
from edmund.targets.java.names import class_name
from edmund.targets.java.query_parameters import option_set
from edmund.targets.java.source import Text, class_header, constant
from edmund.targets.java.views import ClientView, PomView, ReadmeView, ServiceTraitsView

__all__ = ["artifact_of", "client_name", "lower_package"]


def client_name(surface: Surface, options: TargetOptions) -> str:
    """The client's class."""
    if options.client is not None:
        return options.client
    return f"{class_name(client_stem(surface, options.package)).removesuffix('Escaped')}Client"


def artifact_of(options: TargetOptions) -> tuple[str, str, str]:
    """Group, artifact and version, as Maven has them."""
    group, _, artifact = options.package.rpartition(".")
    artifact = str(options.settings.get("artifact") or artifact)
    group = str(options.settings.get("group") or group or artifact)
    return group, artifact, str(options.settings.get("version") or "0.1.0")


def lower_package(
    surface: Surface,
    options: TargetOptions,
    layout: Layout,
    names: Mapping[str, tuple[str, ...]],
    root_builder: str,
) -> list[GeneratedFile]:
    """Everything but models, builders and the runtime; `names` are the accessors of all resources."""
    package = f"{options.package}.serviceclient"
    client = client_name(surface, options)
    imports = Imports(package, options.package, (client,))
    base = imports.use(f"{options.package}.requests", root_builder)
    for name in ("RequestAdapter", "TokenCredential"):
        imports.runtime(name)
    service = surface.name or "an OData service"
    group, artifact, version = artifact_of(options)
    base_url = options.base_url
    view = ClientView(
        package=package,
        imports=imports.statements(),
        doc=javadoc(
            f"A typed client of {service}. It may be shared by threads. Made by Edmund; do not edit."
        ),
        header=class_header(f"public class {client}", base),
        cls=client,
        has_base_url=base_url is not None,
        base_url=(
            ""
            if base_url is None
            else constant("public static final String", "BASE_URL", Text(base_url))
        ),
    )
    return [
        GeneratedFile(path_of(package, client), "client/client.java.jinja", view),
        _service_traits(surface, options.package),
        GeneratedFile(
            "pom.xml",
            "client/pom.xml.jinja",
            PomView(
                escape(group),
                escape(artifact),
                escape(version),
                escape(f"A typed client of {service}, made by Edmund"),
            ),
        ),
        GeneratedFile(
            "README.md",
            "client/README.md.jinja",
            ReadmeView(
                artifact,
                group,
                artifact,
                version,
                options.package,
                client,
                base_url or "https://the.service/root",
                base_url is not None,
                *_examples(surface, layout, names),
            ),
        ),
    ]


def _service_traits(surface: Surface, root: str) -> GeneratedFile:
    """What the runtime has to know of the service."""
    traits = traits_of(surface)
    older = is_older(traits.version)
    package, cls = f"{root}.schema", "ServiceTraits"
    imports = Imports(package, root, (cls,))
    version = f"{imports.runtime('OlderVersion')}.V{traits.version[:1]}" if older else ""
    batch_format = f"{imports.runtime('BatchFormat')}.{traits.batch_format.name}"
    view = ServiceTraitsView(
        package,
        imports.statements(),
        older,
        version,
        batch_format,
        traits.batch_limit or 0,
        "true" if traits.batch_slash else "false",
    )
    return GeneratedFile(path_of(package, cls), "client/service_traits.java.jinja", view)


def _examples(
    surface: Surface, layout: Layout, names: Mapping[str, tuple[str, ...]]
) -> tuple[bool, str, bool, str, str]:
    """What the README shows: a collection that can be listed, and a class of models with its package."""
    collection = _collection(surface, names)
    place = next(
        (
            layout.places[t.name]
            for t in surface.types.types
            if isinstance(t, StructuredType) and not t.abstract and t.base is not None
        ),
        None,
    )
    if place is None:
        return bool(collection), collection, False, "", ""
    return bool(collection), collection, True, place.package, place.cls


def _collection(surface: Surface, names: Mapping[str, tuple[str, ...]]) -> str:
    """The shortest chain without keys to a collection with all query options; '' when there is none."""
    chains = {surface.root: "client"}
    for resource in surface.resources:
        chain = chains.get(resource.id)
        if chain is None:
            continue
        for call in resource.calls:
            if (
                call.kind is CallKind.LIST
                and option_set(call, resource).name == "ListQueryParameters"
            ):
                return chain
        for edge, name in zip(resource.edges, names[resource.id], strict=True):
            if edge.kind in (SegmentKind.CHILD, SegmentKind.NAVIGATION):
                chains.setdefault(edge.target, f"{chain}.{name}()")
    return ""
