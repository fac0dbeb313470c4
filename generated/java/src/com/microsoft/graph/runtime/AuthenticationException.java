package com.microsoft.graph.runtime;

/** The credential gave no usable token; its own exception is the cause. */
public class AuthenticationException extends ClientException {
  private static final long serialVersionUID = 1L;

  /**
   * With what is wrong.
   *
   * @param message what is wrong, in words; no secret is in it
   */
  public AuthenticationException(String message) {
    super(message);
  }

  /**
   * With what is wrong and why.
   *
   * @param message what is wrong, in words; no secret is in it
   * @param cause why, or null
   */
  public AuthenticationException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
