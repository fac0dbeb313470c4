package edmundruntime.runtime;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * What one client is made of: the service root, the credential, limits, and the connections. It may
 * be shared by threads.
 */
public final class RequestAdapter extends AbstractAdapter {
  private final @Nullable TokenCache tokens;
  private final BatchFormat batchFormat;
  private final int batchLimit;
  private final boolean batchUrlsStartWithSlash;

  private RequestAdapter(Builder builder, ServiceRoot root) {
    super(builder, root);
    batchFormat = builder.batchFormat;
    batchLimit = builder.batchLimit;
    batchUrlsStartWithSlash = builder.batchSlash;
    List<String> scopes =
        builder.scopes.isEmpty() ? List.of(root.origin() + "/.default") : builder.scopes;
    tokens =
        builder.credential == null
            ? null
            : new TokenCache(builder.credential, scopes, Clock.systemUTC());
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

  /** The proof that goes with a request. */
  CompletableFuture<Proof> proof(RequestInformation<?> request) {
    TokenCache cache = tokens;
    if (cache == null) {
      return CompletableFuture.completedFuture(Proof.NONE);
    }
    // A credential may block: it is asked in a thread of the adapter's, never in a shared pool.
    return CompletableFuture.supplyAsync(cache::token, executor())
        .thenApply(
            token ->
                new Proof(
                    Map.of("authorization", token.header()), Map.of(), () -> cache.forget(token)));
  }

  BatchFormat batchFormat() {
    return batchFormat;
  }

  /** How many requests a batch holds; 0 for any number. */
  int batchLimit() {
    return batchLimit;
  }

  boolean batchUrlsStartWithSlash() {
    return batchUrlsStartWithSlash;
  }

  /** What an adapter is made with; every setting has a default. */
  public static final class Builder extends AdapterBuilder<Builder> {
    private @Nullable TokenCredential credential;
    private List<String> scopes = List.of();
    private BatchFormat batchFormat = edmundruntime.schema.ServiceTraits.BATCH_FORMAT;
    private int batchLimit = edmundruntime.schema.ServiceTraits.BATCH_LIMIT;
    private boolean batchSlash = edmundruntime.schema.ServiceTraits.BATCH_URLS_START_WITH_SLASH;

    Builder(String baseUrl) {
      super(baseUrl);
    }

    @Override
    Builder self() {
      return this;
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
     * How several requests are sent in one; in the way that every service of the version takes when
     * not said.
     *
     * @param value the format
     */
    public Builder batchFormat(BatchFormat value) {
      batchFormat = value;
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
      if (batchLimit < 0) {
        throw new ConfigurationException("batchLimit is at least 0");
      }
      return new RequestAdapter(this, root(credential != null));
    }
  }
}
