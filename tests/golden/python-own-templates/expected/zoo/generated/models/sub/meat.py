# Copyright of the Zoo. class Meat(Food):
from __future__ import annotations
from typing import TYPE_CHECKING
from zoo.generated.models.sub.food import Food
from zoo.runtime.model import schema_type
from zoo.runtime.properties import primitive

if TYPE_CHECKING:
    from zoo.runtime.properties import Property

    Names = {"written": "as black would not"}


class Meat(Food):
    """The complex type Zoo.Sub.Meat."""

    __slots__ = ()
    _type = schema_type("Zoo.Sub.Meat", says_type=True)
    grams: Property[int] = primitive("grams", "Edm.Int32")
