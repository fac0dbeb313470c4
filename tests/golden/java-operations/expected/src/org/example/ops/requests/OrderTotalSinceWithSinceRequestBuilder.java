package org.example.ops.requests;

import org.example.ops.orders.totalsince.TotalSinceWithSinceGetResponse;
import org.example.ops.runtime.Answer;
import org.example.ops.runtime.Configure;
import org.example.ops.runtime.Gets;
import org.example.ops.runtime.HttpMethod;
import org.example.ops.runtime.Nullable;
import org.example.ops.runtime.Place;
import org.example.ops.runtime.QueryParameters;
import org.example.ops.runtime.RequestBuilder;
import org.example.ops.runtime.RequestInformation;

/** A function. */
public final class OrderTotalSinceWithSinceRequestBuilder extends RequestBuilder
    implements Gets<TotalSinceWithSinceGetResponse, QueryParameters> {
  OrderTotalSinceWithSinceRequestBuilder(Place place) {
    super(place);
  }

  /** The same builder for a URL that the service gave, such as a next or a delta link. */
  public OrderTotalSinceWithSinceRequestBuilder withUrl(String rawUrl) {
    return new OrderTotalSinceWithSinceRequestBuilder(place.withUrl(rawUrl));
  }

  @Override
  public RequestInformation<TotalSinceWithSinceGetResponse> toGetRequestInformation(
      @Nullable Configure<QueryParameters> configure) {
    return place.request(
        HttpMethod.GET,
        Answer.object(TotalSinceWithSinceGetResponse.TYPE),
        new QueryParameters(),
        configure);
  }
}
