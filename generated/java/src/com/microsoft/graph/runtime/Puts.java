package com.microsoft.graph.runtime;

import java.util.concurrent.CompletableFuture;

/**
 * A place that is replaced by what is sent.
 *
 * @param <B> what is sent
 * @param <T> what is answered
 * @param <Q> the query parameters
 */
public interface Puts<B, T, Q extends QueryParameters> {
  /**
   * The finished request, which is not sent.
   *
   * @param body what is sent
   * @param configure what the caller adds to the request; null for nothing
   * @return the request
   * @throws IllegalArgumentException for what cannot be sent
   */
  RequestInformation<T> toPutRequestInformation(B body, @Nullable Configure<Q> configure);

  /**
   * The finished request, which is not sent.
   *
   * @param body what is sent
   * @return the request
   */
  default RequestInformation<T> toPutRequestInformation(B body) {
    return toPutRequestInformation(body, null);
  }

  /**
   * Replaces.
   *
   * @param body what is sent
   * @return what is answered; null for no content
   * @throws ApiException when the service answers with an error status
   * @throws ClientException when there is no answer that can be read
   */
  default @Nullable T put(B body) {
    return toPutRequestInformation(body, null).send();
  }

  /**
   * Replaces, without waiting for the answer.
   *
   * @param body what is sent
   * @return what is answered, or what failed
   */
  default CompletableFuture<T> putAsync(B body) {
    return Exchange.started(() -> toPutRequestInformation(body, null));
  }

  /**
   * Replaces.
   *
   * @param body what is sent
   * @param configure what the caller adds to the request; null for nothing
   * @return what is answered; null for no content
   * @throws ApiException when the service answers with an error status
   * @throws ClientException when there is no answer that can be read
   */
  default @Nullable T put(B body, @Nullable Configure<Q> configure) {
    return toPutRequestInformation(body, configure).send();
  }

  /**
   * Replaces, without waiting for the answer.
   *
   * @param body what is sent
   * @param configure what the caller adds to the request; null for nothing
   * @return what is answered, or what failed
   */
  default CompletableFuture<T> putAsync(B body, @Nullable Configure<Q> configure) {
    return Exchange.started(() -> toPutRequestInformation(body, configure));
  }
}
