package depot4;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import depot4.models.odataerrors.ODataError;
import depot4.requests.ContentRequestBuilder;
import depot4.runtime.RequestAdapter;
import depot4.runtime.RequestTimeoutException;
import depot4.serviceclient.EntityContainerClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Streams are not held: each side waits for the other before it goes on. */
public final class Streams {
  private static final int PART = 1000;
  private static final int WHOLE = 200_000;
  private static final int LONGEST = 60;

  private final CountDownLatch read = new CountDownLatch(1);
  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch failed = new CountDownLatch(1);
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger received = new AtomicInteger();
  private final HttpServer server;

  private Streams() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/Tools(1)", this::down);
    server.createContext("/Tools(2)", this::up);
    server.createContext("/Tools(3)", this::busy);
    server.createContext("/Tools(4)", exchange -> exchange.getRequestBody().readAllBytes());
    server.start();
  }

  public static void main(String[] arguments) throws IOException {
    Chapters.tell(new Streams());
  }

  private ContentRequestBuilder photo(int number, Duration idle) {
    String root = "http://127.0.0.1:" + server.getAddress().getPort();
    RequestAdapter adapter = RequestAdapter.builder(root).idleTimeout(idle).build();
    return new EntityContainerClient(adapter).tools().byId(number).photo();
  }

  private ContentRequestBuilder photo(int number) {
    return photo(number, Duration.ofSeconds(LONGEST));
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      if (!latch.await(LONGEST, TimeUnit.SECONDS)) {
        throw new IOException("the other side did not go on");
      }
    } catch (InterruptedException error) {
      throw new IOException(error);
    }
  }

  private static void same(Object found, Object expected) {
    if (!found.equals(expected)) {
      throw new IllegalStateException("found " + found + ", expected " + expected);
    }
  }

  private void down(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(new byte[PART]);
      body.flush();
      await(read);
      body.write(new byte[WHOLE]);
    }
  }

  private void up(HttpExchange exchange) throws IOException {
    received.addAndGet(exchange.getRequestBody().readNBytes(PART).length);
    arrived.countDown();
    received.addAndGet(exchange.getRequestBody().readAllBytes().length);
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  private void busy(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    boolean first = refused.getAndIncrement() % 2 == 0;
    exchange.getResponseHeaders().add("Retry-After", "0");
    exchange.sendResponseHeaders(first ? 503 : 204, -1);
    exchange.close();
  }

  void chapterDown() throws IOException {
    try (InputStream content = photo(1).get()) {
      same(content.readNBytes(PART).length, PART);
      read.countDown();
      same(content.readAllBytes().length, WHOLE);
    }
  }

  void chapterUp() {
    InputStream endsLate =
        new InputStream() {
          private int given;

          @Override
          public int read() throws IOException {
            if (given == WHOLE) {
              await(arrived);
              return -1;
            }
            given++;
            return 0;
          }
        };
    photo(2).put(endsLate);
    same(received.get(), WHOLE);
  }

  void chapterOnce() {
    try {
      photo(3).put(new ByteArrayInputStream(new byte[WHOLE]));
    } catch (ODataError error) {
      same(error.getResponseStatusCode(), 503);
      same(refused.get(), 1);
      refused.set(0);
      photo(3).put(new ByteArrayInputStream(new byte[PART]));
      same(refused.get(), 2);
      return;
    }
    throw new IllegalStateException("a stream was sent twice");
  }

  void chapterIdle() {
    InputStream pauses =
        new InputStream() {
          private int given;

          @Override
          public int read() throws IOException {
            if (given == WHOLE) {
              await(failed);
              return -1;
            }
            given++;
            return 0;
          }
        };
    try {
      photo(4, Duration.ofMillis(500)).put(pauses);
    } catch (RequestTimeoutException error) {
      return;
    } finally {
      failed.countDown();
    }
    throw new IllegalStateException("a stream that pauses has no limit");
  }
}
