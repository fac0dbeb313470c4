package com.microsoft.graph.runtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A credential, its scopes and the token that it gave last, kept until shortly before it expires.
 */
final class TokenCache {
  private static final Duration EARLY = Duration.ofMinutes(5);
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");

  /** A token and the time at which it is to be replaced; never shown. */
  static final class Token {
    private final String text;
    private final Instant goodUntil;

    private Token(String text, Instant goodUntil) {
      this.text = text;
      this.goodUntil = goodUntil;
    }

    String header() {
      return "Bearer " + text;
    }

    @Override
    public String toString() {
      return "Token(***)";
    }
  }

  private final TokenCredential credential;
  private final List<String> scopes;
  private final Clock clock;
  private @Nullable Token kept;

  TokenCache(TokenCredential credential, List<String> scopes, Clock clock) {
    this.credential = credential;
    this.scopes = List.copyOf(scopes);
    this.clock = clock;
  }

  /** The token to use; the credential is asked by one thread at a time. May block. */
  synchronized Token token() {
    Instant now = clock.instant();
    if (kept == null || !now.isBefore(kept.goodUntil)) {
      kept = asked(now);
    }
    return kept;
  }

  /** Drops a token, if it is still the one that is kept. */
  synchronized void forget(Token token) {
    if (kept == token) {
      kept = null;
    }
  }

  private Token asked(Instant now) {
    AccessToken given;
    try {
      given = credential.getToken(scopes);
    } catch (Exception error) {
      if (error instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      String told = error.getClass().getSimpleName() + ": " + error.getMessage();
      throw new AuthenticationException(
          Masking.mask(Masking.oneLine("the credential failed: " + told)), error);
    }
    if (given == null || given.token() == null || !TOKEN.matcher(given.token()).matches()) {
      throw new AuthenticationException("the credential gave no token that can be sent");
    }
    Instant expires = given.expiresAt() == null ? now : given.expiresAt().toInstant();
    Duration lasts = Duration.between(now, expires);
    // A token that lives shorter than the margin is still used for a part of its life.
    boolean isLong = lasts.compareTo(EARLY.multipliedBy(2)) > 0;
    return new Token(given.token(), now.plus(isLong ? lasts.minus(EARLY) : lasts.dividedBy(2)));
  }

  @Override
  public String toString() {
    return "TokenCache(" + scopes + ")";
  }
}
