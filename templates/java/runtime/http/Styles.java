package edmundruntime.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes JSON values as parameters (OpenAPI 3.2.0, section 4.12.4; RFC 6570). */
final class Styles {
  private static final String IN_QUERY = ":/?@!$'()*,;=";
  private static final String IN_PATH = ":@!$&'()*+,;=";
  private static final Pattern TRIPLE = Pattern.compile("%[0-9A-Fa-f]{2}");

  private final String name;
  private final UnaryOperator<String> encoding;

  private Styles(String name, UnaryOperator<String> encoding) {
    this.name = name;
    this.encoding = encoding;
  }

  /** Text for URLs: encoded, but for what the parameter reserves and parts nothing in its place. */
  static UnaryOperator<String> encoding(Parameter parameter) {
    if (!parameter.reserved) {
      return PercentEncoding::encoded;
    }
    boolean path = parameter.location == Parameter.Location.PATH;
    String safe = path ? IN_PATH : IN_QUERY;
    return text -> {
      StringBuilder written = new StringBuilder();
      Matcher triple = TRIPLE.matcher(text);
      int from = 0;
      while (triple.find()) {
        written.append(PercentEncoding.encoded(text.substring(from, triple.start()), safe));
        written.append(triple.group());
        from = triple.end();
      }
      return written + PercentEncoding.encoded(text.substring(from), safe);
    };
  }

  /**
   * The text of a value.
   *
   * @param parameter how it is written
   * @param value maps, lists, texts, numbers and booleans, not null
   * @param encoding what becomes of each text
   * @return the text, with the parameter's name where the style has it; null for nothing at all
   */
  static @Nullable String text(Parameter parameter, Object value, UnaryOperator<String> encoding) {
    Styles styles = new Styles(encoding.apply(parameter.name), encoding);
    boolean cookie = parameter.location == Parameter.Location.COOKIE;
    if (parameter.style != Style.CONTENT && isEmpty(value)) {
      return null;
    }
    switch (parameter.style) {
      case SIMPLE:
        return styles.joined(value, parameter.explode, "", ",", ",");
      case LABEL:
        return styles.joined(value, parameter.explode, ".", ".", ",");
      case MATRIX:
        return styles.matrix(value, parameter.explode);
      case SPACE_DELIMITED:
        return styles.delimited(value, parameter.explode, "%20");
      case PIPE_DELIMITED:
        return styles.delimited(value, parameter.explode, "%7C");
      case TAB_DELIMITED:
        return styles.delimited(value, parameter.explode, "%09");
      case DEEP_OBJECT:
        return styles.deep(value);
      case COOKIE:
        return styles.form(value, parameter.explode, "; ");
      case CONTENT:
        return styles.content(parameter, value);
      default:
        return styles.form(value, parameter.explode, cookie ? "; " : "&");
    }
  }

  /** Whether a value has no parts that are written. */
  private static boolean isEmpty(Object value) {
    if (value instanceof Map) {
      return ((Map<?, ?>) value).values().stream().allMatch(Objects::isNull);
    }
    return value instanceof List && ((List<?>) value).stream().allMatch(Objects::isNull);
  }

  private @Nullable String content(Parameter parameter, @Nullable Object value) {
    if (parameter.mediaType.startsWith("application/x-www-form-urlencoded")
        && value instanceof Map) {
      List<String> pairs = new ArrayList<>();
      ((Map<?, ?>) value)
          .forEach(
              (key, member) -> {
                String own = encoding.apply((String) key);
                String pair =
                    member == null ? null : new Styles(own, encoding).form(member, true, "&");
                if (pair != null) {
                  pairs.add(pair);
                }
              });
      return String.join("&", pairs);
    }
    boolean text = parameter.mediaType.startsWith("text/") && value instanceof String;
    // A header field is ASCII, and nothing encodes it.
    boolean ascii = parameter.location == Parameter.Location.HEADER;
    String json = ascii ? JsonWriter.text(value, null) : JsonWriter.unicode(value);
    String written = encoding.apply(text ? (String) value : json);
    switch (parameter.location) {
      case QUERY:
      case COOKIE:
        return name + "=" + written;
      default:
        return written;
    }
  }

  /** The text of a scalar; of what has parts, and stands inside of another value, its JSON. */
  static String scalar(Object value) {
    return value instanceof Map || value instanceof List
        ? JsonWriter.unicode(value)
        : String.valueOf(value);
  }

  private String joined(
      Object value, boolean explode, String prefix, String apart, String together) {
    if (value instanceof Map) {
      List<String> parts =
          explode ? pairs((Map<?, ?>) value, "=") : namesAndValues((Map<?, ?>) value);
      return prefix + String.join(explode ? apart : together, parts);
    }
    if (value instanceof List) {
      return prefix + String.join(explode ? apart : together, items((List<?>) value));
    }
    return prefix + encoding.apply(scalar(value));
  }

  private String matrix(Object value, boolean explode) {
    if (value instanceof Map) {
      Map<?, ?> members = (Map<?, ?>) value;
      return explode
          ? ";" + String.join(";", pairs(members, "="))
          : named(";", String.join(",", namesAndValues(members)));
    }
    if (value instanceof List) {
      List<String> items = items((List<?>) value);
      if (!explode) {
        return named(";", String.join(",", items));
      }
      StringBuilder whole = new StringBuilder();
      items.forEach(item -> whole.append(named(";", item)));
      return whole.toString();
    }
    return named(";", encoding.apply(scalar(value)));
  }

  private String named(String prefix, String text) {
    return prefix + name + (text.isEmpty() ? "" : "=" + text);
  }

  private @Nullable String form(Object value, boolean explode, String separator) {
    if (value instanceof Map) {
      Map<?, ?> members = (Map<?, ?>) value;
      List<String> parts = explode ? pairs(members, "=") : namesAndValues(members);
      if (parts.isEmpty()) {
        return null;
      }
      return explode ? String.join(separator, parts) : name + "=" + String.join(",", parts);
    }
    if (value instanceof List) {
      List<String> items = items((List<?>) value);
      if (items.isEmpty()) {
        return null;
      }
      if (!explode) {
        return name + "=" + String.join(",", items);
      }
      items.replaceAll(item -> name + "=" + item);
      return String.join(separator, items);
    }
    return name + "=" + encoding.apply(scalar(value));
  }

  private @Nullable String delimited(Object value, boolean explode, String delimiter) {
    if (explode || !(value instanceof Map || value instanceof List)) {
      return form(value, true, "&");
    }
    List<String> parts =
        value instanceof Map ? namesAndValues((Map<?, ?>) value) : items((List<?>) value);
    return parts.isEmpty() ? null : name + "=" + String.join(delimiter, parts);
  }

  private @Nullable String deep(Object value) {
    if (!(value instanceof Map || value instanceof List)) {
      return form(value, true, "&");
    }
    List<String> parts = new ArrayList<>();
    deep(name, value, parts);
    return parts.isEmpty() ? null : String.join("&", parts);
  }

  private void deep(String path, Object value, List<String> parts) {
    if (value instanceof Map) {
      ((Map<?, ?>) value)
          .forEach(
              (key, member) -> {
                if (member != null) {
                  deep(path + "%5B" + encoding.apply((String) key) + "%5D", member, parts);
                }
              });
    } else if (value instanceof List) {
      int at = 0;
      for (Object item : (List<?>) value) {
        if (item != null) {
          deep(path + "%5B" + at + "%5D", item, parts);
          at++;
        }
      }
    } else {
      parts.add(path + "=" + encoding.apply(scalar(value)));
    }
  }

  private List<String> items(List<?> values) {
    List<String> items = new ArrayList<>();
    for (Object value : values) {
      if (value != null) {
        items.add(encoding.apply(scalar(value)));
      }
    }
    return items;
  }

  private List<String> pairs(Map<?, ?> members, String between) {
    List<String> pairs = new ArrayList<>();
    members.forEach(
        (key, value) -> {
          if (value != null) {
            pairs.add(encoding.apply((String) key) + between + encoding.apply(scalar(value)));
          }
        });
    return pairs;
  }

  private List<String> namesAndValues(Map<?, ?> members) {
    List<String> parts = new ArrayList<>();
    members.forEach(
        (key, value) -> {
          if (value != null) {
            parts.add(encoding.apply((String) key));
            parts.add(encoding.apply(scalar(value)));
          }
        });
    return parts;
  }
}
