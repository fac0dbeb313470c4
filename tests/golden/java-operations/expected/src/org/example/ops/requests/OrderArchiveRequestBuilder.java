package org.example.ops.requests;

import org.example.ops.orders.archive.ArchivePostRequestBody;
import org.example.ops.orders.archive.ArchivePostResponse;
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
public final class OrderArchiveRequestBuilder extends RequestBuilder
    implements Posts<ArchivePostRequestBody, ArchivePostResponse, QueryParameters> {
  OrderArchiveRequestBuilder(Place place) {
    super(place);
  }

  /** The same builder for a URL that the service gave, such as a next or a delta link. */
  public OrderArchiveRequestBuilder withUrl(String rawUrl) {
    return new OrderArchiveRequestBuilder(place.withUrl(rawUrl));
  }

  @Override
  public RequestInformation<ArchivePostResponse> toPostRequestInformation(
      ArchivePostRequestBody body, @Nullable Configure<QueryParameters> configure) {
    return place.request(
        HttpMethod.POST,
        Body.parameters(body),
        Answer.object(ArchivePostResponse.TYPE),
        new QueryParameters(),
        configure);
  }
}
