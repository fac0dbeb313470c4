package edmundruntime.runtime;

import java.util.Map;

/** A place or an area of a query, compared with GeoJSON. */
public final class SpatialExpression extends ValueExpression<Map<String, Object>> {
  /**
   * A property; for generated code.
   *
   * @param path the path to it
   * @param type the qualified name of its type
   */
  public SpatialExpression(PathTo path, String type) {
    super(path, type);
  }

  /**
   * How far it is.
   *
   * @param place a GeoJSON object
   */
  public NumberExpression distance(Map<String, Object> place) {
    return new NumberExpression(called("geo.distance", literal(place)), Precedence.PRIMARY, this);
  }

  /**
   * Whether it lies in an area.
   *
   * @param area a GeoJSON object
   */
  public Condition intersects(Map<String, Object> area) {
    return new Condition(called("geo.intersects", literal(area)), Precedence.PRIMARY, this);
  }

  /** How long it is. */
  public NumberExpression length() {
    return new NumberExpression(called("geo.length"), Precedence.PRIMARY, this);
  }
}
