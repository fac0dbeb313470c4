"""Answers as pages show them: what the description calls secret, and what is called like a secret, has no value."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from edmund.surface.type_parts import name_of
from edmund.surface.type_schema import TypeSchema
from edmund.surface.types import Type

__all__ = ["without_secrets"]

_MASK: Final = "******"
_NAMES: Final = ("password", "secret", "token", "privatekey", "pkcs12value")
_TYPE_NAMES: Final = ("@odata.type", "@type")


def without_secrets(text: str, type_: Type | None, schema: TypeSchema) -> str:
    """The JSON of an answer of type `type_`, with stars for secrets; text that is no JSON as it is."""
    try:
        value = json.loads(text)
    except ValueError:
        return text
    declared = None if type_ is None else name_of(type_)
    return json.dumps(_masked(value, declared, schema), indent=2, ensure_ascii=False)


def _masked(value: object, declared: str | None, schema: TypeSchema) -> object:
    """`declared` is the type of the value, or of its items; None where nothing is known of it."""
    if isinstance(value, list):
        return [_masked(item, declared, schema) for item in value]
    if not isinstance(value, dict):
        return value
    own = _type_of(value, declared, schema)
    members = {} if own is None else schema.lineage.members(own)
    shown: dict[str, object] = {}
    for name, item in value.items():
        member = members.get(name)
        # What the description declares, it also says whether that is a secret.
        secret = member.secret if member is not None else name.lower().endswith(_NAMES)
        if secret and item is not None and not isinstance(item, dict | list):
            shown[name] = _MASK
        else:
            # A page of a collection is an object around the items.
            wrapped = name == "value" and member is None
            below = declared if wrapped else name_of(member.type) if member is not None else None
            shown[name] = _masked(item, below, schema)
    return shown


def _type_of(value: Mapping[str, object], declared: str | None, schema: TypeSchema) -> str | None:
    for name in _TYPE_NAMES:
        stated = value.get(name)
        if isinstance(stated, str):
            found = schema.resolve(stated.lstrip("#"))
            if schema.types.structured(found) is not None:
                return found
    return declared if schema.types.structured(declared) is not None else None
