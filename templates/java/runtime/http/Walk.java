package edmundruntime.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One check of one value, held against its shape: JSON, with models inside or not. */
final class Walk {
  private static final int MAX_DEPTH = 100;

  /** Numbers that OData may write as text, and JSON Schema may not. */
  private static final Set<String> NUMBERS =
      Set.of("Edm.Decimal", "Edm.Double", "Edm.Single", "Edm.Int64");

  private final @Nullable WriteOperation operation;

  /** Whether the object says only what is to change: nothing is required in it. */
  private final boolean isPartial;

  private final List<Violation> found = new ArrayList<>();

  Walk(@Nullable WriteOperation operation, boolean isPartial) {
    this.operation = operation;
    this.isPartial = isPartial;
  }

  /** What was found, in the order of the value. */
  List<Violation> found() {
    return found;
  }

  private void report(String pointer, Rule rule, String message) {
    found.add(new Violation(pointer, rule, message));
  }

  /** The pointer to a member or item below `pointer` (RFC 6901, section 3). */
  private static String step(String pointer, Object name) {
    return pointer + "/" + name.toString().replace("~", "~0").replace("/", "~1");
  }

  void check(ValueShape shape, @Nullable Object given, String pointer, int depth) {
    if (depth > MAX_DEPTH) {
      report(pointer, Rule.TOO_DEEP, "more than " + MAX_DEPTH + " levels deep");
      return;
    }
    Object value = Held.value(given);
    if ((value == null && shape.nullable) || value instanceof FileContent) {
      return;
    }
    if (shape.form == ValueShape.Form.LITERAL) {
      if (!Json.same(value, shape.literal)) {
        report(pointer, Rule.ALLOWED_VALUES, "the value is not the one that is allowed");
      }
    } else if (shape.named != null) {
      checkNamed(shape.named, value, pointer, depth);
    } else if (value == null) {
      report(pointer, Rule.NULL, "null is not allowed here");
    } else if (shape.form == ValueShape.Form.LIST) {
      checkList(shape, value, pointer, depth);
    } else if (shape.form == ValueShape.Form.MAP) {
      checkMap(shape, value, pointer, depth);
    } else if (shape.form == ValueShape.Form.PRIMITIVE) {
      checkPrimitive(shape, value, pointer);
    }
  }

  private void checkNamed(Codec<?> type, @Nullable Object value, String pointer, int depth) {
    if (type instanceof UnionType) {
      checkUnion((UnionType<?>) type, value, pointer, depth);
    } else if (type instanceof ModelType) {
      checkObject((ModelType<?>) type, value, pointer, depth);
    } else if (value instanceof List || value instanceof Map) {
      report(pointer, Rule.WRONG_TYPE, "a value of an enumeration is expected");
    } else if (!isMember(type, value)) {
      report(pointer, Rule.ENUM_MEMBER, "the value is none of the enumeration");
    }
  }

  private static boolean isMember(Codec<?> type, @Nullable Object value) {
    return type instanceof ScalarEnumType
        ? ((ScalarEnumType<?>) type).isKnown(value)
        : value instanceof String && ((EnumType<?>) type).isKnown((String) value);
  }

  private void checkPrimitive(ValueShape shape, Object value, String pointer) {
    if (shape.type.equals("Edm.Stream")) {
      return;
    }
    if (value instanceof String && NUMBERS.contains(shape.type)) {
      report(pointer, Rule.WRONG_TYPE, "a number is expected");
      return;
    }
    Literals.Finding finding = Literals.check(shape.type, value, shape.floatingScale);
    if (finding != null) {
      // A format that is not kept is told, and no reason to refuse (JSON Schema Validation, 7.2.1).
      boolean isFormat = finding.rule == Rule.FORMAT;
      Severity severity = isFormat ? Severity.WARNING : finding.rule.severity();
      found.add(new Violation(pointer, finding.rule, severity, finding.message));
      return;
    }
    if (value instanceof String) {
      String text = (String) value;
      if (text.codePointCount(0, text.length()) < shape.minLength) {
        String message = "at least " + shape.minLength + " characters are asked for";
        report(pointer, Rule.MIN_LENGTH, message);
      }
    }
    facets(shape, pointer).checkValue(value);
  }

  private FacetRules facets(ValueShape shape, String pointer) {
    return new FacetRules(shape, (rule, message) -> report(pointer, rule, message));
  }

  private void checkList(ValueShape shape, Object value, String pointer, int depth) {
    if (!(value instanceof List)) {
      report(pointer, Rule.NOT_AN_ARRAY, "a JSON array is expected");
      return;
    }
    List<?> items = (List<?>) value;
    facets(shape, pointer).checkItems(items.size());
    if (shape.uniqueItems && Twins.areIn(items)) {
      report(pointer, Rule.UNIQUE_ITEMS, "two items are the same");
    }
    for (int at = 0; at < items.size(); at++) {
      check(inner(shape), items.get(at), step(pointer, at), depth + 1);
    }
  }

  private static ValueShape inner(ValueShape shape) {
    return shape.inner == null ? ValueShape.any() : shape.inner;
  }

  private void checkMap(ValueShape shape, Object value, String pointer, int depth) {
    if (!(value instanceof Map)) {
      report(pointer, Rule.NOT_AN_OBJECT, "a JSON object is expected");
      return;
    }
    Map<?, ?> members = (Map<?, ?>) value;
    int count = members.size();
    if (count < shape.minProperties) {
      String message = "at least " + shape.minProperties + " properties are asked for";
      report(pointer, Rule.MIN_PROPERTIES, message);
    }
    if (shape.maxProperties >= 0 && count > shape.maxProperties) {
      String message = "at most " + shape.maxProperties + " properties are allowed";
      report(pointer, Rule.MAX_PROPERTIES, message);
    }
    members.forEach((name, member) -> check(inner(shape), member, step(pointer, name), depth + 1));
  }

  /** The variant that the value is of; one that it may be, where nothing tells them apart. */
  private void checkUnion(UnionType<?> union, @Nullable Object value, String pointer, int depth) {
    if (value == null && union.hasNull()) {
      return;
    }
    Object json = value instanceof Model ? JsonWriter.plain(value, null) : value;
    ValueShape told = json == null ? null : union.shapeOf(json);
    if (told != null) {
      check(told, value, pointer, depth);
      return;
    }
    for (ValueShape variant : union.shapes()) {
      Walk tried = new Walk(operation, isPartial);
      tried.check(variant, value, pointer, depth + 1);
      if (tried.found.stream().noneMatch(each -> each.severity() == Severity.ERROR)) {
        return;
      }
    }
    report(pointer, Rule.WRONG_TYPE, "the value is none of the types that it may be of");
  }

  private void checkObject(
      ModelType<?> declared, @Nullable Object value, String pointer, int depth) {
    if (value == null) {
      report(pointer, Rule.NULL, "null is not allowed here");
      return;
    }
    Object json = value instanceof Model ? ((Model) value).data() : value;
    if (!(json instanceof Map)) {
      report(pointer, Rule.NOT_AN_OBJECT, "a JSON object is expected");
      return;
    }
    checkMembers(shapeOf(declared, value, (Map<?, ?>) json), (Map<?, ?>) json, pointer, depth);
  }

  /** The shape of an object: of the class that its member tells, as far as that is known. */
  @SuppressWarnings("unchecked") // names of members are texts
  private static StructuredShape shapeOf(ModelType<?> declared, Object value, Map<?, ?> members) {
    ModelType<?> own = value instanceof Model ? ((Model) value).type() : declared;
    ModelType<?> known = declared.isBaseOf(own) ? own : declared;
    ModelType<?> told = Model.named(known, (Map<String, ?>) members);
    return told == null ? known.shape() : told.shape();
  }

  private void checkMembers(StructuredShape type, Map<?, ?> members, String pointer, int depth) {
    members.forEach(
        (name, member) -> {
          PropertyShape shape = type.properties().get(name);
          String step = step(pointer, name);
          if (shape != null) {
            checkWriting(shape, step);
            check(shape.value, member, step, depth + 1);
          } else if (type.additional != null) {
            check(type.additional, member, step, depth + 1);
          } else if (!type.open) {
            report(step, Rule.UNKNOWN_PROPERTY, "there is no such property");
          }
        });
    if (isPartial && depth == 0) {
      return;
    }
    type.properties()
        .forEach(
            (name, shape) -> {
              if (isRequired(shape) && !members.containsKey(name)) {
                report(step(pointer, name), Rule.REQUIRED, "a value is required");
              }
            });
  }

  private boolean isRequired(PropertyShape shape) {
    if (operation == WriteOperation.CREATE) {
      return shape.requiredOnCreate;
    }
    return operation == WriteOperation.UPDATE ? shape.requiredOnUpdate : shape.required;
  }

  /** What only the service writes it ignores in a request (OpenAPI 3.0.4, 4.7.24): a warning. */
  private void checkWriting(PropertyShape shape, String pointer) {
    boolean isClosed =
        (operation == WriteOperation.CREATE && !shape.insertable)
            || (operation == WriteOperation.UPDATE && !shape.updatable);
    if (isClosed) {
      String message = "the property is set by the service alone";
      found.add(new Violation(pointer, Rule.NOT_WRITABLE, Severity.WARNING, message));
    }
  }
}
