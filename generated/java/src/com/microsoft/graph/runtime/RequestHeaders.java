package com.microsoft.graph.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Header fields of one request, checked; names are compared without case. */
public final class RequestHeaders {
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");
  private static final Set<String> RESERVED =
      Set.of("host", "content-length", "transfer-encoding", "connection");

  private final Map<String, List<String>> values = new LinkedHashMap<>();

  RequestHeaders() {}

  /**
   * Adds values to those that a field has.
   *
   * @param name the field's name
   * @param more its values
   * @throws IllegalArgumentException for a name that is no token, a value with a line break or a
   *     control character (RFC 9110, section 5), and the fields that frame the message
   */
  public void add(String name, String... more) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("'" + Masking.oneLine(name) + "' is no header name");
    }
    String key = name.toLowerCase(Locale.ROOT);
    if (RESERVED.contains(key)) {
      throw new IllegalArgumentException("header '" + name + "' is set by the transport");
    }
    for (String value : more) {
      if (!VALUE.matcher(value).matches()) {
        throw new IllegalArgumentException(
            "the value of header '" + name + "' has a line break or control character");
      }
      values.computeIfAbsent(key, absent -> new ArrayList<>()).add(value.strip());
    }
  }

  /**
   * Adds a field unless it is there.
   *
   * @param name the field's name
   * @param value its value
   * @return whether it was added
   */
  public boolean tryAdd(String name, String value) {
    boolean absent = !containsKey(name);
    if (absent) {
      add(name, value);
    }
    return absent;
  }

  /**
   * Whether a field is there.
   *
   * @param name the field's name
   */
  public boolean containsKey(String name) {
    return values.containsKey(name.toLowerCase(Locale.ROOT));
  }

  /**
   * Removes a field if it is there.
   *
   * @param name the field's name
   */
  public void remove(String name) {
    values.remove(name.toLowerCase(Locale.ROOT));
  }

  /** Removes all fields. */
  public void clear() {
    values.clear();
  }

  /** The fields by lower-case name, several values joined by commas. */
  Map<String, String> joined() {
    Map<String, String> fields = new LinkedHashMap<>();
    values.forEach((name, all) -> fields.put(name, String.join(", ", all)));
    return fields;
  }

  @Override
  public String toString() {
    return "RequestHeaders" + Masking.headers(joined());
  }
}
