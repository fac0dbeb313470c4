package org.example.ops.requests;

import org.example.ops.models.Order;
import org.example.ops.orders.item.cancel.CancelPostRequestBody;
import org.example.ops.runtime.Answer;
import org.example.ops.runtime.Body;
import org.example.ops.runtime.Configure;
import org.example.ops.runtime.HttpMethod;
import org.example.ops.runtime.Nullable;
import org.example.ops.runtime.Place;
import org.example.ops.runtime.Posts;
import org.example.ops.runtime.QueryParameters;
import org.example.ops.runtime.RequestBuilder;
import org.example.ops.runtime.RequestInformation;

/** An action. */
public final class OrderCancelRequestBuilder extends RequestBuilder
    implements Posts<CancelPostRequestBody, Order, QueryParameters> {
  OrderCancelRequestBuilder(Place place) {
    super(place);
  }

  /** The same builder for a URL that the service gave, such as a next or a delta link. */
  public OrderCancelRequestBuilder withUrl(String rawUrl) {
    return new OrderCancelRequestBuilder(place.withUrl(rawUrl));
  }

  @Override
  public RequestInformation<Order> toPostRequestInformation(
      CancelPostRequestBody body, @Nullable Configure<QueryParameters> configure) {
    return place.request(
        HttpMethod.POST,
        Body.parameters(body),
        Answer.object(Order.TYPE),
        new QueryParameters(),
        configure);
  }
}
