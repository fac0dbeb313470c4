# Copyright of the Zoo. class Food(Model):
from __future__ import annotations
from typing import TYPE_CHECKING
from zoo.runtime.model import Model, schema_type
from zoo.runtime.properties import primitive

if TYPE_CHECKING:
    from zoo.runtime.properties import Property

    Names = {"written": "as black would not"}


class Food(Model):
    """Abstract complex type Zoo.Sub.Food."""

    __slots__ = ()
    _type = schema_type("Zoo.Sub.Food", abstract=True)
    name: Property[str] = primitive("name", "Edm.String")
