package edmundruntime.runtime;

import java.util.concurrent.CompletableFuture;

/**
 * A place that is deleted.
 *
 * @param <Q> the query parameters
 */
public interface Deletes<Q extends QueryParameters> {
  /**
   * The finished request, which is not sent.
   *
   * @param configure what the caller adds to the request; null for nothing
   * @return the request
   * @throws IllegalArgumentException for what cannot be sent
   */
  RequestInformation<Void> toDeleteRequestInformation(@Nullable Configure<Q> configure);

  /**
   * The finished request, which is not sent.
   *
   * @return the request
   */
  default RequestInformation<Void> toDeleteRequestInformation() {
    return toDeleteRequestInformation(null);
  }

  /**
   * Deletes.
   *
   * @throws ApiException when the service answers with an error status
   * @throws ClientException when there is no answer that can be read
   */
  default void delete() {
    toDeleteRequestInformation(null).send();
  }

  /**
   * Deletes, without waiting for the answer.
   *
   * @return what is answered, or what failed
   */
  default CompletableFuture<Void> deleteAsync() {
    return Exchange.started(() -> toDeleteRequestInformation(null));
  }

  /**
   * Deletes.
   *
   * @param configure what the caller adds to the request; null for nothing
   * @throws ApiException when the service answers with an error status
   * @throws ClientException when there is no answer that can be read
   */
  default void delete(@Nullable Configure<Q> configure) {
    toDeleteRequestInformation(configure).send();
  }

  /**
   * Deletes, without waiting for the answer.
   *
   * @param configure what the caller adds to the request; null for nothing
   * @return what is answered, or what failed
   */
  default CompletableFuture<Void> deleteAsync(@Nullable Configure<Q> configure) {
    return Exchange.started(() -> toDeleteRequestInformation(configure));
  }
}
