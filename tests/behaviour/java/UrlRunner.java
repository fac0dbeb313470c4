import com.microsoft.graph.runtime.RequestAdapter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Prints the URLs of calls of two services, one of OData 4.0 and one of 4.01; what was refused as
 * its class.
 */
public final class UrlRunner {
  private UrlRunner() {}

  public static void main(String[] arguments) {
    RequestAdapter adapter = RequestAdapter.builder("https://service.example").build();
    var old = new v40.serviceclient.ServiceClient(adapter);
    var young = new v401.serviceclient.ServiceClient(adapter);
    print(() -> old.painted("Red").toGetRequestInformation().getUrl());
    print(() -> old.painted(v40.models.Color.RED).toGetRequestInformation().getUrl());
    print(() -> young.painted("Red").toGetRequestInformation().getUrl());
    print(() -> young.painted(v401.models.Color.RED).toGetRequestInformation().getUrl());
    print(() -> young.granted("Read,Write's").toGetRequestInformation().getUrl());
    var grant = new v40.models.Grant();
    grant.setEach(List.of(v40.models.Rights.forValue("Read,Write"), v40.models.Rights.READ));
    List<v40.models.Rights> each = grant.getEach();
    System.out.println(grant.toJson() + each);
    Map<String, Object> point = shape("Point", List.of(142.1, 64));
    List<Map<String, Object>> points =
        Arrays.asList(
            point,
            Map.of("type", "Point", "coordinates", List.of(1, 2, 3), "crs", crs("EPSG:25832")),
            shape("Point", List.of(1)),
            shape("Point", List.of(1, Double.NaN)),
            shape("LineString", List.of(List.of(1, 2), List.of(3, 4))),
            null);
    points.forEach(it -> print(() -> old.near(it).toGetRequestInformation().getUrl()));
    List<List<Integer>> line = List.of(List.of(1, 2), List.of(3, 4));
    List<Map<String, Object>> shapes =
        List.of(
            point,
            shape("LineString", line),
            shape("Polygon", List.of(line)),
            shape("MultiPoint", line),
            shape("MultiLineString", List.of(line, line)),
            shape("MultiPolygon", List.of(List.of(line))),
            Map.of("type", "GeometryCollection", "geometries", List.of(point, collection(1))),
            collection(40),
            shape("Circle", line));
    shapes.forEach(it -> print(() -> old.within(it).toGetRequestInformation().getUrl()));
    List<Object> values =
        new ArrayList<>(
            Arrays.asList(
                3, 4L, "it's", true, 1.5, Double.POSITIVE_INFINITY, new BigDecimal("2.50")));
    values.addAll(
        Arrays.asList(
            LocalDate.of(2020, 2, 29), Duration.ofSeconds(2), new UUID(0, 1), new byte[] {1}));
    values.addAll(Arrays.asList(v40.models.Color.RED, null, List.of(1), new StringBuilder()));
    values.forEach(it -> print(() -> old.like(it).toGetRequestInformation().getUrl()));
  }

  private static Map<String, Object> shape(String type, List<?> coordinates) {
    return Map.of("type", type, "coordinates", coordinates);
  }

  private static Map<String, Object> crs(String name) {
    return Map.of("type", "name", "properties", Map.of("name", name));
  }

  private static Map<String, Object> collection(int depth) {
    List<?> inner = depth == 0 ? List.of() : List.of(collection(depth - 1));
    return Map.of("type", "GeometryCollection", "geometries", inner);
  }

  private static void print(Supplier<String> call) {
    try {
      System.out.println(call.get());
    } catch (IllegalArgumentException refused) {
      System.out.println(refused.getClass().getSimpleName());
    }
  }
}
