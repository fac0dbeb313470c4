package edmundruntime.runtime;

import java.util.concurrent.CompletableFuture;

/** The base URL: what does not depend on the description. */
public abstract class ServiceRequestBuilder extends RequestBuilder {
  /**
   * A builder.
   *
   * @param adapter what the client is made of
   */
  protected ServiceRequestBuilder(RequestAdapter adapter) {
    super(Place.root(adapter));
  }

  /**
   * Sends a request and gives the status and the header fields beside the value.
   *
   * @param <T> what is answered
   * @param request made by {@code toGetRequestInformation} and its like
   * @return the answer, 304 among them
   * @throws HttpError when the service answers with an error status
   * @throws ClientException when there is no answer that can be read
   */
  public <T> Response<T> send(RequestInformation<T> request) {
    return Exchange.join(sendAsync(request));
  }

  /**
   * Sends a request and gives the status and the header fields, without waiting for them.
   *
   * @param <T> what is answered
   * @param request made by {@code toGetRequestInformation} and its like
   * @return the answer; it completes with the exceptions of {@link #send}
   */
  public <T> CompletableFuture<Response<T>> sendAsync(RequestInformation<T> request) {
    try {
      return new Exchange<>(request, true).answer();
    } catch (RuntimeException error) {
      return CompletableFuture.failedFuture(error);
    }
  }
}
