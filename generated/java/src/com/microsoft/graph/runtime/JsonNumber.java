package com.microsoft.graph.runtime;

import java.math.BigDecimal;

/** A number of a JSON text, with its digits as they came: {@code 1.10} stays {@code 1.10}. */
public final class JsonNumber extends Number {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_EXPONENT = 9;

  private final String text;

  /**
   * A number.
   *
   * @param text a number in the grammar of RFC 8259, section 6
   */
  JsonNumber(String text) {
    this.text = text;
  }

  /**
   * The exact value.
   *
   * @return the value; beyond the range of exponents of {@link BigDecimal} one that is as large, or
   *     as small, as that gets
   */
  public BigDecimal decimal() {
    return decimalOf(text);
  }

  static BigDecimal decimalOf(String text) {
    int mark = Math.max(text.indexOf('e'), text.indexOf('E'));
    if (mark >= 0 && text.length() - mark - 1 > LONGEST_EXPONENT) {
      String exponent = text.substring(mark + 1).replaceFirst("^([+-]?)0+(?=.)", "$1");
      if (exponent.length() > LONGEST_EXPONENT) {
        BigDecimal digits = new BigDecimal(text.substring(0, mark));
        String farthest = exponent.startsWith("-") ? "1E-999999999" : "1E+999999999";
        return new BigDecimal(farthest).multiply(BigDecimal.valueOf(digits.signum()));
      }
      return new BigDecimal(text.substring(0, mark + 1) + exponent);
    }
    return new BigDecimal(text);
  }

  @Override
  public int intValue() {
    return (int) longValue();
  }

  @Override
  public long longValue() {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException notWhole) {
      double rounded = doubleValue();
      return Math.abs(rounded) < Long.MAX_VALUE ? decimal().longValue() : (long) rounded;
    }
  }

  @Override
  public float floatValue() {
    return Float.parseFloat(text);
  }

  @Override
  public double doubleValue() {
    return Double.parseDouble(text);
  }

  /**
   * Whether the other is the same number, whatever its digits.
   *
   * @param other what to compare with
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonNumber
        && (text.equals(((JsonNumber) other).text)
            || decimal().compareTo(((JsonNumber) other).decimal()) == 0);
  }

  @Override
  public int hashCode() {
    return Double.hashCode(doubleValue() + 0.0);
  }

  /** The digits as they came. */
  @Override
  public String toString() {
    return text;
  }
}
