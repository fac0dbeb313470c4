package com.microsoft.graph.runtime;

/**
 * A redirect that the client does not follow. No credential is sent there; a download from a
 * storage host is the caller's own decision.
 */
public class RedirectRefusedException extends UnexpectedAnswerException {
  private static final long serialVersionUID = 1L;

  private final String location;

  RedirectRefusedException(String message, String location) {
    super(message);
    this.location = location;
  }

  /** Where to: the URL as the service gave it. It may hold secrets. */
  public String location() {
    return location;
  }
}
