package edmundruntime.runtime;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON text (RFC 8259) into plain values, exactly: objects are maps in their order, arrays
 * are lists, numbers are {@link JsonNumber}s. A member named twice is refused: readers differ in
 * which of the two counts.
 */
public final class Json {
  private static final int MOST_LEVELS = 1000;

  private Json() {}

  /**
   * The value of a JSON text.
   *
   * @param text one JSON value
   * @return a map, a list, a text, a {@link JsonNumber}, a boolean or null
   * @throws JsonFormatException when the text is not JSON, or nested too deeply
   */
  public static @Nullable Object parse(String text) {
    try (JsonReader reader = new JsonReader(new StringReader(text))) {
      Object value = read(reader, 0);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new JsonFormatException("there is more than one JSON value");
      }
      return value;
    } catch (IOException | IllegalStateException | NumberFormatException error) {
      // Its message may repeat the text, which may hold secrets.
      throw new JsonFormatException("the text is not JSON");
    }
  }

  /**
   * The value of a JSON text in UTF-8.
   *
   * @param text the bytes of one JSON value
   * @return as {@link #parse(String)}
   * @throws JsonFormatException when the bytes are not UTF-8 or the text is not JSON
   */
  public static @Nullable Object parse(byte[] text) {
    try {
      return parse(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString());
    } catch (CharacterCodingException error) {
      throw new JsonFormatException("the text is not UTF-8");
    }
  }

  private static @Nullable Object read(JsonReader reader, int level) throws IOException {
    if (level > MOST_LEVELS) {
      throw new JsonFormatException("the JSON is nested too deeply");
    }
    switch (reader.peek()) {
      case BEGIN_OBJECT:
        Map<String, Object> object = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
          String name = reader.nextName();
          if (object.containsKey(name)) {
            throw new JsonFormatException("an object names a member twice");
          }
          object.put(name, read(reader, level + 1));
        }
        reader.endObject();
        return object;
      case BEGIN_ARRAY:
        List<Object> array = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
          array.add(read(reader, level + 1));
        }
        reader.endArray();
        return array;
      case STRING:
        return reader.nextString();
      case NUMBER:
        return new JsonNumber(reader.nextString());
      case BOOLEAN:
        return reader.nextBoolean();
      case NULL:
        reader.nextNull();
        return null;
      default:
        throw new JsonFormatException("the text is not JSON");
    }
  }

  /** Whether two values mean the same: numbers by value, objects whatever their order. */
  static boolean same(@Nullable Object one, @Nullable Object other) {
    if (one instanceof Map && other instanceof Map) {
      Map<?, ?> left = (Map<?, ?>) one;
      Map<?, ?> right = (Map<?, ?>) other;
      return left.size() == right.size()
          && left.entrySet().stream()
              .allMatch(
                  entry ->
                      right.containsKey(entry.getKey())
                          && same(entry.getValue(), right.get(entry.getKey())));
    }
    if (one instanceof List && other instanceof List) {
      List<?> left = (List<?>) one;
      List<?> right = (List<?>) other;
      if (left.size() != right.size()) {
        return false;
      }
      for (int at = 0; at < left.size(); at++) {
        if (!same(left.get(at), right.get(at))) {
          return false;
        }
      }
      return true;
    }
    if (one instanceof Number && other instanceof Number) {
      BigDecimal left = exact(one);
      BigDecimal right = exact(other);
      return left != null && right != null ? left.compareTo(right) == 0 : one.equals(other);
    }
    return one == null ? other == null : one.equals(other);
  }

  /** The number that a JSON number is; null for anything else, and for what is not finite. */
  static @Nullable BigDecimal exact(@Nullable Object value) {
    if (value instanceof JsonNumber) {
      return ((JsonNumber) value).decimal();
    }
    if (value instanceof BigDecimal) {
      return (BigDecimal) value;
    }
    if (value instanceof BigInteger) {
      return new BigDecimal((BigInteger) value);
    }
    if (value instanceof Double || value instanceof Float) {
      boolean finite = Double.isFinite(((Number) value).doubleValue());
      return finite ? new BigDecimal(value.toString()) : null;
    }
    return value instanceof Number ? BigDecimal.valueOf(((Number) value).longValue()) : null;
  }
}
