package com.microsoft.graph.runtime;

import java.time.OffsetDateTime;

/** A date and time of a query. */
public final class MomentExpression extends ValueExpression<OffsetDateTime> {
  /**
   * A property; for generated code.
   *
   * @param path the path to it
   */
  public MomentExpression(PathTo path) {
    super(path, "Edm.DateTimeOffset");
  }

  /**
   * A property; for generated code.
   *
   * @param path the path to it
   * @param type how moments that it is compared with are written
   */
  public MomentExpression(PathTo path, String type) {
    super(path, type);
  }

  MomentExpression(String text, QueryTerm... parts) {
    super(text, "Edm.DateTimeOffset", Precedence.PRIMARY, parts);
  }

  /** The year. */
  public NumberExpression year() {
    return new NumberExpression(called("year"), Precedence.PRIMARY, this);
  }

  /** The month, from 1. */
  public NumberExpression month() {
    return new NumberExpression(called("month"), Precedence.PRIMARY, this);
  }

  /** The day of the month. */
  public NumberExpression day() {
    return new NumberExpression(called("day"), Precedence.PRIMARY, this);
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

  /** The offset from UTC in minutes. */
  public NumberExpression totalOffsetMinutes() {
    return new NumberExpression(called("totaloffsetminutes"), Precedence.PRIMARY, this);
  }

  /** The date. */
  public DateExpression date() {
    return new DateExpression(called("date"), this);
  }

  /** The time of day. */
  public TimeExpression time() {
    return new TimeExpression(called("time"), this);
  }
}
