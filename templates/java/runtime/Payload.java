package edmundruntime.runtime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** What a request sends: bytes, or what a stream gives, which is sent once and never held. */
abstract class Payload {
  /** What is no longer than this is held, so that it can be sent again. */
  private static final int HELD = 1 << 16;

  Payload() {}

  static Payload of(byte[] bytes) {
    return new Held(bytes);
  }

  /**
   * What a stream gives.
   *
   * @param stream where the bytes come from; who gave it closes it
   * @throws UncheckedIOException when it cannot be read
   */
  static Payload of(InputStream stream) {
    try {
      byte[] head = stream.readNBytes(HELD);
      if (head.length < HELD) {
        return new Held(head);
      }
      return new Streamed(new SequenceInputStream(new ByteArrayInputStream(head), stream));
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  /** Whether it may be sent more than once. */
  abstract boolean isRepeatable();

  /** All bytes; those of a stream are read, and held from then on by the caller alone. */
  abstract byte[] bytes();

  abstract HttpRequest.BodyPublisher publisher();

  /** Ends the sending of a stream that pauses for too long; `timeout` is for the answer. */
  void watch(CompletableFuture<?> sent, Duration idle, Duration timeout, Executor executor) {}

  /** Whether sending was ended by that. */
  boolean isLate() {
    return false;
  }

  private static final class Held extends Payload {
    private final byte[] bytes;

    Held(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    boolean isRepeatable() {
      return true;
    }

    @Override
    byte[] bytes() {
      return bytes;
    }

    @Override
    HttpRequest.BodyPublisher publisher() {
      return HttpRequest.BodyPublishers.ofByteArray(bytes);
    }

    @Override
    public String toString() {
      return bytes.length + " bytes";
    }
  }

  private static final class Streamed extends Payload {
    private final InputStream stream;
    private volatile long moved = System.nanoTime();
    private volatile boolean ended;
    private volatile boolean late;

    Streamed(InputStream stream) {
      this.stream = stream;
    }

    @Override
    boolean isRepeatable() {
      return false;
    }

    @Override
    byte[] bytes() {
      try {
        return stream.readAllBytes();
      } catch (IOException error) {
        throw new UncheckedIOException(error);
      }
    }

    @Override
    HttpRequest.BodyPublisher publisher() {
      return HttpRequest.BodyPublishers.ofInputStream(Watched::new);
    }

    @Override
    void watch(CompletableFuture<?> sent, Duration idle, Duration timeout, Executor executor) {
      moved = System.nanoTime();
      check(sent, idle, timeout, executor);
    }

    private void check(
        CompletableFuture<?> sent, Duration idle, Duration timeout, Executor executor) {
      if (sent.isDone()) {
        return;
      }
      Duration limit = ended ? timeout : idle;
      long left = limit.toNanos() - (System.nanoTime() - moved);
      if (left <= 0) {
        late = true;
        sent.cancel(true);
        return;
      }
      CompletableFuture.delayedExecutor(left, TimeUnit.NANOSECONDS, executor)
          .execute(() -> check(sent, idle, timeout, executor));
    }

    @Override
    boolean isLate() {
      return late;
    }

    @Override
    public String toString() {
      return "a stream";
    }

    /** The stream, which notes when something is taken; it stays open for who gave it. */
    private final class Watched extends InputStream {
      @Override
      public int read() throws IOException {
        return noted(stream.read());
      }

      @Override
      public int read(byte[] into, int from, int count) throws IOException {
        return noted(stream.read(into, from, count));
      }

      private int noted(int found) {
        moved = System.nanoTime();
        ended = ended || found < 0;
        return found;
      }
    }
  }
}
