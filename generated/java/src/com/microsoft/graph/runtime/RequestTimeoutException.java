package com.microsoft.graph.runtime;

/** No answer within the time allowed. */
public class RequestTimeoutException extends ConnectionException {
  private static final long serialVersionUID = 1L;

  /**
   * With what is wrong.
   *
   * @param message what is wrong, in words; no secret is in it
   */
  public RequestTimeoutException(String message) {
    super(message);
  }

  /**
   * With what is wrong and why.
   *
   * @param message what is wrong, in words; no secret is in it
   * @param cause why, or null
   */
  public RequestTimeoutException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
