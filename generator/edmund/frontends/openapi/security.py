"""Security schemes and what asks for them (OpenAPI 3.2.0, sections 4.27 and 4.30; Swagger 2.0)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from edmund.frontends.notation.source import Node
from edmund.frontends.openapi.document import Version
from edmund.frontends.openapi.findings import Code
from edmund.frontends.openapi.members import Reading, list_of, object_of, text
from edmund.suggestions import suggestion
from edmund.surface.exchange import Credential, CredentialKind, Location

__all__ = ["Alternatives", "Security", "read_security"]

Alternatives = tuple[tuple[Credential, ...], ...]


@dataclass(frozen=True, slots=True)
class Security:
    """The schemes by the names that requirements use, and what operations need that say nothing."""

    schemes: Mapping[str, Credential]
    default: Alternatives | None

    def of(self, operation: Node, reading: Reading) -> Alternatives | None:
        """What an operation needs: alternatives, of which one must hold whole. None: nothing is said."""
        own = _requirements(operation, self.schemes, reading)
        return self.default if own is None else own


_KINDS = {
    "apiKey": CredentialKind.API_KEY,
    "oauth2": CredentialKind.OAUTH2,
    "openIdConnect": CredentialKind.OPEN_ID,
    "mutualTLS": CredentialKind.MUTUAL_TLS,
    "basic": CredentialKind.BASIC,  # Swagger 2.0
}
_HTTP = {"basic": CredentialKind.BASIC, "bearer": CredentialKind.BEARER}
_LOCATIONS = {
    "header": Location.HEADER,
    "query": Location.QUERY,
    "cookie": Location.COOKIE,
}


def read_security(root: Node, reading: Reading) -> Security:
    """What the description as a whole says of security."""
    schemes = _schemes(root, reading)
    return Security(schemes, _requirements(root, schemes, reading))


def _schemes(root: Node, reading: Reading) -> Mapping[str, Credential]:
    if reading.version is Version.V2_0:
        holder = object_of(root, "securityDefinitions", reading)
    else:
        components = object_of(root, "components", reading)
        holder = None if components is None else object_of(components, "securitySchemes", reading)
    schemes: dict[str, Credential] = {}
    for name, given in holder.members() if holder is not None else ():
        node = reading.followed(given)
        scheme = None if node is None else _scheme(name, node, reading)
        if scheme is not None:
            schemes[name] = scheme
    return schemes


def _scheme(name: str, node: Node, reading: Reading) -> Credential | None:
    said = text(node, "type", reading) or ""
    description = text(node, "description", reading)
    if said == "http":
        word = (text(node, "scheme", reading) or "").lower()
        kind = _HTTP.get(word, CredentialKind.HTTP)
        return Credential(name, kind, parameter=word or None, description=description)
    if said not in _KINDS:
        message = f"the security scheme '{name}' has the type '{said}', which there is not"
        reading.findings.warning(Code.SECURITY, message, node, hint=suggestion(said, _KINDS))
        return None
    kind = _KINDS[said]
    if kind is not CredentialKind.API_KEY:
        return Credential(name, kind, description=description)
    location = _LOCATIONS.get(text(node, "in", reading) or "")
    parameter = text(node, "name", reading)
    if location is None or not parameter:
        message = f"the API key '{name}' does not say where it goes"
        reading.findings.error(Code.SECURITY, message, node)
        return None
    return Credential(name, kind, location, parameter, description=description)


def _requirements(
    node: Node, schemes: Mapping[str, Credential], reading: Reading
) -> Alternatives | None:
    if node.get("security") is None:
        return None
    alternatives: list[tuple[Credential, ...]] = []
    for item in list_of(node, "security", reading):
        needed: list[Credential] = []
        known = True
        for name, scopes in item.members():
            scheme = schemes.get(name)
            if scheme is None:
                known = False
                message = f"there is no security scheme '{name}'"
                hint = suggestion(name, schemes)
                reading.findings.warning(Code.SECURITY, message, scopes, hint=hint)
                continue
            named = tuple(str(each.value) for each in scopes.items())
            needed.append(replace(scheme, scopes=named) if named else scheme)
        if known:
            alternatives.append(tuple(needed))
    return tuple(alternatives)
