package com.microsoft.graph.runtime;

/** A key or a parameter in a URL: its name, its value and its type. */
public final class UrlPart {
  final String name;
  final @Nullable Object value;
  final String type;

  private UrlPart(String name, @Nullable Object value, String type) {
    this.name = name;
    this.value = value;
    this.type = type;
  }

  /**
   * A key or a parameter.
   *
   * @param name its name; empty for a single key
   * @param value its value
   * @param type the qualified name of its type; {@code json} for what has no literal
   * @return the part
   */
  public static UrlPart of(String name, @Nullable Object value, String type) {
    return new UrlPart(name, value, type);
  }
}
