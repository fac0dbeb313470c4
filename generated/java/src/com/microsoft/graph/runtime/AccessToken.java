package com.microsoft.graph.runtime;

import java.time.OffsetDateTime;

/** A bearer token; never shown. */
public final class AccessToken {
  private final String token;
  private final OffsetDateTime expiresAt;

  /**
   * A token.
   *
   * @param token the text that is sent
   * @param expiresAt when the service takes it no longer
   */
  public AccessToken(String token, OffsetDateTime expiresAt) {
    this.token = token;
    this.expiresAt = expiresAt;
  }

  String token() {
    return token;
  }

  OffsetDateTime expiresAt() {
    return expiresAt;
  }

  @Override
  public String toString() {
    return "AccessToken(***)";
  }
}
