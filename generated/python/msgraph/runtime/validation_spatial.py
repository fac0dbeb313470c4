"""Whether a JSON value is a GeoJSON object of an Edm.Geography or Edm.Geometry type (RFC 7946)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

__all__ = ["check_geo"]

# How deep a position lies in `coordinates`.
DEPTHS: Mapping[str, int] = {
    "Point": 0,
    "LineString": 1,
    "MultiPoint": 1,
    "Polygon": 2,
    "MultiLineString": 2,
    "MultiPolygon": 3,
}
COLLECTION = "GeometryCollection"


def check_geo(type_name: str, value: object) -> str | None:
    """What keeps `value` from being of the spatial type, in words; None when nothing does.

    `Edm.Geography` and `Edm.Geometry` themselves stand for any of their kinds.
    """
    kind = type_name.removeprefix("Edm.Geography").removeprefix("Edm.Geometry")
    wanted = COLLECTION if kind == "Collection" else kind
    if not isinstance(value, dict):
        return f"a GeoJSON object is expected for {type_name}"
    found = value.get("type")
    if not isinstance(found, str) or (found not in DEPTHS and found != COLLECTION):
        return "the GeoJSON object names no geometry in its type"
    if wanted and found != wanted:
        return f"the GeoJSON object is no {wanted}"
    if found == COLLECTION:
        return _check_collection(value.get("geometries"))
    if not _is_nest_of_positions(value.get("coordinates"), DEPTHS[found]):
        return f"the coordinates are not those of a {found}"
    return None


def _check_collection(geometries: object) -> str | None:
    if not isinstance(geometries, list):
        return "a GeometryCollection has an array of geometries"
    for geometry in geometries:
        # A collection within a collection is allowed but discouraged; deeper ones are not looked into.
        if isinstance(geometry, dict) and geometry.get("type") == COLLECTION:
            continue
        problem = check_geo("Edm.Geometry", geometry)
        if problem is not None:
            return problem
    return None


def _is_nest_of_positions(value: object, depth: int) -> bool:
    if not isinstance(value, list):
        return False
    if depth > 0:
        return all(_is_nest_of_positions(item, depth - 1) for item in value)
    numbers = all(
        isinstance(item, int | float | Decimal) and not isinstance(item, bool) for item in value
    )
    return len(value) >= 2 and numbers
