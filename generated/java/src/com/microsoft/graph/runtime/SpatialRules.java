package com.microsoft.graph.runtime;

import java.util.List;
import java.util.Map;

/** Whether a JSON value is a GeoJSON object of an Edm.Geography or Edm.Geometry type (RFC 7946). */
final class SpatialRules {
  /** How deep a position lies in {@code coordinates}. */
  private static final Map<String, Integer> DEPTHS =
      Map.of(
          "Point", 0,
          "LineString", 1,
          "MultiPoint", 1,
          "Polygon", 2,
          "MultiLineString", 2,
          "MultiPolygon", 3);

  private static final String COLLECTION = "GeometryCollection";

  private SpatialRules() {}

  /**
   * What keeps a value from being of the spatial type, in words; null when nothing does.
   *
   * <p>{@code Edm.Geography} and {@code Edm.Geometry} themselves stand for any of their kinds.
   */
  static @Nullable String problem(String type, @Nullable Object value) {
    String kind = type.replaceFirst("^Edm\\.(Geography|Geometry)", "");
    String wanted = kind.equals("Collection") ? COLLECTION : kind;
    if (!(value instanceof Map)) {
      return "a GeoJSON object is expected for " + type;
    }
    Map<?, ?> object = (Map<?, ?>) value;
    Object found = object.get("type");
    if (!(found instanceof String) || !(DEPTHS.containsKey(found) || found.equals(COLLECTION))) {
      return "the GeoJSON object names no geometry in its type";
    }
    if (!wanted.isEmpty() && !found.equals(wanted)) {
      return "the GeoJSON object is no " + wanted;
    }
    if (found.equals(COLLECTION)) {
      return collectionProblem(object.get("geometries"));
    }
    boolean good = isNestOfPositions(object.get("coordinates"), DEPTHS.get(found));
    return good ? null : "the coordinates are not those of a " + found;
  }

  private static @Nullable String collectionProblem(@Nullable Object geometries) {
    if (!(geometries instanceof List)) {
      return "a GeometryCollection has an array of geometries";
    }
    for (Object geometry : (List<?>) geometries) {
      // A collection within a collection is allowed but discouraged; it is not looked into.
      if (geometry instanceof Map && COLLECTION.equals(((Map<?, ?>) geometry).get("type"))) {
        continue;
      }
      String problem = problem("Edm.Geometry", geometry);
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }

  private static boolean isNestOfPositions(@Nullable Object value, int depth) {
    if (!(value instanceof List)) {
      return false;
    }
    List<?> items = (List<?>) value;
    if (depth > 0) {
      return items.stream().allMatch(item -> isNestOfPositions(item, depth - 1));
    }
    return items.size() >= 2 && items.stream().allMatch(item -> item instanceof Number);
  }
}
