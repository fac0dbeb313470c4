package com.microsoft.graph.runtime;

import java.util.List;
import java.util.Map;

/**
 * A payload holds something else than the schema says. The model keeps it; {@code toJson} shows it.
 */
public class DecodeException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /**
   * With what was expected where.
   *
   * @param message what was expected and what kind of thing was found, never the value
   */
  public DecodeException(String message) {
    super(message);
  }

  static <T> T decoded(Codec<T> codec, Object value, String place) {
    try {
      return codec.read(value);
    } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException error) {
      throw mismatch(place, codec.expected(), value);
    }
  }

  static DecodeException mismatch(String place, String expected, Object value) {
    return new DecodeException(place + ": expected " + expected + ", found " + kind(value));
  }

  private static String kind(Object value) {
    if (value instanceof String) {
      return "a text";
    }
    if (value instanceof Map || value instanceof Model || value instanceof HeldModel) {
      return "an object";
    }
    if (value instanceof List || value instanceof WireList) {
      return "a list";
    }
    return value instanceof Boolean ? "a boolean" : "a number";
  }
}
