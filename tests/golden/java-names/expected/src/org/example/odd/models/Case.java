package org.example.odd.models;

import org.example.odd.runtime.EnumType;
import org.example.odd.runtime.OpenEnum;

/** The enumeration Odd.Names.case. */
public final class Case extends OpenEnum {
  /** The enumeration in the schema, and all members that this client knows. */
  public static final EnumType<Case> TYPE = new EnumType<>("Odd.Names.case", Case::new);

  public static final Case IMPORT = declared("import");

  public static final Case NAME = declared("name");

  public static final Case VALUE = declared("value");

  public static final Case MRO = declared("mro");

  public static final Case NONE = declared("None");

  private Case(String value) {
    super(value);
  }

  private static Case declared(String value) {
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
  public static Case forValue(String value) {
    return TYPE.of(value);
  }
}
