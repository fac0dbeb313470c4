"""What proves who calls: the schemes that a client takes credentials for, and the alternatives of each call."""

from __future__ import annotations

from dataclasses import dataclass, replace

from edmund.surface.elements import Surface
from edmund.surface.exchange import Credential, CredentialKind, HttpCall

__all__ = ["NeededScheme", "PlannedSecurity", "planned_security", "schemes_of"]


@dataclass(frozen=True, slots=True)
class NeededScheme:
    """A scheme by its name, with the scopes that a token has to have."""

    name: str
    scopes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedSecurity:
    """`alternatives` are tried in order: the first of which a client has credentials for all schemes is taken.

    `is_optional`: a call without any is fine too, and is made where no alternative can be taken. Without
    alternatives nothing is sent. What TLS proves is the caller's transport's to send, and not among the schemes.
    """

    alternatives: tuple[tuple[NeededScheme, ...], ...] = ()
    is_optional: bool = True


def planned_security(http: HttpCall) -> PlannedSecurity:
    """What a call needs. A description that says nothing of security asks for nothing."""
    alternatives: list[tuple[NeededScheme, ...]] = []
    optional = not http.security
    for alternative in http.security or ():
        sent = [each for each in alternative if each.kind is not CredentialKind.MUTUAL_TLS]
        if not sent:
            optional = True
            continue
        needed = tuple(NeededScheme(each.name, each.scopes) for each in sent)
        if needed not in alternatives:
            alternatives.append(needed)
    return PlannedSecurity(tuple(alternatives), optional)


def schemes_of(surface: Surface) -> tuple[Credential, ...]:
    """Every scheme that a call may need credentials for, sorted by name; its scopes are those of all calls."""
    found: dict[str, Credential] = {}
    scopes: dict[str, set[str]] = {}
    for resource in surface.resources:
        for call in resource.calls:
            for alternative in (call.http.security or ()) if call.http is not None else ():
                for credential in alternative:
                    if credential.kind is not CredentialKind.MUTUAL_TLS:
                        found.setdefault(credential.name, credential)
                        scopes.setdefault(credential.name, set()).update(credential.scopes)
    return tuple(replace(found[name], scopes=tuple(sorted(scopes[name]))) for name in sorted(found))
