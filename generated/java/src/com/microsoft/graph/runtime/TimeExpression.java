package com.microsoft.graph.runtime;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** A time of day of a query. */
public final class TimeExpression extends ValueExpression<LocalTime> {
  /**
   * A property; for generated code.
   *
   * @param path the path to it
   */
  public TimeExpression(PathTo path) {
    super(path, "Edm.TimeOfDay");
  }

  TimeExpression(String text, QueryTerm... parts) {
    super(text, "Edm.TimeOfDay", Precedence.PRIMARY, parts);
  }

  /** The hour. */
  public NumberExpression hour() {
    return new NumberExpression(called("hour"), Precedence.PRIMARY, this);
  }

  /** The minute. */
  public NumberExpression minute() {
    return new NumberExpression(called("minute"), Precedence.PRIMARY, this);
  }

  /** The second. */
  public NumberExpression second() {
    return new NumberExpression(called("second"), Precedence.PRIMARY, this);
  }

  /** What is beyond the whole second. */
  public NumberExpression fractionalSeconds() {
    return new NumberExpression(called("fractionalseconds"), Precedence.PRIMARY, this);
  }

  /** Always with its seconds, which not every service takes as left out. */
  @Override
  String literal(@Nullable Object value) {
    return value instanceof LocalTime
        ? DateTimeFormatter.ISO_LOCAL_TIME.format((LocalTime) value)
        : super.literal(value);
  }
}
