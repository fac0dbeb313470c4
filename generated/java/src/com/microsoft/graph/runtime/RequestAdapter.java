package com.microsoft.graph.runtime;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * What one client is made of: the service root, the credential, limits, and the connections. It may
 * be shared by threads.
 */
public final class RequestAdapter {
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

  private final ServiceRoot root;
  private final @Nullable TokenCache tokens;
  private final HttpClient http;
  private final Duration timeout;
  private final int maxRetries;
  private final int maxPages;
  private final boolean validates;

  private RequestAdapter(Builder builder, ServiceRoot root) {
    this.root = root;
    timeout = builder.timeout;
    maxRetries = builder.maxRetries;
    maxPages = builder.maxPages;
    validates = builder.validates;
    List<String> scopes =
        builder.scopes.isEmpty() ? List.of(root.origin() + "/.default") : builder.scopes;
    tokens =
        builder.credential == null
            ? null
            : new TokenCache(builder.credential, scopes, Clock.systemUTC());
    http = builder.http == null ? connections(root, timeout) : builder.http;
  }

  private static HttpClient connections(ServiceRoot root, Duration timeout) {
    return HttpClient.newBuilder()
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

  Duration timeout() {
    return timeout;
  }

  int maxRetries() {
    return maxRetries;
  }

  int maxPages() {
    return maxPages;
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
    private Duration timeout = Duration.ofSeconds(100);
    private int maxRetries = 3;
    private int maxPages = 100_000;
    private boolean validates = true;

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
     * How long an answer may take to begin, and to go on; 100 seconds when not said.
     *
     * @param value more than nothing
     */
    public Builder timeout(Duration value) {
      timeout = value;
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
     * The adapter.
     *
     * @return the adapter
     * @throws ConfigurationException for a setting that cannot be
     * @throws UnsafeUrlException for a service root that cannot be
     */
    public RequestAdapter build() {
      if (timeout.isNegative() || timeout.isZero()) {
        throw new ConfigurationException("timeout is more than nothing");
      }
      if (maxRetries < 0 || maxPages < 1) {
        throw new ConfigurationException("maxRetries is at least 0, maxPages at least 1");
      }
      if (http != null && http.followRedirects() != HttpClient.Redirect.NEVER) {
        throw new ConfigurationException(
            "the HTTP client follows redirects: it could send the token elsewhere");
      }
      return new RequestAdapter(this, new ServiceRoot(baseUrl));
    }

    @Override
    public String toString() {
      return "RequestAdapter.Builder(" + Masking.mask(baseUrl) + ")";
    }
  }
}
