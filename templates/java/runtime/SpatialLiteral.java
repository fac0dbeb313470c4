package edmundruntime.runtime;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * GeoJSON as literals of URLs: {@code geography'SRID=4326;Point(142.1 64.1)'} (OData ABNF,
 * geographyPoint and its like).
 */
final class SpatialLiteral {
  private static final String COLLECTION = "GeometryCollection";
  private static final Pattern CRS = Pattern.compile("EPSG:([0-9]{1,6})", Pattern.CASE_INSENSITIVE);
  private static final int DEEPEST = 16;

  private SpatialLiteral() {}

  /**
   * The literal, not encoded. Where a value does not say what its positions mean, they are degrees
   * on the globe, or places on a plane (CSDL 4.01, section 7.2.7).
   *
   * @throws IllegalArgumentException for what is no GeoJSON of the type
   */
  static String of(Object value, String type) {
    if (depth(value, 0) > DEEPEST || SpatialRules.problem(type, value) != null) {
      throw new IllegalArgumentException("the value is no GeoJSON of " + type);
    }
    Map<?, ?> shape = (Map<?, ?>) value;
    boolean globe = type.startsWith("Edm.Geography");
    Matcher named = CRS.matcher(String.valueOf(member(shape, "crs", "properties", "name")));
    String code = named.matches() ? named.group(1) : globe ? "4326" : "0";
    return (globe ? "geography" : "geometry") + "'SRID=" + code + ";" + text(shape) + "'";
  }

  /** How many collections lie in one another. */
  private static int depth(@Nullable Object value, int above) {
    Object inner = member(value, "geometries");
    if (above > DEEPEST || !(inner instanceof List)) {
      return above;
    }
    return ((List<?>) inner).stream().mapToInt(one -> depth(one, above + 1)).max().orElse(above);
  }

  private static @Nullable Object member(@Nullable Object value, String... path) {
    Object found = value;
    for (String name : path) {
      found = found instanceof Map ? ((Map<?, ?>) found).get(name) : null;
    }
    return found;
  }

  private static String text(Object shape) {
    String kind = String.valueOf(member(shape, "type"));
    if (kind.equals(COLLECTION)) {
      return "Collection" + each(member(shape, "geometries"), SpatialLiteral::text);
    }
    Object places = member(shape, "coordinates");
    switch (kind) {
      case "Point":
        return kind + "(" + position(places) + ")";
      case "MultiPoint":
        return kind + each(places, place -> "(" + position(place) + ")");
      case "LineString":
        return kind + line(places);
      case "Polygon":
      case "MultiLineString":
        return kind + each(places, SpatialLiteral::line);
      case "MultiPolygon":
        return kind + each(places, polygon -> each(polygon, SpatialLiteral::line));
      default:
        throw new IllegalArgumentException("the value is no GeoJSON");
    }
  }

  private static String line(@Nullable Object places) {
    return each(places, SpatialLiteral::position);
  }

  private static String each(@Nullable Object items, Function<Object, String> text) {
    if (!(items instanceof List)) {
      throw new IllegalArgumentException("the value is no GeoJSON");
    }
    return ((List<?>) items).stream().map(text).collect(Collectors.joining(",", "(", ")"));
  }

  /** Longitude and latitude, or x and y; perhaps a height and a measure behind them. */
  private static String position(@Nullable Object place) {
    if (!(place instanceof List) || ((List<?>) place).size() < 2 || ((List<?>) place).size() > 4) {
      throw new IllegalArgumentException("a position is none of a GeoJSON value");
    }
    return ((List<?>) place).stream().map(SpatialLiteral::number).collect(Collectors.joining(" "));
  }

  private static String number(@Nullable Object value) {
    boolean finite = value instanceof Number && Double.isFinite(((Number) value).doubleValue());
    if (!finite) {
      throw new IllegalArgumentException("a position is none of a GeoJSON value");
    }
    return value.toString();
  }
}
