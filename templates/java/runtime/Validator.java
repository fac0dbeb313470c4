package edmundruntime.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says what is wrong with a model or a JSON value, by the rules of the schema, before the service
 * does.
 *
 * <p>The rules are those that {@code edmund validate} applies to the schema itself: the same
 * payload gives the same codes at the same places. Messages never repeat a value, so that no secret
 * reaches a log through them.
 */
public final class Validator {
  private static final Set<Rule> NAMES_UNKNOWN_HERE =
      Set.of(Rule.UNKNOWN_PROPERTY, Rule.UNKNOWN_TYPE, Rule.ENUM_MEMBER);
  private static final String COLLECTION = "Collection(";

  private final Schema schema;

  /**
   * A validator.
   *
   * @param schema the types
   */
  public Validator(Schema schema) {
    this.schema = schema;
  }

  /**
   * What is wrong with a JSON text as a value of a type.
   *
   * @param type a qualified name, a primitive type, or {@code Collection(...)} of one: then the
   *     text is an array, or the object that answers a request for a collection
   * @param json the text
   * @param operation what the value is sent for; null for an answer
   * @return all that was found; empty when nothing is wrong
   * @throws IllegalArgumentException when the schema has no such type
   * @throws JsonFormatException when the text is not JSON
   */
  public List<Violation> validate(String type, String json, @Nullable WriteOperation operation) {
    boolean collection = type.startsWith(COLLECTION) && type.endsWith(")");
    String inner = collection ? type.substring(COLLECTION.length(), type.length() - 1) : type;
    String name = schema.plainName(inner);
    boolean known = schema.model(name) != null || schema.enumeration(name) != null;
    if (!name.startsWith("Edm.") && !known) {
      throw new IllegalArgumentException("the schema has no type " + name);
    }
    Object payload = Json.parse(json);
    Walk walk = new Walk(schema, operation);
    PropertyShape shape = new PropertyShape(name).notNull();
    if (collection) {
      shape.collection();
    }
    if (collection && payload instanceof Map) {
      checkEnvelope(walk, shape, (Map<?, ?>) payload);
    } else {
      walk.checkValue(shape, payload, "", 0);
    }
    return walk.found();
  }

  /**
   * What is wrong with a JSON text as the body of an action, or another class without a type in the
   * schema.
   *
   * @param type the class's description
   * @param json the text
   * @param operation what the value is sent for; null for an answer
   * @return all that was found; empty when nothing is wrong
   * @throws JsonFormatException when the text is not JSON
   */
  public List<Violation> validate(
      ModelType<?> type, String json, @Nullable WriteOperation operation) {
    Object payload = Json.parse(json);
    Walk walk = new Walk(schema, operation);
    if (payload instanceof Map) {
      walk.checkMembers(type.shape(), (Map<?, ?>) payload, "", 0);
    } else {
      walk.report("", Rule.NOT_AN_OBJECT, "a JSON object is expected for " + type.name());
    }
    return walk.found();
  }

  /** The object that answers a request for a collection (OData JSON Format 4.01, section 13). */
  private static void checkEnvelope(Walk walk, PropertyShape shape, Map<?, ?> payload) {
    if (!payload.containsKey("value")) {
      String message = "a JSON array, or an object with one in value, is expected";
      walk.report("", Rule.NOT_AN_ARRAY, message);
      return;
    }
    for (Object name : payload.keySet()) {
      if (!name.equals("value") && !Walk.isControl(name.toString())) {
        String message = "a collection has no such property";
        walk.report("/" + name, Rule.UNKNOWN_PROPERTY, message);
      }
    }
    walk.checkValue(shape, payload.get("value"), "/value", 0);
  }

  /**
   * Throws when a model breaks a rule; warnings alone do not count.
   *
   * @param model the value
   * @param operation what the value is sent for; null for an answer
   * @throws ValidationException with all that was found
   */
  public static void check(Model model, @Nullable WriteOperation operation) {
    throwOnErrors(validate(model, operation));
  }

  static List<Violation> validate(Model model, @Nullable WriteOperation operation) {
    ModelType<?> type = model.type();
    Walk walk = new Walk(type.schema(), operation);
    if (type.isOfSchema()) {
      walk.checkValue(new PropertyShape(type.name()).notNull(), model, "", 0);
    } else {
      // Bodies of actions and pages of answers have classes but no types.
      walk.checkMembers(type.shape(), model.data(), "", 0);
    }
    return new ArrayList<>(walk.found());
  }

  /**
   * Throws when a request's body breaks a rule.
   *
   * <p>The body of an action, which has no type, is always made anew. Names that this schema does
   * not have are no reason: the caller put them there, and the service may know more.
   */
  static void checkBeforeSending(Model model, @Nullable WriteOperation operation) {
    boolean anew = operation == null && !model.type().isOfSchema();
    List<Violation> found = validate(model, anew ? WriteOperation.CREATE : operation);
    throwOnErrors(
        found.stream()
            .filter(violation -> !NAMES_UNKNOWN_HERE.contains(violation.rule()))
            .collect(Collectors.toList()));
  }

  private static void throwOnErrors(List<Violation> found) {
    if (found.stream().anyMatch(violation -> violation.severity() == Severity.ERROR)) {
      throw new ValidationException(found);
    }
  }
}
