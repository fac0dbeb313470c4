package edmundruntime.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Verbose JSON of OData 1 to 3 as that of 4.01, of which models are made ([MS-ODATA], section
 * 2.2.6.3).
 */
final class OlderAnswer {
  private static final String METADATA = "__metadata";
  private static final String RESULTS = "results";
  private static final String URI = "uri";
  private static final String VALUE = "value";
  private static final Set<String> OWN_MEMBERS = Set.of(RESULTS, METADATA, URI);
  private static final Map<String, String> CONTROLS =
      Map.of(
          URI,
          "@odata.id",
          "etag",
          "@odata.etag",
          "media_src",
          "@odata.mediaReadLink",
          "edit_media",
          "@odata.mediaEditLink",
          "content_type",
          "@odata.mediaContentType",
          "media_etag",
          "@odata.mediaEtag");

  /** What holds the value of an operation, or the items of a page; null where nothing holds it. */
  private final @Nullable PropertyShape held;

  /** The type of an object, or of items. */
  private final @Nullable ModelType<?> item;

  private final Schema schema;

  private OlderAnswer(@Nullable ModelType<?> type) {
    schema = type == null ? Schema.NONE : type.schema();
    held = type == null || type.isOfSchema() ? null : type.shape().properties().get(VALUE);
    ModelType<?> own = type != null && type.isOfSchema() ? type : null;
    item = held == null ? own : schema.model(held.type);
  }

  /**
   * An answer as 4.01 has it: a collection is an object with {@code value}, as a primitive is; null
   * for none.
   *
   * @param type that of the object, of a page, or of what holds an operation's value
   */
  static @Nullable Object of(@Nullable Object json, @Nullable ModelType<?> type) {
    OlderAnswer answer = new OlderAnswer(type);
    boolean isVerbose = json instanceof Map && ((Map<?, ?>) json).containsKey("d");
    return isVerbose ? answer.verbose(((Map<?, ?>) json).get("d")) : answer.light(json);
  }

  private @Nullable Object verbose(@Nullable Object wrapped) {
    Object inner = unwrapped(wrapped);
    if (inner instanceof List) {
      return holding(items((List<?>) inner));
    }
    if (inner instanceof Map) {
      Map<?, ?> members = (Map<?, ?>) inner;
      if (members.get(RESULTS) instanceof List) {
        return page(members);
      }
      Map<String, Object> made = object(members, item);
      if (held == null) {
        return made;
      }
      return holding(held.collection ? List.of(made) : made);
    }
    return inner == null ? null : holding(declared(inner, held));
  }

  private static Map<String, Object> holding(@Nullable Object value) {
    Map<String, Object> made = new LinkedHashMap<>();
    made.put(VALUE, value);
    return made;
  }

  private Map<String, Object> page(Map<?, ?> members) {
    Map<String, Object> made = new LinkedHashMap<>();
    if (members.get("__count") != null) {
      made.put("@odata.count", count(members.get("__count")));
    }
    made.put(VALUE, items((List<?>) members.get(RESULTS)));
    addNextLink(made, "", members);
    return made;
  }

  private static void addNextLink(Map<String, Object> made, String owner, Map<?, ?> members) {
    Object next = members.get("__next");
    if (next instanceof String && !((String) next).isEmpty()) {
      made.put(owner + "@odata.nextLink", next);
    }
  }

  private List<Object> items(List<?> items) {
    List<Object> made = new ArrayList<>();
    for (Object each : items) {
      made.add(each instanceof Map ? object((Map<?, ?>) each, item) : declared(each, held));
    }
    return made;
  }

  private static @Nullable Object count(@Nullable Object count) {
    boolean isText = count instanceof String && ((String) count).matches("[0-9]{1,18}");
    return isText ? (Object) Long.valueOf((String) count) : count;
  }

  /**
   * An answer in 3.0's light JSON: as that of 4.0 but for values, and for the {@code @} before its
   * annotations.
   */
  private @Nullable Object light(@Nullable Object json) {
    if (!(json instanceof Map)) {
      return json == null ? null : holding(json);
    }
    Map<?, ?> members = (Map<?, ?>) json;
    Map<String, Object> found = object(members, item);
    if (members.get(VALUE) instanceof List) {
      found.put(VALUE, items((List<?>) members.get(VALUE)));
    }
    Map<String, Object> made = new LinkedHashMap<>();
    found.forEach(
        (name, value) -> {
          String own = name.startsWith("odata.") ? "@" + name : name;
          made.put(own, name.equals("odata.count") ? count(value) : value);
        });
    return made;
  }

  /** What a service operation answers stands in a member of the operation's name. */
  private @Nullable Object unwrapped(@Nullable Object inner) {
    if (!(inner instanceof Map) || ((Map<?, ?>) inner).size() != 1) {
      return inner;
    }
    Map.Entry<?, ?> only = ((Map<?, ?>) inner).entrySet().iterator().next();
    boolean isDeclared = item != null && item.shape().properties().containsKey(only.getKey());
    return isDeclared || OWN_MEMBERS.contains(only.getKey()) ? inner : only.getValue();
  }

  private Map<String, Object> object(Map<?, ?> json, @Nullable ModelType<?> type) {
    Map<String, Object> made = new LinkedHashMap<>();
    ModelType<?> own = type;
    Object metadata = json.get(METADATA);
    if (metadata instanceof Map) {
      Object named = ((Map<?, ?>) metadata).get("type");
      if (named instanceof String && !((String) named).startsWith("Edm.")) {
        made.put("@odata.type", "#" + named);
        ModelType<?> found = schema.model(schema.plainName((String) named));
        own = found == null ? type : found;
      }
      addControls(made, "", (Map<?, ?>) metadata);
    } else if (type == null && json.keySet().equals(Set.of(URI))) {
      made.put(CONTROLS.get(URI), json.get(URI));
      return made;
    }
    Map<String, PropertyShape> shapes = own == null ? Map.of() : own.shape().properties();
    json.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          if (!name.equals(METADATA)) {
            addMember(made, name, value, shapes.get(name));
          }
        });
    return made;
  }

  private static void addControls(Map<String, Object> made, String owner, Map<?, ?> metadata) {
    CONTROLS.forEach(
        (name, control) -> {
          if (metadata.get(name) instanceof String) {
            made.put(owner + control, metadata.get(name));
          }
        });
  }

  private void addMember(
      Map<String, Object> made,
      String name,
      @Nullable Object given,
      @Nullable PropertyShape shape) {
    Object value = given;
    if (value instanceof Map) {
      Map<?, ?> members = (Map<?, ?>) value;
      if (members.get("__deferred") instanceof Map) {
        made.put(name + "@odata.navigationLink", ((Map<?, ?>) members.get("__deferred")).get(URI));
        return;
      }
      if (members.get("__mediaresource") instanceof Map) {
        addControls(made, name, (Map<?, ?>) members.get("__mediaresource"));
        return;
      }
      if (members.get(RESULTS) instanceof List) {
        addNextLink(made, name, members);
        value = members.get(RESULTS);
      }
    }
    made.put(name, declared(value, shape));
  }

  private @Nullable Object declared(@Nullable Object value, @Nullable PropertyShape shape) {
    if (shape == null || !shape.type.startsWith("Edm.")) {
      return nested(value, shape == null ? null : schema.model(shape.type));
    }
    String wire = shape.wire == null ? shape.type : shape.wire;
    if (!(value instanceof List)) {
      return OlderValues.answered(value, shape.type, wire);
    }
    List<Object> made = new ArrayList<>();
    ((List<?>) value).forEach(one -> made.add(OlderValues.answered(one, shape.type, wire)));
    return made;
  }

  private @Nullable Object nested(@Nullable Object value, @Nullable ModelType<?> type) {
    if (value instanceof Map) {
      return object((Map<?, ?>) value, type);
    }
    if (!(value instanceof List)) {
      return value;
    }
    List<Object> made = new ArrayList<>();
    ((List<?>) value).forEach(each -> made.add(nested(each, type)));
    return made;
  }
}
