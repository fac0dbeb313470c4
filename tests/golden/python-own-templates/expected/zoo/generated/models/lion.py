# Copyright of the Zoo. class Lion(Animal):
from __future__ import annotations
from typing import TYPE_CHECKING
from zoo.generated.models.animal import Animal
from zoo.runtime.model import schema_type
from zoo.runtime.properties import complex_value

if TYPE_CHECKING:
    from zoo.generated.models.sub.food import Food
    from zoo.runtime.properties import Complex

    Names = {"written": "as black would not"}


class Lion(Animal):
    """The entity type Zoo.Lion."""

    __slots__ = ()
    _type = schema_type("Zoo.Lion", entity=True, open=True, has_stream=True, says_type=True)
    food: Complex[Food] = complex_value(
        "food", "Zoo.Sub.Food", nullable=False, expected_on_create=True
    )
