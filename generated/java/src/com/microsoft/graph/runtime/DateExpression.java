package com.microsoft.graph.runtime;

import java.time.LocalDate;

/** A date of a query. */
public final class DateExpression extends ValueExpression<LocalDate> {
  /**
   * A property; for generated code.
   *
   * @param path the path to it
   */
  public DateExpression(PathTo path) {
    super(path, "Edm.Date");
  }

  /**
   * A property; for generated code.
   *
   * @param path the path to it
   * @param type how dates that it is compared with are written
   */
  public DateExpression(PathTo path, String type) {
    super(path, type);
  }

  DateExpression(String text, QueryTerm... parts) {
    super(text, "Edm.Date", Precedence.PRIMARY, parts);
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
}
