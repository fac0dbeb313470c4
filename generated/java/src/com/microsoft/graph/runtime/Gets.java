package com.microsoft.graph.runtime;

import java.util.concurrent.CompletableFuture;

/**
 * A place that is read.
 *
 * @param <T> what is answered
 * @param <Q> the query parameters
 */
public interface Gets<T, Q extends QueryParameters> {
  /**
   * The finished request, which is not sent.
   *
   * @param configure what the caller adds to the request; null for nothing
   * @return the request
   * @throws IllegalArgumentException for what cannot be sent
   */
  RequestInformation<T> toGetRequestInformation(@Nullable Configure<Q> configure);

  /**
   * The finished request, which is not sent.
   *
   * @return the request
   */
  default RequestInformation<T> toGetRequestInformation() {
    return toGetRequestInformation(null);
  }

  /**
   * Reads.
   *
   * @return what is answered; null for no content
   * @throws ApiException when the service answers with an error status
   * @throws ClientException when there is no answer that can be read
   */
  default @Nullable T get() {
    return toGetRequestInformation(null).send();
  }

  /**
   * Reads, without waiting for the answer.
   *
   * @return what is answered, or what failed
   */
  default CompletableFuture<T> getAsync() {
    return Exchange.started(() -> toGetRequestInformation(null));
  }

  /**
   * Reads.
   *
   * @param configure what the caller adds to the request; null for nothing
   * @return what is answered; null for no content
   * @throws ApiException when the service answers with an error status
   * @throws ClientException when there is no answer that can be read
   */
  default @Nullable T get(@Nullable Configure<Q> configure) {
    return toGetRequestInformation(configure).send();
  }

  /**
   * Reads, without waiting for the answer.
   *
   * @param configure what the caller adds to the request; null for nothing
   * @return what is answered, or what failed
   */
  default CompletableFuture<T> getAsync(@Nullable Configure<Q> configure) {
    return Exchange.started(() -> toGetRequestInformation(configure));
  }
}
