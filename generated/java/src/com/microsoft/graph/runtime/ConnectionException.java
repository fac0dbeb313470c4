package com.microsoft.graph.runtime;

/** No answer: the connection could not be made or broke. */
public class ConnectionException extends ClientException {
  private static final long serialVersionUID = 1L;

  /**
   * With what is wrong.
   *
   * @param message what is wrong, in words; no secret is in it
   */
  public ConnectionException(String message) {
    super(message);
  }

  /**
   * With what is wrong and why.
   *
   * @param message what is wrong, in words; no secret is in it
   * @param cause why, or null
   */
  public ConnectionException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
