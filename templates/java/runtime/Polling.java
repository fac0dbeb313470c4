package edmundruntime.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Asks for the outcome of what a service accepted, until there is one (Protocol 4.01, 11.6). */
final class Polling {
  private static final int ACCEPTED = 202;
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(1);

  private final long end;

  /**
   * A round of asking.
   *
   * @param limit how long to go on
   */
  Polling(Duration limit) {
    end = System.nanoTime() + nanos(limit);
  }

  private static long nanos(Duration limit) {
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException("the limit is more than nothing");
    }
    return limit.compareTo(Duration.ofDays(365)) > 0
        ? Duration.ofDays(365).toNanos()
        : limit.toNanos();
  }

  /** The outcome behind an answer; the answer itself when it is no 202. */
  <T> CompletableFuture<Response<T>> outcome(Response<T> response) {
    return response.getStatus() == ACCEPTED && response.getLocation() == null
        ? CompletableFuture.failedFuture(
            new UnexpectedAnswerException("what was accepted names no location to ask"))
        : followed(response);
  }

  private <T> CompletableFuture<Response<T>> followed(Response<T> response) {
    if (response.getStatus() != ACCEPTED) {
      return CompletableFuture.completedFuture(response);
    }
    RequestAdapter adapter = response.request().adapter();
    String location = response.getLocation();
    String url = location == null ? response.url() : adapter.root().adopt(location, response.url());
    Duration asked = RetryRules.retryAfter(response.getHeaders(), Instant.now());
    Duration pause = asked == null ? USUAL_PAUSE : asked;
    if (pause.compareTo(Duration.ofNanos(end - System.nanoTime())) >= 0) {
      return CompletableFuture.failedFuture(
          new RequestTimeoutException("what was accepted did not end in time"));
    }
    return CompletableFuture.supplyAsync(
            () -> monitor(response.request(), url),
            CompletableFuture.delayedExecutor(
                pause.toMillis(), TimeUnit.MILLISECONDS, adapter.executor()))
        .thenCompose(request -> new Exchange<>(request, true).answer())
        .thenCompose(this::followed);
  }

  private static <T> RequestInformation<T> monitor(RequestInformation<T> accepted, String url) {
    Map<String, String> headers = new HashMap<>(accepted.getHeaders());
    headers.keySet().removeIf(Polling::isOfTheChange);
    Answer<T> answer = accepted.answer().ofAccepted(accepted.getHttpMethod(), url);
    return new RequestInformation<>(
        accepted.adapter(),
        accepted.terms(),
        HttpMethod.GET,
        url,
        headers,
        null,
        accepted.timeout(),
        answer);
  }

  private static boolean isOfTheChange(String name) {
    return name.startsWith("content-")
        || name.startsWith("if-")
        || name.equals("prefer")
        || name.equals("authorization");
  }
}
