package edmundruntime.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The body of an answer as it comes; a pause that is too long ends it with a typed error. */
final class IdleBoundedStream extends InputStream {
  private final InputStream stream;
  private final Duration idle;
  private final Executor executor;
  private volatile boolean late;

  /**
   * A stream.
   *
   * @param stream where the bytes come from
   * @param idle how long one part may take
   * @param executor where waiting ends
   */
  IdleBoundedStream(InputStream stream, Duration idle, Executor executor) {
    this.stream = stream;
    this.idle = idle;
    this.executor = executor;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
  }

  @Override
  public int read(byte[] into, int from, int count) throws IOException {
    CompletableFuture<Void> timer =
        new CompletableFuture<Void>()
            .completeOnTimeout(null, idle.toMillis(), TimeUnit.MILLISECONDS);
    timer.thenRunAsync(this::giveUp, executor);
    try {
      int taken = stream.read(into, from, count);
      if (late) {
        throw new RequestTimeoutException("the answer stopped coming", null);
      }
      return taken;
    } catch (IOException error) {
      if (late) {
        throw new RequestTimeoutException("the answer stopped coming", error);
      }
      throw error;
    } finally {
      timer.cancel(false);
    }
  }

  private void giveUp() {
    late = true;
    try {
      stream.close();
    } catch (IOException error) {
      // It is over either way, and the reader is told why.
      late = true;
    }
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
