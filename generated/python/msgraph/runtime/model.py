"""The base of models of OData services: they name their type, their version, and what they are bound to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, cast

from .bare import TypeInfo, discard, schema_type, store
from .json_model import AdditionalData, JsonModel
from .properties import declared, materialize, primitive
from .registry import register

if TYPE_CHECKING:
    from .fields import Property
    from .validation import Violation

__all__ = ["AdditionalData", "Model", "TypeInfo", "schema_type"]


def _read_type(self: Model) -> str | None:
    data = self._data
    named: str | None
    if "@odata.type" in data:
        named = data["@odata.type"]
    else:
        named = data.get("@type", self._shown)
    return named


def _type_property() -> Any:
    made = primitive("@odata.type", "Edm.String")
    write = made.fset

    def write_or_leave_out(self: Model, value: str | None) -> None:
        # Null names no type (OData JSON Format 4.01, section 4.6.3): None is what nobody said.
        if value is None:
            discard(self, "@odata.type")
        else:
            write(self, value)

    return declared(made, made._declaration, _read_type, write_or_leave_out, made.fdel)


class Model(JsonModel):
    """The base of generated models. Keywords are attributes; an attribute not given is absent."""

    __slots__ = ()

    odata_type: Property[str] = _type_property()
    """The type's name as the service writes it: `#namespace.type`."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if "_type" in cls.__dict__:
            cls._shown = cls._type.shown
            register(cls._type.name, cls)

    @classmethod
    def _made_of(cls, data: dict[str, Any], before: dict[str, Any] | None = None) -> Self:
        return cast(Self, materialize(data, cls, before))

    @property
    def odata_etag(self) -> str | None:
        """The version of the entity that was read, for the option `etag` of a change; None without one."""
        found = self._data.get("@odata.etag", self._data.get("@etag"))
        return found if isinstance(found, str) else None

    def odata_bind(self, name: str, *targets: Any) -> None:
        """Relate this to entities that exist when it is sent (OData JSON Format 4.01, section 8.5).

        `name` is a navigation property's, the attribute's or the wire's; `targets` are request builders
        or URLs of the entities. A property for one entity takes one target. Raises `ValueError` otherwise.
        """
        from .changes import bound

        store(self, *bound(self, name, targets))

    def validate(self, operation: str | None = None) -> list[Violation]:
        """What is wrong with this value, by the schema's rules; an empty list when nothing is.

        `operation` is "create" or "update" for a request, None for an answer.
        """
        from .validation import validate_model

        return validate_model(self, operation)


# `__set_name__` has run; what `__init_subclass__` does for the others is done here by hand.
Model._attributes = {"odata_type": Model.__dict__["odata_type"]._declaration}
Model._wire_names = {"@odata.type": Model.__dict__["odata_type"]._declaration}
