package com.microsoft.graph.runtime;

/** A text that is not JSON, or not JSON of the kind expected. It never repeats the text. */
public class JsonFormatException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * With what is wrong.
   *
   * @param message what is wrong, in words
   */
  public JsonFormatException(String message) {
    super(message);
  }
}
