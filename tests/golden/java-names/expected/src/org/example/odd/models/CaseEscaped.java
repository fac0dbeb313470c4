package org.example.odd.models;

import org.example.odd.runtime.EnumType;
import org.example.odd.runtime.OpenEnum;

/** The enumeration Odd.Names.case. */
public final class CaseEscaped extends OpenEnum {
  /** The enumeration in the schema, and all members that this client knows. */
  public static final EnumType<CaseEscaped> TYPE =
      new EnumType<>("Odd.Names.case", CaseEscaped::new);

  public static final CaseEscaped Import = declared("import");

  public static final CaseEscaped Name = declared("name");

  public static final CaseEscaped Value = declared("value");

  public static final CaseEscaped Mro = declared("mro");

  public static final CaseEscaped None = declared("None");

  private CaseEscaped(String value) {
    super(value);
  }

  private static CaseEscaped declared(String value) {
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
  public static CaseEscaped forValue(String value) {
    return TYPE.of(value);
  }
}
