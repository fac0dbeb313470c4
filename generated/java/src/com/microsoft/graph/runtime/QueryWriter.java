package com.microsoft.graph.runtime;

import java.util.ArrayList;
import java.util.List;

/** Takes down query options: names as they are, values encoded whole. */
public final class QueryWriter {
  /** What there is to an option beside its text. */
  interface Combined {
    @Nullable
    String with(QueryOption option, @Nullable String text);
  }

  private final List<String> pairs = new ArrayList<>();
  private final Combined combined;

  QueryWriter() {
    this((option, text) -> text);
  }

  QueryWriter(Combined combined) {
    this.combined = combined;
  }

  /**
   * Adds an option unless its value is null.
   *
   * @param name the name on the wire
   * @param value a text, a number, a boolean, or something else that has an OData text
   */
  public void put(String name, @Nullable Object value) {
    String text = value == null ? null : UrlText.text(value);
    for (QueryOption option : QueryOption.values()) {
      if (option.wireName.equals(name)) {
        text = combined.with(option, text);
      }
    }
    if (text != null) {
      checked(name, text);
      pairs.add(PercentEncoding.encoded(name, "$@") + "=" + PercentEncoding.encoded(text));
    }
  }

  /**
   * Adds an option of several values, joined by commas, unless they are null.
   *
   * @param name the name on the wire
   * @param values the values
   */
  public void put(String name, @Nullable String[] values) {
    put(name, values == null ? null : (Object) String.join(",", values));
  }

  /**
   * Adds an option that counts something, unless it is null.
   *
   * @param name the name on the wire
   * @param value a whole number
   * @throws IllegalArgumentException for a negative number
   */
  public void putCount(String name, @Nullable Integer value) {
    if (value != null && value < 0) {
      throw new IllegalArgumentException(name + " is a whole number, not " + value);
    }
    put(name, value);
  }

  static String checked(String name, String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(name + " holds a NUL character");
    }
    return text;
  }

  String text() {
    return String.join("&", pairs);
  }
}
