package com.microsoft.graph.runtime;

/** An answer above the size allowed, or compressed beyond any honest ratio. */
public class ResponseTooLargeException extends UnexpectedAnswerException {
  private static final long serialVersionUID = 1L;

  /**
   * With what is wrong.
   *
   * @param message what is wrong, in words; no secret is in it
   */
  public ResponseTooLargeException(String message) {
    super(message);
  }

  /**
   * With what is wrong and why.
   *
   * @param message what is wrong, in words; no secret is in it
   * @param cause why, or null
   */
  public ResponseTooLargeException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
