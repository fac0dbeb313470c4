package org.example.odd.models;

import org.example.odd.runtime.EnumType;
import org.example.odd.runtime.OpenEnum;

/** The enumeration Odd.Names.case. */
public final class CaseEscaped extends OpenEnum {
  /** The enumeration in the schema, and all members that this client knows. */
  public static final EnumType<CaseEscaped> TYPE =
      new EnumType<>("Odd.Names.case", CaseEscaped::new);

  public static final CaseEscaped ImportEscaped = TYPE.declare("import");

  public static final CaseEscaped Name = TYPE.declare("name");

  public static final CaseEscaped Value = TYPE.declare("value");

  public static final CaseEscaped Mro = TYPE.declare("mro");

  public static final CaseEscaped None = TYPE.declare("None");

  private CaseEscaped(String value) {
    super(value);
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
