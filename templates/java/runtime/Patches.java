package edmundruntime.runtime;

import java.util.concurrent.CompletableFuture;

/**
 * A place that is changed: what is set in the body, and nothing else.
 *
 * @param <B> what is sent
 * @param <T> what is answered
 * @param <Q> the query parameters
 */
public interface Patches<B, T, Q extends QueryParameters> {
  /**
   * The finished request, which is not sent.
   *
   * @param body what is sent
   * @param configure what the caller adds to the request; null for nothing
   * @return the request
   * @throws IllegalArgumentException for what cannot be sent
   */
  RequestInformation<T> toPatchRequestInformation(B body, @Nullable Configure<Q> configure);

  /**
   * The finished request, which is not sent.
   *
   * @param body what is sent
   * @return the request
   */
  default RequestInformation<T> toPatchRequestInformation(B body) {
    return toPatchRequestInformation(body, null);
  }

  /**
   * Changes.
   *
   * @param body what is sent
   * @return what is answered; null for no content
   * @throws ApiException when the service answers with an error status
   * @throws ClientException when there is no answer that can be read
   */
  default @Nullable T patch(B body) {
    return toPatchRequestInformation(body, null).send();
  }

  /**
   * Changes, without waiting for the answer.
   *
   * @param body what is sent
   * @return what is answered, or what failed
   */
  default CompletableFuture<T> patchAsync(B body) {
    return Exchange.started(() -> toPatchRequestInformation(body, null));
  }

  /**
   * Changes.
   *
   * @param body what is sent
   * @param configure what the caller adds to the request; null for nothing
   * @return what is answered; null for no content
   * @throws ApiException when the service answers with an error status
   * @throws ClientException when there is no answer that can be read
   */
  default @Nullable T patch(B body, @Nullable Configure<Q> configure) {
    return toPatchRequestInformation(body, configure).send();
  }

  /**
   * Changes, without waiting for the answer.
   *
   * @param body what is sent
   * @param configure what the caller adds to the request; null for nothing
   * @return what is answered, or what failed
   */
  default CompletableFuture<T> patchAsync(B body, @Nullable Configure<Q> configure) {
    return Exchange.started(() -> toPatchRequestInformation(body, configure));
  }
}
