package com.microsoft.graph.runtime;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** When to send a request again, and after how long (RFC 9110, sections 9.2.2 and 10.2.3). */
final class RetryRules {
  /** The longest pause; a service that asks for more gets its answer reported instead. */
  static final Duration MAX_PAUSE = Duration.ofSeconds(120);

  private static final int LONGEST_BACKOFF = 30;

  private RetryRules() {}

  /** How long {@code Retry-After} asks for; null without a usable one. */
  static @Nullable Duration retryAfter(Map<String, String> headers, Instant now) {
    String value = headers.getOrDefault("retry-after", "").strip();
    if (value.matches("[0-9]+")) {
      return Duration.ofSeconds(Long.parseLong(value.substring(0, Math.min(12, value.length()))));
    }
    if (value.isEmpty()) {
      return null;
    }
    try {
      Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration pause = Duration.between(now, until);
      return pause.isNegative() ? Duration.ZERO : pause;
    } catch (DateTimeException | ArithmeticException error) {
      return null;
    }
  }

  /**
   * The pause before attempt number `attempt` + 1; null when the answer is to be taken.
   *
   * <p>429 and 503 say that the request was not processed: with {@code Retry-After} any method is
   * sent again. Without it, and after 504, only methods that are idempotent are.
   */
  static @Nullable Duration pause(HttpMethod method, Reply reply, int attempt, Instant now) {
    int status = reply.status();
    if (status != 429 && status != 503 && status != 504) {
      return null;
    }
    Duration asked = retryAfter(reply.headers(), now);
    if (!method.isIdempotent() && (asked == null || status == 504)) {
      return null;
    }
    Duration backoff =
        Duration.ofSeconds(Math.min(1L << Math.min(attempt - 1, 20), LONGEST_BACKOFF));
    Duration pause = asked == null ? backoff : asked;
    return pause.compareTo(MAX_PAUSE) <= 0 ? pause : null;
  }
}
