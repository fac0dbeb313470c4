package com.microsoft.graph.runtime;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The service root: what does not depend on the schema. */
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
   * Sends up to 20 requests in one.
   *
   * @param requests made by {@code toGetRequestInformation} and its like
   * @return the answers, each of which is read by its request
   */
  public BatchAnswers batch(List<? extends RequestInformation<?>> requests) {
    return Batch.request(place, requests, false).send();
  }

  /**
   * Sends up to 20 requests in one; each waits for the one before it to succeed.
   *
   * @param requests made by {@code toGetRequestInformation} and its like
   * @return the answers, each of which is read by its request
   */
  public BatchAnswers batchInOrder(List<? extends RequestInformation<?>> requests) {
    return Batch.request(place, requests, true).send();
  }

  /**
   * Sends up to 20 requests in one, without waiting for the answers.
   *
   * @param requests made by {@code toGetRequestInformation} and its like
   * @return the answers, each of which is read by its request
   */
  public CompletableFuture<BatchAnswers> batchAsync(
      List<? extends RequestInformation<?>> requests) {
    return Batch.request(place, requests, false).sendAsync();
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
