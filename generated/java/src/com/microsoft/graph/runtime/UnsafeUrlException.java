package com.microsoft.graph.runtime;

/** A URL that leaves the service's origin, or that parsers could read in two ways. */
public class UnsafeUrlException extends ClientException {
  private static final long serialVersionUID = 1L;

  /**
   * With what is wrong.
   *
   * @param message what is wrong, in words; no secret is in it
   */
  public UnsafeUrlException(String message) {
    super(message);
  }

  /**
   * With what is wrong and why.
   *
   * @param message what is wrong, in words; no secret is in it
   * @param cause why, or null
   */
  public UnsafeUrlException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
