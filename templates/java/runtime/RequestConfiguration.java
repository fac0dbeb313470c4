package edmundruntime.runtime;

import java.time.Duration;

/**
 * What a caller adds to one request.
 *
 * @param <Q> the query parameters that the call takes
 */
public final class RequestConfiguration<Q extends QueryParameters> {
  /** The query parameters. */
  public final Q queryParameters;

  /** The header fields. */
  public final RequestHeaders headers = new RequestHeaders();

  /** How long the answer may take; null for the client's own limit. */
  public @Nullable Duration timeout;

  /** Whether the body is checked before it is sent; null for what the client does. */
  public @Nullable Boolean validate;

  /** Whether an update of what was read sends all of it, and not what was changed alone. */
  public boolean wholeBody;

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

  /**
   * Makes the call fail (412) when the resource is no longer the one of an ETag.
   *
   * @param etag the ETag as the service gave it
   */
  public void ifMatch(String etag) {
    headers.remove("If-Match");
    headers.add("If-Match", etag);
  }
}
