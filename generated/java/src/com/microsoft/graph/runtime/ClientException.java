package com.microsoft.graph.runtime;

/** The base of what a client throws, but for wrong arguments. */
public class ClientException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * With what is wrong.
   *
   * @param message what is wrong, in words; no secret is in it
   */
  public ClientException(String message) {
    super(message);
  }

  /**
   * With what is wrong and why.
   *
   * @param message what is wrong, in words; no secret is in it
   * @param cause why, or null
   */
  public ClientException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
