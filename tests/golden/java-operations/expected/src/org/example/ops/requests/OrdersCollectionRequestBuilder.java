package org.example.ops.requests;

import java.time.LocalDate;
import org.example.ops.models.Order;
import org.example.ops.models.OrderCollectionResponse;
import org.example.ops.runtime.Answer;
import org.example.ops.runtime.Body;
import org.example.ops.runtime.Configure;
import org.example.ops.runtime.HttpMethod;
import org.example.ops.runtime.Lists;
import org.example.ops.runtime.Nullable;
import org.example.ops.runtime.Place;
import org.example.ops.runtime.Posts;
import org.example.ops.runtime.QueryParameters;
import org.example.ops.runtime.RequestBuilder;
import org.example.ops.runtime.RequestInformation;
import org.example.ops.runtime.UrlPart;

/** A collection of type Ops.Order. */
public final class OrdersCollectionRequestBuilder extends RequestBuilder
    implements Lists<OrderCollectionResponse, Order, ListWithoutTopQueryParameters>,
        Posts<Order, Order, QueryParameters> {
  OrdersCollectionRequestBuilder(Place place) {
    super(place);
  }

  /** The same builder for a URL that the service gave, such as a next or a delta link. */
  public OrdersCollectionRequestBuilder withUrl(String rawUrl) {
    return new OrdersCollectionRequestBuilder(place.withUrl(rawUrl));
  }

  public OrdersItemRequestBuilder byId(Integer id) {
    return new OrdersItemRequestBuilder(place.keyed(UrlPart.of("", id, "Edm.Int32")));
  }

  public CountRequestBuilder count() {
    return new CountRequestBuilder(place.child("/$count"));
  }

  public OrderArchiveRequestBuilder archive() {
    return new OrderArchiveRequestBuilder(place.child("/Ops.archive"));
  }

  public OrderTotalSinceWithSinceRequestBuilder totalSince(LocalDate since) {
    return new OrderTotalSinceWithSinceRequestBuilder(
        place.invoked("Ops.totalSince", 1, UrlPart.of("since", since, "Edm.Date")));
  }

  public OrderLatestRequestBuilder latest() {
    return new OrderLatestRequestBuilder(place.invoked("Ops.latest", 0));
  }

  @Override
  public RequestInformation<OrderCollectionResponse> toGetRequestInformation(
      @Nullable Configure<ListWithoutTopQueryParameters> configure) {
    return place.request(
        HttpMethod.GET,
        Answer.object(OrderCollectionResponse.TYPE),
        new ListWithoutTopQueryParameters(),
        configure);
  }

  /** Place an order */
  @Override
  public @Nullable Order post(Order body, @Nullable Configure<QueryParameters> configure) {
    return Posts.super.post(body, configure);
  }

  @Override
  public RequestInformation<Order> toPostRequestInformation(
      Order body, @Nullable Configure<QueryParameters> configure) {
    return place.request(
        HttpMethod.POST,
        Body.create(body, Order.TYPE),
        Answer.object(Order.TYPE),
        new QueryParameters(),
        configure);
  }
}
