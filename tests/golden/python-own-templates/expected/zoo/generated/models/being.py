# Copyright of the Zoo. class Being(Model):
from __future__ import annotations
from typing import TYPE_CHECKING
from zoo.runtime.model import Model, schema_type
from zoo.runtime.properties import primitive

if TYPE_CHECKING:
    from zoo.runtime.properties import Property

    Names = {"written": "as black would not"}


class Being(Model):
    """Abstract entity type Zoo.Being."""

    __slots__ = ()
    _type = schema_type("Zoo.Being", entity=True, abstract=True)
    id: Property[str] = primitive("id", "Edm.String", nullable=False)
