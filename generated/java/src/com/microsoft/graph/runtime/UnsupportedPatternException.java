package com.microsoft.graph.runtime;

/** A pattern is malformed, or more than can be matched in bounded time. */
final class UnsupportedPatternException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnsupportedPatternException(String message) {
    super(message, null, false, false);
  }
}
