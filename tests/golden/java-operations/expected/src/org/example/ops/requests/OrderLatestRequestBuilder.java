package org.example.ops.requests;

import org.example.ops.models.Order;
import org.example.ops.runtime.Answer;
import org.example.ops.runtime.Configure;
import org.example.ops.runtime.Gets;
import org.example.ops.runtime.HttpMethod;
import org.example.ops.runtime.Nullable;
import org.example.ops.runtime.Place;
import org.example.ops.runtime.QueryParameters;
import org.example.ops.runtime.RequestBuilder;
import org.example.ops.runtime.RequestInformation;

/** A function of type Ops.Order. */
public final class OrderLatestRequestBuilder extends RequestBuilder
    implements Gets<Order, QueryParameters> {
  OrderLatestRequestBuilder(Place place) {
    super(place);
  }

  /** The same builder for a URL that the service gave, such as a next or a delta link. */
  public OrderLatestRequestBuilder withUrl(String rawUrl) {
    return new OrderLatestRequestBuilder(place.withUrl(rawUrl));
  }

  public LineCollectionRequestBuilder lines() {
    return new LineCollectionRequestBuilder(place.child("/lines"));
  }

  public OrderCancelRequestBuilder cancel() {
    return new OrderCancelRequestBuilder(place.child("/Ops.cancel"));
  }

  @Override
  public RequestInformation<Order> toGetRequestInformation(
      @Nullable Configure<QueryParameters> configure) {
    return place.request(
        HttpMethod.GET, Answer.object(Order.TYPE), new QueryParameters(), configure);
  }
}
