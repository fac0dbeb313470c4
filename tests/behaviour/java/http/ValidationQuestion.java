package shop.runtime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what validators of the client say. */
final class ValidationQuestion {
  private ValidationQuestion() {}

  static Object answer(Map<?, ?> asked) throws ReflectiveOperationException {
    String cls = "shop.models." + asked.get("class");
    ModelType<?> type = (ModelType<?>) Class.forName(cls).getField("TYPE").get(null);
    String text = (String) asked.get("text");
    Object said = asked.get("operation");
    WriteOperation operation =
        said == null ? null : WriteOperation.valueOf(((String) said).toUpperCase(Locale.ROOT));
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("json", shown(Validator.validate(type, text, operation)));
    boolean isObject = Json.parse(text) instanceof Map;
    told.put("model", isObject ? shown(type.fromJson(text).validate(operation)) : null);
    return told;
  }

  private static List<String> shown(List<Violation> found) {
    return found.stream()
        .map(
            each ->
                each.pointer()
                    + " "
                    + each.code()
                    + (each.severity() == Severity.WARNING ? "?" : ""))
        .collect(Collectors.toList());
  }
}
