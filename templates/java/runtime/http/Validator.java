package edmundruntime.runtime;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says what is wrong with a model or a JSON value, by the rules of the description, before the
 * service does. Messages never repeat a value, so that no secret reaches a log through them.
 */
public final class Validator {
  /** What the description does not know is no reason not to send: the service may know more. */
  private static final Set<Rule> UNKNOWN_HERE = Set.of(Rule.UNKNOWN_PROPERTY, Rule.ENUM_MEMBER);

  private Validator() {}

  /**
   * What is wrong with a JSON text as a value of a type.
   *
   * @param type the type, such as {@code Pet.TYPE}
   * @param json the text
   * @param operation what the value is sent for; null for an answer
   * @return all that was found; empty when nothing is wrong
   * @throws JsonFormatException when the text is not JSON
   */
  public static List<Violation> validate(
      Codec<?> type, String json, @Nullable WriteOperation operation) {
    return validate(ValueShape.of(type), Json.parse(json), operation);
  }

  static List<Violation> validate(
      ValueShape shape, @Nullable Object value, @Nullable WriteOperation operation) {
    Walk walk = new Walk(operation, false);
    walk.check(shape, value, "", 0);
    return walk.found();
  }

  /**
   * Throws when a model breaks a rule; warnings alone do not count.
   *
   * @param model the value
   * @param operation what the value is sent for; null for an answer
   * @throws ValidationException with all that was found
   */
  public static void check(Model model, @Nullable WriteOperation operation) {
    throwOnErrors(model.validate(operation));
  }

  /** Throws when the body of a request breaks a rule; a PATCH says only what is to change. */
  static void checkBeforeSending(ValueShape shape, @Nullable Object value, HttpMethod method) {
    boolean isPatch = method.name().equals("PATCH");
    boolean isUpdate = isPatch || method.name().equals("PUT");
    Walk walk = new Walk(isUpdate ? WriteOperation.UPDATE : WriteOperation.CREATE, isPatch);
    walk.check(shape, value, "", 0);
    throwOnErrors(
        walk.found().stream()
            .filter(violation -> !UNKNOWN_HERE.contains(violation.rule()))
            .collect(Collectors.toList()));
  }

  private static void throwOnErrors(List<Violation> found) {
    if (found.stream().anyMatch(violation -> violation.severity() == Severity.ERROR)) {
      throw new ValidationException(found);
    }
  }
}
