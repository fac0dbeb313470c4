package edmundruntime.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes values as JSON text, exactly: ASCII only, no blanks. A model says its type where the
 * declared type would not.
 */
final class JsonWriter {
  private static final int MOST_LEVELS = 1000;
  private static final String DIGITS = "0123456789abcdef";

  private final StringBuilder text = new StringBuilder();
  private final boolean ascii;

  private JsonWriter(boolean ascii) {
    this.ascii = ascii;
  }

  /**
   * The text of a value.
   *
   * @param value a model, or JSON values with models inside
   * @param declared the type that is expected where the value stands; null when none is
   */
  static String text(@Nullable Object value, @Nullable ModelType<?> declared) {
    JsonWriter writer = new JsonWriter(true);
    writer.value(value, declared, 0);
    return writer.text.toString();
  }

  /** The text of a value, characters beyond ASCII as they are: where they are encoded later. */
  static String unicode(@Nullable Object value) {
    JsonWriter writer = new JsonWriter(false);
    writer.value(value, null, 0);
    return writer.text.toString();
  }

  private void value(@Nullable Object value, @Nullable ModelType<?> declared, int level) {
    if (level > MOST_LEVELS) {
      throw new JsonFormatException("the values are nested too deeply");
    }
    if (value == null) {
      text.append("null");
    } else if (value instanceof String) {
      string((String) value);
    } else if (value instanceof Model) {
      object(((Model) value).members(declared), level);
    } else if (value instanceof HeldModel) {
      HeldModel held = (HeldModel) value;
      value(held.model, held.declared, level);
    } else if (value instanceof WireList) {
      WireList list = (WireList) value;
      array(list.wire(), list.declared(), level);
    } else if (value instanceof WireValue) {
      value(((WireValue) value).wire(), declared, level);
    } else if (value instanceof Map) {
      object((Map<?, ?>) value, level);
    } else if (value instanceof Collection) {
      array((Collection<?>) value, null, level);
    } else {
      scalar(value);
    }
  }

  private void scalar(Object value) {
    if (value instanceof Boolean) {
      text.append(value);
    } else if (value instanceof Number) {
      Object wire = value;
      if (value instanceof Double || value instanceof Float) {
        wire = Codec.DOUBLE.write(((Number) value).doubleValue());
      }
      if (wire instanceof String) {
        string((String) wire);
      } else {
        text.append(value);
      }
    } else {
      Object wire = Codec.wireValue(value);
      if (wire instanceof String) {
        string((String) wire);
      } else {
        throw new JsonFormatException("a " + value.getClass().getSimpleName() + " is no JSON");
      }
    }
  }

  private void object(Map<?, ?> members, int level) {
    text.append('{');
    boolean first = true;
    for (Map.Entry<?, ?> member : members.entrySet()) {
      if (!first) {
        text.append(',');
      }
      first = false;
      string(String.valueOf(member.getKey()));
      text.append(':');
      value(member.getValue(), null, level + 1);
    }
    text.append('}');
  }

  private void array(Collection<?> items, @Nullable ModelType<?> declared, int level) {
    text.append('[');
    boolean first = true;
    for (Object item : items) {
      if (!first) {
        text.append(',');
      }
      first = false;
      value(item, declared, level + 1);
    }
    text.append(']');
  }

  private void string(String value) {
    text.append('"');
    for (int at = 0; at < value.length(); at++) {
      char character = value.charAt(at);
      if (character == '"' || character == '\\') {
        text.append('\\').append(character);
      } else if (character >= ' ' && (character < 127 || (!ascii && character > 127))) {
        text.append(character);
      } else {
        text.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          text.append(DIGITS.charAt(character >> shift & 15));
        }
      }
    }
    text.append('"');
  }

  /** `value` as maps, lists and scalars of its own: models as they go on the wire. */
  static @Nullable Object plain(@Nullable Object value, @Nullable ModelType<?> declared) {
    return Json.parse(text(value, declared));
  }

  /** Containers of their own around the same scalars, of values that were read. */
  static @Nullable Object copied(@Nullable Object value) {
    if (value instanceof Map) {
      Map<Object, Object> members = new LinkedHashMap<>();
      ((Map<?, ?>) value).forEach((name, member) -> members.put(name, copied(member)));
      return members;
    }
    if (value instanceof List) {
      List<Object> items = new ArrayList<>();
      ((List<?>) value).forEach(item -> items.add(copied(item)));
      return items;
    }
    return value;
  }

  /** The text of models as the value of a collection (JSON Format, section 14). */
  static String collection(List<? extends Model> items, ModelType<?> declared) {
    JsonWriter writer = new JsonWriter(true);
    writer.text.append("{\"value\":");
    writer.array(items, declared, 1);
    return writer.text.append('}').toString();
  }
}
