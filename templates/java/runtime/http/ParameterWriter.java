package edmundruntime.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes down the parameters of one call, each as its description has it written. */
public final class ParameterWriter {
  private final List<String> query = new ArrayList<>();
  private final List<String> cookies = new ArrayList<>();
  private final Map<String, String> headers = new LinkedHashMap<>();

  ParameterWriter() {}

  /**
   * Adds a parameter unless its value is null.
   *
   * @param <T> the type
   * @param parameter how it is written
   * @param value the value
   * @param type the type
   * @throws IllegalArgumentException when it is required and null, or cannot be sent
   */
  public <T> void put(Parameter parameter, @Nullable T value, Codec<T> type) {
    Object plain = value == null ? null : JsonWriter.plain(type.write(value), null);
    if (plain != null) {
      write(parameter, plain);
    } else if (parameter.required) {
      throw new IllegalArgumentException(
          "the parameter " + Masking.oneLine(parameter.name) + " is required");
    }
  }

  private void write(Parameter parameter, Object value) {
    switch (parameter.location) {
      case HEADER:
        String field = Styles.text(parameter, value, text -> text);
        if (field != null) {
          RequestHeaders checked = new RequestHeaders();
          checked.add(parameter.name, field);
          headers.putAll(checked.joined());
        }
        break;
      case COOKIE:
        boolean plain = parameter.style == Style.COOKIE;
        add(
            cookies,
            Styles.text(
                parameter, value, plain ? ParameterWriter::cookie : Styles.encoding(parameter)));
        break;
      case QUERY_STRING:
        boolean whole = value instanceof String;
        add(
            query,
            whole ? (String) value : Styles.text(parameter, value, Styles.encoding(parameter)));
        break;
      default:
        add(query, Styles.text(parameter, value, Styles.encoding(parameter)));
    }
  }

  private static String cookie(String text) {
    if (!text.matches("[\\x21-\\x7e&&[^;,\"\\\\]]*")) {
      throw new IllegalArgumentException(
          "the value of a cookie has a character that none can have");
    }
    return text;
  }

  private static void add(List<String> parts, @Nullable String text) {
    if (text != null) {
      parts.add(text);
    }
  }

  void own(String name, Object value) {
    query.add(PercentEncoding.encoded(name) + "=" + PercentEncoding.encoded(String.valueOf(value)));
  }

  String query() {
    return String.join("&", query);
  }

  /** The header fields by lower-case name, cookies included. */
  Map<String, String> headers() {
    Map<String, String> all = new LinkedHashMap<>(headers);
    if (!cookies.isEmpty()) {
      all.put("cookie", String.join("; ", cookies));
    }
    return all;
  }
}
