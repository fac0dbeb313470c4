package com.microsoft.graph.runtime;

import java.util.concurrent.CompletableFuture;

/**
 * An action that takes nothing.
 *
 * @param <T> what is answered
 * @param <Q> the query parameters
 */
public interface Invokes<T, Q extends QueryParameters> {
  /**
   * The finished request, which is not sent.
   *
   * @param configure what the caller adds to the request; null for nothing
   * @return the request
   * @throws IllegalArgumentException for what cannot be sent
   */
  RequestInformation<T> toPostRequestInformation(@Nullable Configure<Q> configure);

  /**
   * The finished request, which is not sent.
   *
   * @return the request
   */
  default RequestInformation<T> toPostRequestInformation() {
    return toPostRequestInformation(null);
  }

  /**
   * Sends.
   *
   * @return what is answered; null for no content
   * @throws ApiException when the service answers with an error status
   * @throws ClientException when there is no answer that can be read
   */
  default @Nullable T post() {
    return toPostRequestInformation(null).send();
  }

  /**
   * Sends, without waiting for the answer.
   *
   * @return what is answered, or what failed
   */
  default CompletableFuture<T> postAsync() {
    return Exchange.started(() -> toPostRequestInformation(null));
  }

  /**
   * Sends.
   *
   * @param configure what the caller adds to the request; null for nothing
   * @return what is answered; null for no content
   * @throws ApiException when the service answers with an error status
   * @throws ClientException when there is no answer that can be read
   */
  default @Nullable T post(@Nullable Configure<Q> configure) {
    return toPostRequestInformation(configure).send();
  }

  /**
   * Sends, without waiting for the answer.
   *
   * @param configure what the caller adds to the request; null for nothing
   * @return what is answered, or what failed
   */
  default CompletableFuture<T> postAsync(@Nullable Configure<Q> configure) {
    return Exchange.started(() -> toPostRequestInformation(configure));
  }
}
