package com.microsoft.graph.runtime;

import java.util.concurrent.CompletableFuture;

/**
 * An action of which all parameters may be left out.
 *
 * @param <B> what is sent
 * @param <T> what is answered
 * @param <Q> the query parameters
 */
public interface PostsOptionally<B, T, Q extends QueryParameters> {
  /**
   * The finished request, which is not sent.
   *
   * @param body what is sent
   * @param configure what the caller adds to the request; null for nothing
   * @return the request
   * @throws IllegalArgumentException for what cannot be sent
   */
  RequestInformation<T> toPostRequestInformation(B body, @Nullable Configure<Q> configure);

  /**
   * The finished request, which is not sent.
   *
   * @param body what is sent
   * @return the request
   */
  default RequestInformation<T> toPostRequestInformation(B body) {
    return toPostRequestInformation(body, null);
  }

  /**
   * Sends.
   *
   * @param body what is sent
   * @return what is answered; null for no content
   * @throws ApiException when the service answers with an error status
   * @throws ClientException when there is no answer that can be read
   */
  default @Nullable T post(B body) {
    return toPostRequestInformation(body, null).send();
  }

  /**
   * Sends, without waiting for the answer.
   *
   * @param body what is sent
   * @return what is answered, or what failed
   */
  default CompletableFuture<T> postAsync(B body) {
    return Exchange.started(() -> toPostRequestInformation(body, null));
  }

  /**
   * Sends.
   *
   * @param body what is sent
   * @param configure what the caller adds to the request; null for nothing
   * @return what is answered; null for no content
   * @throws ApiException when the service answers with an error status
   * @throws ClientException when there is no answer that can be read
   */
  default @Nullable T post(B body, @Nullable Configure<Q> configure) {
    return toPostRequestInformation(body, configure).send();
  }

  /**
   * Sends, without waiting for the answer.
   *
   * @param body what is sent
   * @param configure what the caller adds to the request; null for nothing
   * @return what is answered, or what failed
   */
  default CompletableFuture<T> postAsync(B body, @Nullable Configure<Q> configure) {
    return Exchange.started(() -> toPostRequestInformation(body, configure));
  }

  /**
   * Sends without parameters.
   *
   * @return what is answered; null for no content
   */
  default @Nullable T post() {
    return toPostRequestInformation(null, null).send();
  }

  /**
   * Sends without parameters, and without waiting for the answer.
   *
   * @return what is answered, or what failed
   */
  default CompletableFuture<T> postAsync() {
    return Exchange.started(() -> toPostRequestInformation(null, null));
  }
}
