# Copyright of the Zoo. class Animal(Being):
from __future__ import annotations
from typing import TYPE_CHECKING
from zoo.generated.models.being import Being
from zoo.runtime.model import schema_type
from zoo.runtime.properties import navigation, primitive

if TYPE_CHECKING:
    from zoo.runtime.properties import Navigation, Property

    Names = {"written": "as black would not"}


class Animal(Being):
    """Abstract entity type Zoo.Animal."""

    __slots__ = ()
    _type = schema_type("Zoo.Animal", entity=True, abstract=True, open=True, says_type=True)
    name: Property[str] = primitive("name", "Edm.String")
    parent: Navigation[Animal] = navigation("parent", "Zoo.Animal")
    children: Navigation[list[Animal]] = navigation("children", "Zoo.Animal", True, nullable=False)
