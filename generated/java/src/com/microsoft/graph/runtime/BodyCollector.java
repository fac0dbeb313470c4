package com.microsoft.graph.runtime;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;

/** Collects the raw bytes of one answer, within bounds of size, of time and of pauses. */
final class BodyCollector implements HttpResponse.BodySubscriber<byte[]> {
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
  private final Duration left;
  private final Duration idle;
  private final Executor executor;
  private volatile long parts;
  private @Nullable Flow.Subscription subscription;

  /**
   * A collector.
   *
   * @param left how long all of it may take from now
   * @param idle how long one part may take
   * @param executor where waiting ends
   */
  BodyCollector(Duration left, Duration idle, Executor executor) {
    this.left = left;
    this.idle = idle;
    this.executor = executor;
  }

  /** Does something later, unless the answer is here by then: a timer must not keep its bytes. */
  private void after(Duration pause, Runnable act) {
    long millis = Math.max(0, pause.toMillis());
    CompletableFuture<Void> timer =
        new CompletableFuture<Void>().completeOnTimeout(null, millis, TimeUnit.MILLISECONDS);
    timer.thenRunAsync(act, executor);
    body.whenComplete((bytes, error) -> timer.cancel(false));
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(1);
    watch();
    after(left, () -> fail(new RequestTimeoutException("the answer did not end in time")));
  }

  /** Gives up when no part has come by the time that one may take. */
  private void watch() {
    long before = parts;
    after(
        idle,
        () -> {
          if (body.isDone()) {
            return;
          }
          if (parts == before) {
            fail(new RequestTimeoutException("the answer stopped coming"));
          } else {
            watch();
          }
        });
  }

  private void fail(ClientException error) {
    if (body.isDone()) {
      return;
    }
    if (subscription != null) {
      subscription.cancel();
    }
    body.completeExceptionally(error);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    parts = parts + 1;
    for (ByteBuffer buffer : buffers) {
      if (taken.size() + (long) buffer.remaining() > Inflation.MAX_BYTES) {
        fail(new ResponseTooLargeException("the answer is too large"));
        return;
      }
      byte[] chunk = new byte[buffer.remaining()];
      buffer.get(chunk);
      taken.write(chunk, 0, chunk.length);
    }
    if (subscription != null) {
      subscription.request(1);
    }
  }

  @Override
  public void onError(Throwable error) {
    body.completeExceptionally(error);
  }

  @Override
  public void onComplete() {
    body.complete(taken.toByteArray());
  }
}
