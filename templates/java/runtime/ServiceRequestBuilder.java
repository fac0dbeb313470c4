package edmundruntime.runtime;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The service root: what does not depend on the schema. */
public abstract class ServiceRequestBuilder extends RequestBuilder {
  private static final Duration LONGEST_POLLING = Duration.ofMinutes(10);

  /**
   * A builder.
   *
   * @param adapter what the client is made of
   */
  protected ServiceRequestBuilder(RequestAdapter adapter) {
    super(Place.root(adapter));
  }

  /**
   * Sends several requests in one, or in as few as the service takes.
   *
   * @param requests made by {@code toGetRequestInformation} and its like
   * @return the answers, each of which is read by its request
   */
  public BatchAnswers batch(List<? extends RequestInformation<?>> requests) {
    return Exchange.join(batchAsync(requests));
  }

  /**
   * Sends several requests in one; each waits for the one before it to succeed.
   *
   * @param requests made by {@code toGetRequestInformation} and its like
   * @return the answers, each of which is read by its request
   * @throws IllegalArgumentException for more than the service takes at once
   */
  public BatchAnswers batchInOrder(List<? extends RequestInformation<?>> requests) {
    BatchRequests batch = new BatchRequests();
    RequestInformation<?> before = null;
    for (RequestInformation<?> request : requests) {
      if (before == null) {
        batch.add(request);
      } else {
        batch.add(request, before);
      }
      before = request;
    }
    return batch(batch);
  }

  /**
   * Sends several requests in one, or in as few as the service takes, without waiting.
   *
   * @param requests made by {@code toGetRequestInformation} and its like
   * @return the answers, each of which is read by its request
   */
  public CompletableFuture<BatchAnswers> batchAsync(
      List<? extends RequestInformation<?>> requests) {
    BatchRequests batch = new BatchRequests();
    requests.forEach(batch::add);
    return batchAsync(batch);
  }

  /**
   * Sends several requests in one, or in as few as the service takes.
   *
   * @param requests the requests, and what they have to do with each other
   * @return the answers, each of which is read by its request
   * @throws IllegalArgumentException when more depend on each other than the service takes at once
   */
  public BatchAnswers batch(BatchRequests requests) {
    return Exchange.join(batchAsync(requests));
  }

  /**
   * Sends several requests in one, or in as few as the service takes, without waiting.
   *
   * @param requests the requests, and what they have to do with each other
   * @return the answers, each of which is read by its request
   */
  public CompletableFuture<BatchAnswers> batchAsync(BatchRequests requests) {
    return Batch.send(place, requests);
  }

  /**
   * Sends a request and gives the status and the header fields beside the value.
   *
   * @param <T> what is answered
   * @param request made by {@code toGetRequestInformation} and its like
   * @return the answer, 304 among them
   * @throws ApiException when the service answers with an error status
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

  /**
   * Waits for the outcome of what the service accepted, at most ten minutes.
   *
   * @param <T> what is answered
   * @param response an answer with status 202
   * @return the outcome; the answer itself when it has another status
   * @throws ApiException when the outcome is an error
   * @throws RequestTimeoutException when there is no outcome in time
   */
  public <T> Response<T> poll(Response<T> response) {
    return poll(response, LONGEST_POLLING);
  }

  /**
   * Waits for the outcome of what the service accepted.
   *
   * @param <T> what is answered
   * @param response an answer with status 202
   * @param limit how long to wait
   * @return the outcome; the answer itself when it has another status
   * @throws ApiException when the outcome is an error
   * @throws RequestTimeoutException when there is no outcome in time
   */
  public <T> Response<T> poll(Response<T> response, Duration limit) {
    return Exchange.join(pollAsync(response, limit));
  }

  /**
   * Asks for the outcome of what the service accepted, without waiting for it.
   *
   * @param <T> what is answered
   * @param response an answer with status 202
   * @param limit how long to go on
   * @return the outcome; it completes with the exceptions of {@link #poll}
   */
  public <T> CompletableFuture<Response<T>> pollAsync(Response<T> response, Duration limit) {
    try {
      return new Polling(limit).outcome(response);
    } catch (RuntimeException error) {
      return CompletableFuture.failedFuture(error);
    }
  }

  /**
   * The items behind a link of the service's, such as {@link Model#nextLinkOf} gives, on all pages.
   *
   * @param <T> the class of items
   * @param link an absolute URL below this service's origin
   * @param type the type of items
   * @return the items; read once
   * @throws UnsafeUrlException for a link to another origin
   */
  public <T extends Model> Pages<T> pages(String link, ModelType<T> type) {
    return new Pages<>(
        place
            .withUrl(link)
            .request(HttpMethod.GET, Answer.page(type), new QueryParameters(), null));
  }
}
