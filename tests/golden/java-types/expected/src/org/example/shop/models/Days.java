package org.example.shop.models;

import org.example.shop.runtime.EnumType;
import org.example.shop.runtime.OpenEnum;

/** Flags Shop.Catalog.Days. */
public final class Days extends OpenEnum {
  /** The enumeration in the schema, and all members that this client knows. */
  public static final EnumType<Days> TYPE = new EnumType<>("Shop.Catalog.Days", Days::new);

  public static final Days MONDAY = declared("monday");

  public static final Days TUESDAY = declared("tuesday");

  private Days(String value) {
    super(value);
  }

  private static Days declared(String value) {
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
  public static Days forValue(String value) {
    return TYPE.of(value);
  }
}
