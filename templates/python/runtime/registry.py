"""Finds classes by schema name: those already made, else those that the package's own table lists.

A name that comes with a payload is only ever looked up here. It never becomes a module to import.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .enums import OpenEnum

__all__ = [
    "class_called",
    "find_enum",
    "find_model",
    "found_at",
    "older_version",
    "plain_type_name",
    "qualified_enumerations",
    "register",
]

_CLASSES: dict[str, Any] = {}
_NO_TABLE: tuple[Mapping[str, str], Mapping[str, str]] = ({}, {})
_tables: list[tuple[Mapping[str, str], Mapping[str, str]]] = []
_places: dict[str, str] = {}
_versions: list[str | None] = []


def register(type_name: str, cls: type) -> None:
    """Make `cls` the class for the schema type called `type_name`."""
    _CLASSES[type_name] = cls


def find_model(type_name: str) -> type[Any] | None:
    """The model class for a qualified schema name, or None when this package has none."""
    found = _find(type_name)
    return found if found is not None and hasattr(found, "_wire_names") else None


def find_enum(type_name: str) -> type[OpenEnum] | None:
    """The enum class for a qualified schema name, or None when this package has none."""
    found = _find(type_name)
    return found if found is not None and not hasattr(found, "_wire_names") else None


def found_at(name: str) -> Any:
    """What the package has for a name of its own schema: a class, or what a union may be.

    Raises LookupError for a name that it does not have.
    """
    found = _find(name)
    if found is None:
        raise LookupError(f"this package has nothing for {name!r}")
    return found


def class_called(name: str) -> Any:
    """The class of this name among the models; the first where several modules have one.

    Raises `AttributeError` for a name that none has.
    """
    if not _places:
        for place in _table()[0].values():
            module, _, cls = place.rpartition(".")
            _places.setdefault(cls, module)
    if name not in _places or name == "definition":
        raise AttributeError(f"no model is called {name!r}")
    return getattr(import_module(f"{_package()}.generated.models.{_places[name]}"), name)


def plain_type_name(text: str) -> str:
    """The qualified name in an `@odata.type` (OData JSON Format 4.01, section 4.6.3).

    With or without `#`, relative to a metadata document or not; a schema's alias becomes its namespace.
    """
    name = text.rpartition("#")[2]
    if name in _CLASSES:
        return name
    namespace, _, local = name.rpartition(".")
    return f"{_table()[1].get(namespace, namespace)}.{local}" if namespace else name


def qualified_enumerations() -> bool:
    """Whether the service's version has members of enumerations written with their type (OData 4.0)."""
    module = _module()
    return module is not None and bool(module.QUALIFIED_ENUMERATIONS)


def older_version() -> str | None:
    """The service's version where that is one of OData 1 to 3."""
    if not _versions:
        module = _module()
        _versions.append(None if module is None else module.OLDER_VERSION)
    return _versions[0]


def _find(type_name: str) -> Any:
    found = _CLASSES.get(type_name)
    if found is None:
        place = _table()[0].get(type_name)
        if place is not None:
            module, _, name = place.rpartition(".")
            found = getattr(import_module(f"{_package()}.generated.models.{module}"), name)
            _CLASSES[type_name] = found
    return found


def _package() -> str:
    return __name__.removesuffix(".registry").removesuffix(".runtime")


def _table() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Places by type name and namespaces by alias; read when first needed, empty outside a package."""
    if not _tables:
        module = _module()
        _tables.append(_NO_TABLE if module is None else (module.TYPES, module.ALIASES))
    return _tables[0]


def _module() -> Any:
    """What was generated for this package, or None outside one."""
    try:
        return import_module(f"{_package()}.generated.models._registry")
    except ModuleNotFoundError:
        return None
