package edmundruntime.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON of 4.01 as services of OData 1 to 3 take it ([MS-ODATA], section 2.2.6.3). */
final class OlderBody {
  private static final String TYPE = "@odata.type";
  private static final String ID = "@odata.id";
  private static final String BIND = "@odata.bind";
  private static final String METADATA = "__metadata";

  private final @Nullable ModelType<?> declared;
  private final Schema schema;
  private final OlderVersion version;

  OlderBody(@Nullable ModelType<?> declared, OlderVersion version) {
    this.declared = declared;
    this.version = version;
    schema = declared == null ? Schema.NONE : declared.schema();
  }

  @Nullable
  Object of(@Nullable Object json) {
    Object list = json instanceof Map ? ((Map<?, ?>) json).get("value") : null;
    boolean isList = list instanceof List && declared != null && declared.isOfSchema();
    // A list of items goes without the object around it.
    return structured(isList ? list : json, declared);
  }

  /**
   * The arguments of a service operation as query options; what is null or was not set is left out.
   */
  static List<String> arguments(Map<?, ?> values, ModelType<?> declared) {
    List<String> found = new ArrayList<>();
    declared
        .shape()
        .properties()
        .forEach(
            (name, shape) -> {
              Object value = values.get(name);
              if (value != null) {
                String text = value instanceof String ? (String) value : value.toString();
                String literal = UrlText.literal(text, Dialect.OLDER + wireOf(shape));
                found.add(PercentEncoding.encoded(name) + "=" + literal);
              }
            });
    return found;
  }

  private static String wireOf(PropertyShape shape) {
    return shape.wire == null ? shape.type : shape.wire;
  }

  private @Nullable Object structured(@Nullable Object json, @Nullable ModelType<?> type) {
    if (json instanceof List) {
      return each((List<?>) json, type);
    }
    return json instanceof Map ? object((Map<?, ?>) json, type) : json;
  }

  private List<Object> each(List<?> items, @Nullable ModelType<?> type) {
    List<Object> made = new ArrayList<>();
    items.forEach(item -> made.add(structured(item, type)));
    return made;
  }

  private Map<String, Object> object(Map<?, ?> json, @Nullable ModelType<?> type) {
    Map<String, Object> made = new LinkedHashMap<>();
    ModelType<?> own = type;
    Object named = json.get(TYPE);
    boolean refers = type == null || !type.isOfSchema();
    if (named instanceof String) {
      String name = schema.plainName((String) named);
      made.put(METADATA, Map.of("type", name));
      own = schema.model(name) == null ? type : schema.model(name);
    } else if (refers && json.get(ID) != null) {
      return Map.of("uri", json.get(ID));
    }
    Map<String, PropertyShape> shapes = own == null ? Map.of() : own.shape().properties();
    json.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          int at = name.indexOf('@');
          if (at < 0) {
            made.put(name, value(value, shapes.get(name)));
          } else if (at > 0 && name.endsWith(BIND)) {
            made.put(name.substring(0, at), links(value));
          }
        });
    return made;
  }

  private @Nullable Object value(@Nullable Object value, @Nullable PropertyShape shape) {
    if (shape == null) {
      return value;
    }
    if (!shape.type.startsWith("Edm.")) {
      Object made = structured(value, schema.model(shape.type));
      return made instanceof List ? collection((List<?>) made) : made;
    }
    if (!(value instanceof List)) {
      return OlderValues.sent(value, wireOf(shape), version);
    }
    List<Object> made = new ArrayList<>();
    ((List<?>) value).forEach(one -> made.add(OlderValues.sent(one, wireOf(shape), version)));
    return collection(made);
  }

  private @Nullable Object links(@Nullable Object urls) {
    if (!(urls instanceof List)) {
      return link(urls);
    }
    List<Object> made = new ArrayList<>();
    ((List<?>) urls).forEach(url -> made.add(link(url)));
    return collection(made);
  }

  private static @Nullable Object link(@Nullable Object url) {
    return url == null ? null : Map.of(METADATA, Map.of("uri", url));
  }

  private Object collection(List<?> items) {
    return version.wrapsCollections() ? Map.of("results", items) : items;
  }
}
