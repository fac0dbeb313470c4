package com.microsoft.graph.runtime;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What one client of any service is made of: the service root, limits, and the connections. */
abstract class AbstractAdapter implements AutoCloseable {
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

  private final ServiceRoot root;
  private final Protocol protocol = new Protocol();
  private final HttpClient http;
  private final Executor executor;
  private final @Nullable ExecutorService own;
  private final boolean bearsTokens;
  private final boolean validates;
  private final Duration timeout;
  private final Duration idleTimeout;
  private final int maxRetries;
  private final int maxPages;

  AbstractAdapter(AdapterBuilder<?> builder, ServiceRoot root) {
    this.root = root;
    timeout = builder.timeout;
    idleTimeout = builder.idleTimeout;
    bearsTokens = !root.isHttp() || root.isLocal() || builder.allowTokenOverHttp;
    validates = builder.validates;
    own = builder.executor == null ? Executors.newCachedThreadPool(AbstractAdapter::thread) : null;
    executor = own == null ? builder.executor : own;
    maxRetries = builder.maxRetries;
    maxPages = builder.maxPages;
    http = builder.http == null ? connections(root, timeout) : builder.http;
  }

  /** A thread that does not hold up the end of the program. */
  private static Thread thread(Runnable work) {
    Thread made = new Thread(work, "request-adapter");
    made.setDaemon(true);
    return made;
  }

  private static HttpClient connections(ServiceRoot root, Duration timeout) {
    HttpClient.Builder builder = HttpClient.newBuilder();
    if (root.isHttp()) {
      // A proxy would read a plain request, and the token with it.
      builder.proxy(HttpClient.Builder.NO_PROXY);
    }
    return builder
        .followRedirects(HttpClient.Redirect.NEVER)
        // A plain connection would be asked to change to HTTP/2, which not every server bears.
        .version(root.isHttp() ? HttpClient.Version.HTTP_1_1 : HttpClient.Version.HTTP_2)
        .connectTimeout(timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT)
        .build();
  }

  final ServiceRoot root() {
    return root;
  }

  final Protocol protocol() {
    return protocol;
  }

  final HttpClient http() {
    return http;
  }

  final Executor executor() {
    return executor;
  }

  /**
   * Whether the caller gave a token with the request.
   *
   * @throws ConfigurationException where it could be read on the way
   */
  final boolean bearsOwnToken(RequestInformation<?> request) {
    boolean given = request.getHeaders().containsKey("authorization");
    if (given && !bearsTokens) {
      throw new ConfigurationException("a token over plain http needs allowTokenOverHttp(true)");
    }
    return given;
  }

  /** Whether bodies are checked before they are sent. */
  final boolean validates() {
    return validates;
  }

  final Duration timeout() {
    return timeout;
  }

  final Duration idleTimeout() {
    return idleTimeout;
  }

  final int maxRetries() {
    return maxRetries;
  }

  final int maxPages() {
    return maxPages;
  }

  /** Ends the adapter's own threads; calls that are under way may fail. */
  @Override
  public void close() {
    if (own != null) {
      own.shutdown();
    }
  }

  @Override
  public String toString() {
    return "RequestAdapter(" + root + ")";
  }
}
