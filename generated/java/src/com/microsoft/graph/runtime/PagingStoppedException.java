package com.microsoft.graph.runtime;

/** A collection that does not end: a link came twice, or more pages than the client allows. */
public class PagingStoppedException extends ClientException {
  private static final long serialVersionUID = 1L;

  /**
   * With what is wrong.
   *
   * @param message what is wrong, in words; no secret is in it
   */
  public PagingStoppedException(String message) {
    super(message);
  }

  /**
   * With what is wrong and why.
   *
   * @param message what is wrong, in words; no secret is in it
   * @param cause why, or null
   */
  public PagingStoppedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
