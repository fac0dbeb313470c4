package edmundruntime.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * What one client is made of: the base URL, credentials, limits, and the connections. It may be
 * shared by threads.
 */
public final class RequestAdapter extends AbstractAdapter {
  private final Map<String, Credential> credentials;

  private RequestAdapter(Builder builder, ServiceRoot root) {
    super(builder, root);
    credentials = Map.copyOf(builder.credentials);
  }

  /**
   * Starts an adapter.
   *
   * @param baseUrl where the service answers
   * @return what the adapter is made with
   */
  public static Builder builder(String baseUrl) {
    return new Builder(baseUrl);
  }

  /** The proof that goes with a request. */
  CompletableFuture<Proof> proof(RequestInformation<?> request) {
    // A credential may block: it is asked in a thread of the adapter's, never in a shared pool.
    return CompletableFuture.supplyAsync(
        () -> request.terms().security.proof(credentials), executor());
  }

  /** What an adapter is made with; every setting has a default. */
  public static final class Builder extends AdapterBuilder<Builder> {
    private final Map<String, Credential> credentials = new LinkedHashMap<>();

    Builder(String baseUrl) {
      super(baseUrl);
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * What proves who calls; a call takes the first alternative whose credentials are all given.
     *
     * @param scheme the scheme, as the description names it
     * @param credential what is sent
     */
    public Builder credential(Scheme scheme, Credential credential) {
      credentials.put(scheme.name(), credential);
      return this;
    }

    /**
     * The adapter.
     *
     * @return the adapter
     * @throws ConfigurationException for a setting that cannot be
     * @throws UnsafeUrlException for a base URL that cannot be
     */
    public RequestAdapter build() {
      return new RequestAdapter(this, root(!credentials.isEmpty()));
    }
  }
}
