package edmundruntime.runtime;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Whether items of a list are the same JSON: 1 and 1.0 are, and members have no order. */
final class Twins {
  private Twins() {}

  static boolean areIn(List<?> items) {
    Set<String> seen = new HashSet<>();
    for (Object item : items) {
      StringBuilder text = new StringBuilder();
      write(item, text);
      if (!seen.add(text.toString())) {
        return true;
      }
    }
    return false;
  }

  /** A text that two values have in common when they are the same. */
  private static void write(@Nullable Object given, StringBuilder text) {
    Object held = Held.value(given);
    Object value = held instanceof Model ? ((Model) held).data() : held;
    if (value instanceof List) {
      text.append('[');
      ((List<?>) value).forEach(item -> write(item, text));
      text.append(']');
    } else if (value instanceof Map) {
      Map<String, Object> sorted = new TreeMap<>();
      ((Map<?, ?>) value).forEach((name, member) -> sorted.put((String) name, member));
      text.append('{');
      sorted.forEach(
          (name, member) -> {
            write(name, text);
            write(member, text);
          });
      text.append('}');
    } else {
      String key = ScalarEnumType.key(value);
      text.append(key.length()).append(':').append(key);
    }
  }
}
