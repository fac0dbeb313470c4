package edmundruntime.runtime;

import java.time.Duration;

/**
 * What a caller adds to one request.
 *
 * @param <Q> the parameters that the call takes
 */
public final class RequestConfiguration<Q extends QueryParameters> {
  /** The query parameters, and the header fields and cookies that the description names. */
  public final Q queryParameters;

  /** More header fields. */
  public final RequestHeaders headers = new RequestHeaders();

  /** How long the answer may take; null for the client's own limit. */
  public @Nullable Duration timeout;

  /** Whether the body is checked before it is sent; null for what the client does. */
  public @Nullable Boolean validate;

  RequestConfiguration(Q queryParameters) {
    this.queryParameters = queryParameters;
  }

  static <Q extends QueryParameters> RequestConfiguration<Q> of(
      Q queryParameters, @Nullable Configure<Q> configure) {
    RequestConfiguration<Q> configuration = new RequestConfiguration<>(queryParameters);
    if (configure != null) {
      configure.accept(configuration);
    }
    return configuration;
  }
}
