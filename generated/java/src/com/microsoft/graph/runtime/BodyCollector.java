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

/** Collects the raw bytes of one answer, within bounds of size and of time between two parts. */
final class BodyCollector implements HttpResponse.BodySubscriber<byte[]> {
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
  private final Executor later;
  private volatile long parts;
  private @Nullable Flow.Subscription subscription;

  BodyCollector(Duration timeout) {
    later = CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS);
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
  }

  /** Gives up when no part has come by the time that one may take. */
  private void watch() {
    long before = parts;
    later.execute(
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
