package edmundruntime.runtime;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * What one client is made of: the service root, the credential, limits, and the connections. It may
 * be shared by threads.
 */
public final class RequestAdapter implements AutoCloseable {
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

  // Microsoft Graph takes 20 requests in a batch, with URLs that start with a slash.
  private static final Pattern GRAPH =
      Pattern.compile(
          "https://(?:[a-z0-9-]+\\.)?(?:graph\\.microsoft\\.[a-z]+|microsoftgraph\\.chinacloudapi\\.cn)");
  private static final int GRAPH_LIMIT = 20;

  private final ServiceRoot root;
  private final @Nullable TokenCache tokens;
  private final HttpClient http;
  private final Executor executor;
  private final @Nullable ExecutorService own;
  private final boolean bearsTokens;
  private final Duration timeout;
  private final Duration idleTimeout;
  private final int maxRetries;
  private final int maxPages;
  private final boolean validates;
  private final int batchLimit;
  private final boolean batchUrlsStartWithSlash;

  private RequestAdapter(Builder builder, ServiceRoot root) {
    this.root = root;
    timeout = builder.timeout;
    idleTimeout = builder.idleTimeout;
    bearsTokens = !root.isHttp() || root.isLocal() || builder.allowTokenOverHttp;
    own = builder.executor == null ? Executors.newCachedThreadPool(RequestAdapter::thread) : null;
    executor = own == null ? builder.executor : own;
    maxRetries = builder.maxRetries;
    maxPages = builder.maxPages;
    validates = builder.validates;
    boolean graph = GRAPH.matcher(root.origin()).matches();
    batchLimit = builder.batchLimit == null ? (graph ? GRAPH_LIMIT : 0) : builder.batchLimit;
    batchUrlsStartWithSlash = builder.batchSlash == null ? graph : builder.batchSlash;
    List<String> scopes =
        builder.scopes.isEmpty() ? List.of(root.origin() + "/.default") : builder.scopes;
    tokens =
        builder.credential == null
            ? null
            : new TokenCache(builder.credential, scopes, Clock.systemUTC());
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

  /**
   * Starts an adapter.
   *
   * @param baseUrl the service root
   * @return what the adapter is made with
   */
  public static Builder builder(String baseUrl) {
    return new Builder(baseUrl);
  }

  ServiceRoot root() {
    return root;
  }

  @Nullable
  TokenCache tokens() {
    return tokens;
  }

  HttpClient http() {
    return http;
  }

  Executor executor() {
    return executor;
  }

  /** Whether a token may be sent to the service: never over plain http unless that is allowed. */
  boolean bearsTokens() {
    return bearsTokens;
  }

  Duration timeout() {
    return timeout;
  }

  Duration idleTimeout() {
    return idleTimeout;
  }

  /** Ends the adapter's own threads; calls that are under way may fail. */
  @Override
  public void close() {
    if (own != null) {
      own.shutdown();
    }
  }

  int maxRetries() {
    return maxRetries;
  }

  int maxPages() {
    return maxPages;
  }

  /** How many requests a batch holds; 0 for any number. */
  int batchLimit() {
    return batchLimit;
  }

  boolean batchUrlsStartWithSlash() {
    return batchUrlsStartWithSlash;
  }

  boolean validates() {
    return validates;
  }

  @Override
  public String toString() {
    return "RequestAdapter(" + root + ")";
  }

  /** What an adapter is made with; every setting has a default. */
  public static final class Builder {
    private final String baseUrl;
    private @Nullable TokenCredential credential;
    private List<String> scopes = List.of();
    private @Nullable HttpClient http;
    private @Nullable Executor executor;
    private boolean allowHttp;
    private boolean allowTokenOverHttp;
    private Duration timeout = Duration.ofSeconds(100);
    private Duration idleTimeout = Duration.ofSeconds(30);
    private int maxRetries = 3;
    private int maxPages = 100_000;
    private boolean validates = true;
    private @Nullable Integer batchLimit;
    private @Nullable Boolean batchSlash;

    Builder(String baseUrl) {
      this.baseUrl = baseUrl;
    }

    /**
     * Where tokens come from; without it requests carry none.
     *
     * @param value the credential
     */
    public Builder credential(TokenCredential value) {
      credential = value;
      return this;
    }

    /**
     * What tokens are for; {@code <origin>/.default} when not said.
     *
     * @param values the scopes
     */
    public Builder scopes(String... values) {
      scopes = List.of(values);
      return this;
    }

    /**
     * The connections, for proxies and certificates of one's own.
     *
     * @param value a client that follows no redirects
     */
    public Builder httpClient(HttpClient value) {
      http = value;
      return this;
    }

    /**
     * Where credentials are asked and answers are read; threads of the adapter's own when not said.
     *
     * @param value runs what may block
     */
    public Builder executor(Executor value) {
      executor = value;
      return this;
    }

    /**
     * Whether plain http may go to a host that is not this machine; it may not when not said.
     *
     * @param value true for it may; no token goes there all the same
     */
    public Builder allowHttp(boolean value) {
      allowHttp = value;
      return this;
    }

    /**
     * Whether tokens may go over plain http, where everybody on the way reads them.
     *
     * @param value true for they may
     */
    public Builder allowTokenOverHttp(boolean value) {
      allowTokenOverHttp = value;
      return this;
    }

    /**
     * How long one whole answer may take; 100 seconds when not said.
     *
     * @param value more than nothing
     */
    public Builder timeout(Duration value) {
      timeout = value;
      return this;
    }

    /**
     * How long an answer may pause between two parts; 30 seconds when not said.
     *
     * @param value more than nothing
     */
    public Builder idleTimeout(Duration value) {
      idleTimeout = value;
      return this;
    }

    /**
     * How often a request is sent again when the service is busy; 3 when not said.
     *
     * @param value 0 for never
     */
    public Builder maxRetries(int value) {
      maxRetries = value;
      return this;
    }

    /**
     * After how many pages a collection is taken to be endless; 100,000 when not said.
     *
     * @param value at least 1
     */
    public Builder maxPages(int value) {
      maxPages = value;
      return this;
    }

    /**
     * Whether bodies are checked before they are sent; they are when not said.
     *
     * @param value false for not
     */
    public Builder validate(boolean value) {
      validates = value;
      return this;
    }

    /**
     * How many requests the service takes in one batch; 20 for Microsoft Graph when not said, any
     * number elsewhere.
     *
     * @param value 0 for any number
     */
    public Builder batchLimit(int value) {
      batchLimit = value;
      return this;
    }

    /**
     * Whether URLs in a batch start with a slash, as Microsoft Graph has them; elsewhere that is
     * the host's root (OData JSON Format 4.01, section 19.1), and they do not when not said.
     *
     * @param value true for they do
     */
    public Builder batchUrlsStartWithSlash(boolean value) {
      batchSlash = value;
      return this;
    }

    /**
     * The adapter.
     *
     * @return the adapter
     * @throws ConfigurationException for a setting that cannot be
     * @throws UnsafeUrlException for a service root that cannot be
     */
    public RequestAdapter build() {
      if (idleTimeout.isNegative() || idleTimeout.isZero()) {
        throw new ConfigurationException("idleTimeout is more than nothing");
      }
      if (timeout.isNegative() || timeout.isZero()) {
        throw new ConfigurationException("timeout is more than nothing");
      }
      if (maxRetries < 0 || maxPages < 1) {
        throw new ConfigurationException("maxRetries is at least 0, maxPages at least 1");
      }
      if (batchLimit != null && batchLimit < 0) {
        throw new ConfigurationException("batchLimit is at least 0");
      }
      if (http != null && http.followRedirects() != HttpClient.Redirect.NEVER) {
        throw new ConfigurationException(
            "the HTTP client follows redirects: it could send the token elsewhere");
      }
      ServiceRoot root = new ServiceRoot(baseUrl, allowHttp);
      if (root.isHttp() && credential != null) {
        refuseClearText(root);
      }
      return new RequestAdapter(this, root);
    }

    private void refuseClearText(ServiceRoot root) {
      if (!root.isLocal() && !allowTokenOverHttp) {
        throw new ConfigurationException("a token over plain http needs allowTokenOverHttp(true)");
      }
      URI asked = URI.create(root.url("/"));
      ProxySelector proxies = http == null ? null : http.proxy().orElse(null);
      if (proxies != null
          && proxies.select(asked).stream()
              .anyMatch(p -> p.address() instanceof InetSocketAddress)) {
        throw new ConfigurationException("a token never goes over plain http to a proxy");
      }
    }

    @Override
    public String toString() {
      return "RequestAdapter.Builder(" + Masking.mask(baseUrl) + ")";
    }
  }
}
