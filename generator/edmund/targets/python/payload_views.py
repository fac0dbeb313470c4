"""Payload classes of operations as declarations of a model class."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from edmund.naming.distinct import distinct
from edmund.plan.odata_exchange import Payload, PayloadRole
from edmund.surface.elements import Parameter
from edmund.surface.type_parts import type_of
from edmund.targets.python.builder_views import PayloadView
from edmund.targets.python.declarations import Declarations
from edmund.targets.python.literals import docstring
from edmund.targets.python.payloads import NamedPayload
from edmund.targets.python.spelling import Spelling

__all__ = ["field_names", "lower_payload"]

_LINKS = {
    "odata_next_link": ("@odata.nextLink", "Edm.String"),
    "odata_delta_link": ("@odata.deltaLink", "Edm.String"),
    "odata_count": ("@odata.count", "Edm.Int64"),
}


def field_names(payload: Payload, spelling: Spelling) -> Mapping[str, str]:
    """The attributes of a payload class by the names of its members on the wire."""
    taken = _LINKS if payload.paged else ()
    given = spelling.given.members(payload.operation)
    fields = [field.name for field in payload.fields]
    return distinct(fields, spelling.attribute, taken, given=given).names


def lower_payload(named: NamedPayload, declarations: Declarations) -> PayloadView:
    """The class of an action's body or of an operation's answer."""
    payload = named.payload
    names = field_names(payload, declarations.layout.spelling)
    taken = {*names.values(), *(_LINKS if payload.paged else ())}
    declarations = replace(declarations, hidden=frozenset(taken))
    fields = [
        declarations.declare(
            names[field.name],
            field.name,
            field.type,
            facts=_facts(field),
        )
        for field in payload.fields
    ]
    if payload.paged:
        fields += [
            declarations.declare(name, wire, type_of(edm, nullable=True))
            for name, (wire, edm) in _LINKS.items()
        ]
    role = "What is sent to" if payload.role is PayloadRole.BODY else "What is answered by"
    return PayloadView(named.name, docstring(f"{role} {payload.operation}.", 4), tuple(fields))


def _facts(field: Parameter) -> tuple[str, ...]:
    found = {"secret": field.secret, "required": field.required}
    return tuple(f"{name}=True" for name, value in found.items() if value)
