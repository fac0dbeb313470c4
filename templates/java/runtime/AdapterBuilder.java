package edmundruntime.runtime;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * What an adapter is made with; every setting has a default.
 *
 * @param <B> the class of the builder itself
 */
public abstract class AdapterBuilder<B extends AdapterBuilder<B>> {
  final String baseUrl;
  @Nullable HttpClient http;
  @Nullable Executor executor;
  boolean allowHttp;
  boolean allowTokenOverHttp;
  boolean validates = true;
  Duration timeout = Duration.ofSeconds(100);
  Duration idleTimeout = Duration.ofSeconds(30);
  int maxRetries = 3;
  int maxPages = 100_000;

  AdapterBuilder(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  abstract B self();

  /**
   * The connections, for proxies and certificates of one's own.
   *
   * @param value a client that follows no redirects
   */
  public final B httpClient(HttpClient value) {
    http = value;
    return self();
  }

  /**
   * Where credentials are asked and answers are read; threads of the adapter's own when not said.
   *
   * @param value runs what may block
   */
  public final B executor(Executor value) {
    executor = value;
    return self();
  }

  /**
   * Whether plain http may go to a host that is not this machine; it may not when not said.
   *
   * @param value true for it may; no token goes there all the same
   */
  public final B allowHttp(boolean value) {
    allowHttp = value;
    return self();
  }

  /**
   * Whether tokens may go over plain http, where everybody on the way reads them.
   *
   * @param value true for they may
   */
  public final B allowTokenOverHttp(boolean value) {
    allowTokenOverHttp = value;
    return self();
  }

  /**
   * Whether bodies are checked before they are sent; they are when not said.
   *
   * @param value false for not
   */
  public final B validate(boolean value) {
    validates = value;
    return self();
  }

  /**
   * How long one whole answer may take; 100 seconds when not said.
   *
   * @param value more than nothing
   */
  public final B timeout(Duration value) {
    timeout = value;
    return self();
  }

  /**
   * How long an answer may pause between two parts; 30 seconds when not said.
   *
   * @param value more than nothing
   */
  public final B idleTimeout(Duration value) {
    idleTimeout = value;
    return self();
  }

  /**
   * How often a request is sent again when the service is busy; 3 when not said.
   *
   * @param value 0 for never
   */
  public final B maxRetries(int value) {
    maxRetries = value;
    return self();
  }

  /**
   * After how many pages a collection is taken to be endless; 100,000 when not said.
   *
   * @param value at least 1
   */
  public final B maxPages(int value) {
    maxPages = value;
    return self();
  }

  /** The service root, after all settings were checked. */
  final ServiceRoot root(boolean hasCredential) {
    if (idleTimeout.isNegative() || idleTimeout.isZero()) {
      throw new ConfigurationException("idleTimeout is more than nothing");
    }
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
    ServiceRoot root = new ServiceRoot(baseUrl, allowHttp);
    if (root.isHttp() && hasCredential) {
      refuseClearText(root);
    }
    return root;
  }

  private void refuseClearText(ServiceRoot root) {
    if (!root.isLocal() && !allowTokenOverHttp) {
      throw new ConfigurationException("a token over plain http needs allowTokenOverHttp(true)");
    }
    URI asked = URI.create(root.url("/"));
    ProxySelector proxies = http == null ? null : http.proxy().orElse(null);
    if (proxies != null
        && proxies.select(asked).stream().anyMatch(p -> p.address() instanceof InetSocketAddress)) {
      throw new ConfigurationException("a token never goes over plain http to a proxy");
    }
  }

  @Override
  public String toString() {
    return "RequestAdapter.Builder(" + Masking.mask(baseUrl) + ")";
  }
}
