package edmundruntime.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One check of one payload: objects, properties and collections, held against their shapes.
 * Collects the violations in the order of the payload.
 */
final class Walk {
  private static final int MAX_DEPTH = 100;
  private static final List<String> TYPE_NAMES = List.of(Model.TYPE_NAME, Model.SHORT_TYPE_NAME);
  // An object with one of these may stand for an entity that is described elsewhere, or is gone.
  private static final Set<String> REFERENCES =
      Set.of("@odata.id", "@id", "@removed", "@odata.removed");
  private static final List<String> CONTEXTS = List.of("@odata.context", "@context");
  // Items of an OData 4.0 delta answer that are no entities (OData JSON Format 4.0, 14.2 to 14.4).
  private static final List<String> NO_ENTITIES =
      List.of("/$deletedEntity", "/$link", "/$deletedLink");
  private static final List<String> BINDINGS = List.of("@odata.bind", "@bind");
  private static final String ENTITY_TYPE = "Edm.EntityType";
  private static final Set<String> ABSTRACT_STRUCTURES = Set.of(ENTITY_TYPE, "Edm.ComplexType");
  private static final Pattern ENUM_NUMBER = Pattern.compile("[+-]?[0-9]{1,19}");

  private final Schema schema;
  private final @Nullable WriteOperation operation;
  private final List<Violation> found = new ArrayList<>();

  Walk(Schema schema, @Nullable WriteOperation operation) {
    this.schema = schema;
    this.operation = operation;
  }

  List<Violation> found() {
    return found;
  }

  void report(String pointer, Rule rule, String message) {
    found.add(new Violation(pointer, rule, message));
  }

  /** The pointer to a member or item below `pointer` (RFC 6901, section 3). */
  static String step(String pointer, Object name) {
    return pointer + "/" + name.toString().replace("~", "~0").replace("/", "~1");
  }

  void checkValue(PropertyShape shape, @Nullable Object value, String pointer, int depth) {
    if (depth > MAX_DEPTH) {
      report(pointer, Rule.TOO_DEEP, "more than " + MAX_DEPTH + " levels deep");
      return;
    }
    if (!shape.collection) {
      checkItem(shape, value, pointer, depth);
      return;
    }
    Object items = value instanceof WireList ? ((WireList) value).wire() : value;
    if (items == null) {
      report(pointer, Rule.NULL, "a collection is never null; it can be empty");
    } else if (!(items instanceof List)) {
      report(pointer, Rule.NOT_AN_ARRAY, "a JSON array is expected");
    } else {
      List<?> list = (List<?>) items;
      new FacetRules(shape, (rule, message) -> report(pointer, rule, message))
          .checkItems(list.size());
      for (int index = 0; index < list.size(); index++) {
        checkItem(shape, list.get(index), step(pointer, index), depth + 1);
      }
    }
  }

  private void checkItem(PropertyShape shape, @Nullable Object value, String pointer, int depth) {
    if (value == null) {
      if (!shape.nullable) {
        report(pointer, Rule.NULL, "null is not allowed here");
      } else if (shape.allowedValues != null && !FacetRules.isAllowed(shape, null)) {
        report(pointer, Rule.ALLOWED_VALUES, "null is none of the values allowed");
      }
      return;
    }
    boolean primitive = shape.type.startsWith("Edm.");
    EnumType<?> enumeration = primitive ? null : schema.enumeration(shape.type);
    if (enumeration != null) {
      checkEnum(enumeration, shape, value, pointer);
    } else if (!primitive || ABSTRACT_STRUCTURES.contains(shape.type)) {
      checkObject(shape, value, pointer, depth);
    } else {
      checkPrimitive(shape, value, pointer);
    }
  }

  private void checkPrimitive(PropertyShape shape, Object given, String pointer) {
    Object value = given instanceof WireList ? ((WireList) given).wire() : given;
    Literals.Finding finding = Literals.check(shape.type, value, shape.floatingScale);
    if (finding != null) {
      report(pointer, finding.rule, finding.message);
    } else {
      new FacetRules(shape, (rule, message) -> report(pointer, rule, message)).checkValue(value);
    }
  }

  private void checkEnum(EnumType<?> type, PropertyShape shape, Object value, String pointer) {
    if (!(value instanceof String)) {
      report(pointer, Rule.WRONG_TYPE, "text is expected for " + type.name());
      return;
    }
    if (type.names().isEmpty()) {
      return;
    }
    String text = (String) value;
    boolean known = true;
    for (String name : shape.flags ? text.split(",", -1) : new String[] {text}) {
      known &= isMember(type, shape.flags ? trimmed(name) : name);
    }
    if (!known) {
      report(pointer, Rule.ENUM_MEMBER, "the text names no member of " + type.name());
    } else if (shape.allowedValues != null && !FacetRules.isAllowed(shape, value)) {
      report(pointer, Rule.ALLOWED_VALUES, "the value is none of those allowed");
    }
  }

  private static String trimmed(String name) {
    return name.replaceAll("^ +| +$", "");
  }

  /** Whether a text is a member's name or a number: what no member stands for is written as one. */
  private static boolean isMember(EnumType<?> type, String text) {
    return type.isKnown(text) || ENUM_NUMBER.matcher(text).matches();
  }

  private void checkObject(PropertyShape shape, Object given, String pointer, int depth) {
    ModelType<?> declared = schema.model(shape.type);
    if (declared != null && declared.shape().opaque) {
      return;
    }
    Object value = given instanceof HeldModel ? ((HeldModel) given).model : given;
    String ownType = null;
    if (value instanceof Model) {
      ownType = ((Model) value).type().name();
      value = ((Model) value).data();
    }
    if (!(value instanceof Map)) {
      report(pointer, Rule.NOT_AN_OBJECT, "a JSON object is expected for " + shape.type);
      return;
    }
    Map<?, ?> members = (Map<?, ?>) value;
    if (isNoEntity(members)) {
      return;
    }
    // An update of a value that is there already says what changes, not of which type it is.
    boolean changes = operation == WriteOperation.UPDATE && depth == 0;
    StructuredShape actual = findType(shape, members, ownType, pointer, changes);
    if (actual != null) {
      checkMembers(actual, members, pointer, depth);
    }
  }

  /**
   * The type of an object; null when it is unknown, abstract or out of place, which is reported.
   */
  private @Nullable StructuredShape findType(
      PropertyShape shape, Map<?, ?> value, @Nullable String ownType, String at, boolean changes) {
    String pointer = at;
    String name = ownType == null ? shape.type : ownType;
    String key = TYPE_NAMES.stream().filter(value::containsKey).findFirst().orElse(null);
    if (key != null) {
      Object text = value.get(key);
      pointer = step(at, key);
      if (!(text instanceof String)) {
        report(pointer, Rule.WRONG_TYPE, "the name of a type is text");
        return null;
      }
      name = schema.plainName((String) text);
    }
    ModelType<?> type = schema.model(name);
    if (type == null) {
      if (key == null && ABSTRACT_STRUCTURES.contains(name)) {
        report(pointer, Rule.ABSTRACT_TYPE, "@odata.type is needed to know the type");
      } else {
        report(pointer, Rule.UNKNOWN_TYPE, "the schema has no such type");
      }
      return null;
    }
    if (!isA(type, shape.type)) {
      String message = "the type does not derive from " + shape.type;
      report(pointer, Rule.TYPE_NOT_ALLOWED, message);
      return null;
    }
    if (type.shape().isAbstract && !changes && isNoReference(value)) {
      String message = name + " is abstract; @odata.type names the type of the value";
      report(pointer, Rule.ABSTRACT_TYPE, message);
      return null;
    }
    if (!isOneOf(type, shape.types)) {
      report(pointer, Rule.TYPE_NOT_ALLOWED, name + " is not allowed here");
      return null;
    }
    if (operation != null && !isOneOf(type, shape.writableTypes)) {
      report(pointer, Rule.TYPE_NOT_ALLOWED, name + " cannot be written here");
      return null;
    }
    return type.shape();
  }

  private boolean isOneOf(ModelType<?> type, List<String> allowed) {
    return allowed.isEmpty() || allowed.stream().anyMatch(base -> isA(type, base));
  }

  private boolean isA(ModelType<?> type, String base) {
    if (ABSTRACT_STRUCTURES.contains(base)) {
      return type.shape().entity == base.equals(ENTITY_TYPE);
    }
    ModelType<?> above = schema.model(base);
    return above != null && above.isBaseOf(type);
  }

  private static boolean isNoReference(Map<?, ?> value) {
    return REFERENCES.stream().noneMatch(value::containsKey);
  }

  /** Whether it tells, in a delta answer, of a deleted entity, or of a link added or deleted. */
  private static boolean isNoEntity(Map<?, ?> value) {
    return CONTEXTS.stream()
        .map(value::get)
        .anyMatch(
            text ->
                text instanceof String && NO_ENTITIES.stream().anyMatch(((String) text)::endsWith));
  }

  /** Whether a member's name is of control information, an annotation, an advertised operation. */
  static boolean isControl(String name) {
    return name.contains("@") || name.startsWith("#");
  }

  void checkMembers(StructuredShape type, Map<?, ?> value, String pointer, int depth) {
    for (Map.Entry<?, ?> member : value.entrySet()) {
      String name = (String) member.getKey();
      if (isControl(name)) {
        checkAnnotation(type, name, member.getValue(), pointer);
        continue;
      }
      PropertyShape shape = type.properties().get(name);
      if (shape != null) {
        checkProperty(shape, member.getValue(), step(pointer, name), depth);
      } else if (!type.open) {
        String message = type.name + " has no such property";
        report(step(pointer, name), Rule.UNKNOWN_PROPERTY, message);
      }
    }
    if (operation != null && isNoReference(value)) {
      reportAbsent(type, value, pointer);
    }
  }

  private void checkProperty(
      PropertyShape shape, @Nullable Object value, String pointer, int depth) {
    if (!isWritable(shape)) {
      report(pointer, Rule.NOT_WRITABLE, "cannot be written on " + operationName());
    } else if (value == null && isRequired(shape) && !shape.collection) {
      report(pointer, Rule.NULL, "is required on " + operationName() + "; null is no value");
    } else {
      checkValue(shape, value, pointer, depth + 1);
    }
  }

  /** Annotations may stand anywhere; a binding is a property in disguise. */
  private void checkAnnotation(
      StructuredShape type, String name, @Nullable Object value, String at) {
    for (String suffix : BINDINGS) {
      if (!name.endsWith(suffix) || name.equals(suffix)) {
        continue;
      }
      String pointer = step(at, name);
      String property = name.substring(0, name.length() - suffix.length());
      PropertyShape shape = type.properties().get(property);
      if (shape == null || !shape.navigation) {
        if (!type.open) {
          String message = type.name + " has no such navigation property";
          report(pointer, Rule.UNKNOWN_PROPERTY, message);
        }
      } else if (!isWritable(shape)) {
        report(pointer, Rule.NOT_WRITABLE, "cannot be written on " + operationName());
      } else {
        checkBinding(shape, value, pointer);
      }
    }
  }

  private void checkBinding(PropertyShape shape, @Nullable Object value, String pointer) {
    String message = "the URL of an entity is expected";
    Object items = value instanceof WireList ? ((WireList) value).wire() : value;
    if (!shape.collection) {
      if (!(value instanceof String) && !(value == null && shape.nullable)) {
        report(pointer, Rule.WRONG_TYPE, message);
      }
    } else if (!(items instanceof List)) {
      report(pointer, Rule.NOT_AN_ARRAY, "an array of URLs of entities is expected");
    } else {
      List<?> list = (List<?>) items;
      for (int index = 0; index < list.size(); index++) {
        if (!(list.get(index) instanceof String)) {
          report(step(pointer, index), Rule.WRONG_TYPE, message);
        }
      }
    }
  }

  private void reportAbsent(StructuredShape type, Map<?, ?> value, String pointer) {
    type.properties()
        .forEach(
            (name, shape) -> {
              boolean bound =
                  shape.navigation
                      && BINDINGS.stream().anyMatch(suffix -> value.containsKey(name + suffix));
              if (value.containsKey(name) || bound) {
                return;
              }
              if (isRequired(shape)) {
                String message = "is required on " + operationName();
                report(step(pointer, name), Rule.REQUIRED, message);
              } else if (shape.expectedOnCreate && operation == WriteOperation.CREATE) {
                String message = "is never null, has no default and is not given";
                report(step(pointer, name), Rule.MISSING, message);
              }
            });
  }

  private String operationName() {
    return operation == null ? "read" : operation.toString();
  }

  private boolean isWritable(PropertyShape shape) {
    if (operation == WriteOperation.CREATE) {
      return shape.insertable;
    }
    return operation != WriteOperation.UPDATE || shape.updatable;
  }

  private boolean isRequired(PropertyShape shape) {
    if (operation == WriteOperation.CREATE) {
      return shape.requiredOnCreate;
    }
    return operation == WriteOperation.UPDATE && shape.requiredOnUpdate;
  }
}
