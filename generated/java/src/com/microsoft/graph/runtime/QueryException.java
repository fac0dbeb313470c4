package com.microsoft.graph.runtime;

/** A query that the service says it does not take; nothing was sent. */
public class QueryException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * With what is wrong.
   *
   * @param message the property, and what it can be
   */
  public QueryException(String message) {
    super(message);
  }
}
