"""Names of methods out of the configuration of Stainless (`stainless.yml`): `resources`, `methods`, `subresources`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from edmund.diagnostics import Diagnostic, EdmundError, Severity
from edmund.frontends.notation.source import Node, Source

__all__ = ["stainless_names"]

_CLIENT = "$client"
"""The resource whose methods are those of the client itself."""
_DEEPEST = 20


def stainless_names(source: Source) -> Mapping[str, tuple[str, ...]]:
    """By call, `GET /pets`: the names of its resources, then its own. What else there is says nothing of names.

    Raises EdmundError (EDM739) for a file that has no resources.
    """
    resources = source.root.get("resources")
    if resources is None or not isinstance(resources.value, dict):
        message = f"'{source.name}' has no 'resources': it is no configuration of Stainless"
        raise EdmundError((Diagnostic("EDM739", Severity.ERROR, message, source.root.span),))
    return dict(_resources(resources, ()))


def _resources(resources: Node, above: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    if len(above) >= _DEEPEST:
        return
    for name, resource in resources.members():
        here = above if name == _CLIENT else (*above, name)
        methods, below = resource.get("methods"), resource.get("subresources")
        for method, said in methods.members() if methods is not None else ():
            endpoint = said.get("endpoint") or said
            call = _call(endpoint.value)
            if call is not None:
                yield call, (*here, method)
        if below is not None:
            yield from _resources(below, here)


def _call(endpoint: object) -> str | None:
    """`GET /pets` of `get /pets`."""
    method, _, path = endpoint.strip().partition(" ") if isinstance(endpoint, str) else ("", "", "")
    return f"{method.upper()} {path.strip()}" if path.strip().startswith("/") else None
