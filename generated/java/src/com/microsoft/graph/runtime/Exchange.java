package com.microsoft.graph.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Sends one request until there is an answer to read, and reads it. */
final class Exchange<T> {
  private static final int MAX_REDIRECTS = 5;

  private final RequestInformation<T> request;
  private final RequestAdapter adapter;
  private final boolean whole;
  private final boolean takesUnchanged;
  private String url;
  private int attempt = 1;
  private int redirects;
  private boolean refreshed;
  private boolean remedied;

  /**
   * A request's way to its answer.
   *
   * @param request what is sent
   * @param whole whether all of the answer is asked for: 304 is one then, though nobody asked for
   *     it
   */
  Exchange(RequestInformation<T> request, boolean whole) {
    this.request = request;
    this.whole = whole;
    takesUnchanged = whole || request.getHeaders().containsKey("if-none-match");
    adapter = request.adapter();
    url = request.root().adopt(request.getUrl());
  }

  CompletableFuture<Response<T>> answer() {
    boolean given;
    try {
      given = adapter.bearsOwnToken(request);
    } catch (ConfigurationException error) {
      return CompletableFuture.failedFuture(error);
    }
    return given ? sent(Proof.NONE) : adapter.proof(request).thenCompose(this::sent);
  }

  private CompletableFuture<Response<T>> sent(Proof proof) {
    Map<String, String> headers = new TreeMap<>(request.getHeaders());
    proof.addTo(headers);
    return Transport.send(request, proof.addTo(url), headers)
        .thenCompose(reply -> taken(reply, proof));
  }

  private CompletableFuture<Response<T>> taken(Reply reply, Proof proof) {
    int status = reply.status();
    boolean told = whole && request.answer().leads(status);
    if (status < 300 || told || (status == 304 && takesUnchanged)) {
      Object other = whole ? request.answer().other(reply) : null;
      // What did not change is not sent.
      boolean none = status >= 300 || other != null || request.answer().isElsewhere(reply);
      T value = none ? null : request.answer().read(reply);
      return CompletableFuture.completedFuture(new Response<>(request, url, reply, value, other));
    }
    if (status < 400 && status != 304) {
      url = redirected(reply);
      return answer();
    }
    if (!request.isRepeatable()) {
      throw request.answer().failure(reply, request.getHttpMethod(), url);
    }
    if (status == 401 && proof.isRenewable() && !refreshed) {
      // Revoked or clipped by a clock: one new token, then the service's word counts.
      refreshed = true;
      proof.renew();
      return answer();
    }
    CompletableFuture<Boolean> remedy = remedied ? null : adapter.protocol().remedy(request, reply);
    if (remedy != null) {
      remedied = true;
      return remedy.thenCompose(found -> found ? answer() : taken(reply, proof));
    }
    if (attempt <= adapter.maxRetries()) {
      HttpMethod method = request.getHttpMethod();
      Duration pause = RetryRules.pause(method, reply, attempt, Instant.now());
      if (pause != null) {
        attempt++;
        return CompletableFuture.supplyAsync(
                () -> null,
                CompletableFuture.delayedExecutor(
                    pause.toMillis(), TimeUnit.MILLISECONDS, adapter.executor()))
            .thenCompose(nothing -> answer());
      }
    }
    throw request.answer().failure(reply, request.getHttpMethod(), url);
  }

  private String redirected(Reply reply) {
    String location = reply.headers().getOrDefault("location", "");
    if (location.isEmpty()) {
      throw new UnexpectedAnswerException(
          "a redirect with status " + reply.status() + " names no location");
    }
    HttpMethod method = request.getHttpMethod();
    if (method != HttpMethod.GET) {
      throw new RedirectRefusedException("a redirect of " + method + " is not followed", location);
    }
    if (++redirects > MAX_REDIRECTS) {
      throw new RedirectRefusedException(
          "more than " + MAX_REDIRECTS + " redirects in a row", location);
    }
    try {
      return request.root().adopt(location, url);
    } catch (UnsafeUrlException error) {
      throw new RedirectRefusedException(
          "a redirect is refused: " + Masking.mask(error.getMessage()), location);
    }
  }

  /** Makes a request and sends it; what is wrong with the arguments fails the future as well. */
  static <T> CompletableFuture<T> started(Supplier<RequestInformation<T>> request) {
    try {
      return request.get().sendAsync();
    } catch (RuntimeException error) {
      return CompletableFuture.failedFuture(error);
    }
  }

  /** Waits for what is to come; throws what it fails with. */
  static @Nullable <T> T join(CompletableFuture<T> future) {
    try {
      return future.get();
    } catch (InterruptedException error) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new ClientException("the thread was interrupted while it waited", error);
    } catch (CancellationException error) {
      throw new ClientException("the request was cancelled", error);
    } catch (ExecutionException error) {
      Throwable cause = error.getCause();
      while (cause instanceof CompletionException && cause.getCause() != null) {
        cause = cause.getCause();
      }
      if (cause instanceof RuntimeException) {
        throw (RuntimeException) cause;
      }
      if (cause instanceof Error) {
        throw (Error) cause;
      }
      throw new ClientException("the request failed", cause);
    }
  }
}
