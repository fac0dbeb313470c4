package org.example.shop.models;

import org.example.shop.runtime.EnumType;
import org.example.shop.runtime.OpenEnum;

/** The enumeration Shop.Catalog.Color. */
public final class Color extends OpenEnum {
  /** The enumeration in the schema, and all members that this client knows. */
  public static final EnumType<Color> TYPE = new EnumType<>("Shop.Catalog.Color", Color::new);

  public static final Color RED = declared("red");

  public static final Color NONE = declared("None");

  private Color(String value) {
    super(value);
  }

  private static Color declared(String value) {
    return TYPE.declare(value);
  }

  @Override
  protected EnumType<?> type() {
    return TYPE;
  }

  /**
   * The member of a text, known or not.
   *
   * @param value the text on the wire
   */
  public static Color forValue(String value) {
    return TYPE.of(value);
  }
}
