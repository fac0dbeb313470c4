package org.example.ops.requests;

import org.example.ops.models.Order;
import org.example.ops.runtime.Answer;
import org.example.ops.runtime.Body;
import org.example.ops.runtime.Configure;
import org.example.ops.runtime.Gets;
import org.example.ops.runtime.HttpMethod;
import org.example.ops.runtime.Nullable;
import org.example.ops.runtime.Patches;
import org.example.ops.runtime.Place;
import org.example.ops.runtime.QueryParameters;
import org.example.ops.runtime.ReadQueryParameters;
import org.example.ops.runtime.RequestBuilder;
import org.example.ops.runtime.RequestInformation;

/** An entity of type Ops.Order. */
public final class OrdersItemRequestBuilder extends RequestBuilder
    implements Gets<Order, ReadQueryParameters>, Patches<Order, Order, QueryParameters> {
  OrdersItemRequestBuilder(Place place) {
    super(place);
  }

  /** The same builder for a URL that the service gave, such as a next or a delta link. */
  public OrdersItemRequestBuilder withUrl(String rawUrl) {
    return new OrdersItemRequestBuilder(place.withUrl(rawUrl));
  }

  public LineCollectionRequestBuilder lines() {
    return new LineCollectionRequestBuilder(place.child("/lines"));
  }

  public OrderCancelRequestBuilder cancel() {
    return new OrderCancelRequestBuilder(place.child("/Ops.cancel"));
  }

  @Override
  public RequestInformation<Order> toGetRequestInformation(
      @Nullable Configure<ReadQueryParameters> configure) {
    return place.request(
        HttpMethod.GET, Answer.object(Order.TYPE), new ReadQueryParameters(), configure);
  }

  @Override
  public RequestInformation<Order> toPatchRequestInformation(
      Order body, @Nullable Configure<QueryParameters> configure) {
    return place.request(
        HttpMethod.PATCH,
        Body.update(body, Order.TYPE),
        Answer.object(Order.TYPE),
        new QueryParameters(),
        configure);
  }
}
