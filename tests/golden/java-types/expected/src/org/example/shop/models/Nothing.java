package org.example.shop.models;

import org.example.shop.runtime.EnumType;
import org.example.shop.runtime.OpenEnum;

/** The enumeration Shop.Catalog.Nothing. */
public final class Nothing extends OpenEnum {
  /** The enumeration in the schema, and all members that this client knows. */
  public static final EnumType<Nothing> TYPE = new EnumType<>("Shop.Catalog.Nothing", Nothing::new);

  private Nothing(String value) {
    super(value);
  }

  private static Nothing declared(String value) {
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
  public static Nothing forValue(String value) {
    return TYPE.of(value);
  }
}
