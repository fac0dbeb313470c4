package com.microsoft.graph.runtime;

/**
 * A complex value that is read and changed as a whole, and leads nowhere.
 *
 * @param <T> the type
 */
public final class ValueRequestBuilder<T extends Model> extends RequestBuilder
    implements Gets<T, ReadQueryParameters>, Patches<T, T, QueryParameters> {
  private final ModelType<T> type;

  /**
   * A builder.
   *
   * @param place where the requests go
   * @param type the type
   */
  public ValueRequestBuilder(Place place, ModelType<T> type) {
    super(place);
    this.type = type;
  }

  /**
   * The same builder for a URL that the service gave.
   *
   * @param rawUrl the URL
   * @return the builder
   */
  public ValueRequestBuilder<T> withUrl(String rawUrl) {
    return new ValueRequestBuilder<>(place.withUrl(rawUrl), type);
  }

  @Override
  public RequestInformation<T> toGetRequestInformation(
      @Nullable Configure<ReadQueryParameters> configure) {
    return place.request(HttpMethod.GET, Answer.object(type), new ReadQueryParameters(), configure);
  }

  @Override
  public RequestInformation<T> toPatchRequestInformation(
      T body, @Nullable Configure<QueryParameters> configure) {
    return place.request(
        HttpMethod.PATCH,
        Body.update(body, type),
        Answer.object(type),
        new QueryParameters(),
        configure);
  }
}
