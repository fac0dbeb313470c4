package org.example.ops.requests;

import org.example.ops.runtime.Answer;
import org.example.ops.runtime.Configure;
import org.example.ops.runtime.HttpMethod;
import org.example.ops.runtime.Invokes;
import org.example.ops.runtime.Nullable;
import org.example.ops.runtime.Place;
import org.example.ops.runtime.QueryParameters;
import org.example.ops.runtime.RequestBuilder;
import org.example.ops.runtime.RequestInformation;

/** An action. */
public final class ResetRequestBuilder extends RequestBuilder
    implements Invokes<Void, QueryParameters> {
  ResetRequestBuilder(Place place) {
    super(place);
  }

  /** The same builder for a URL that the service gave, such as a next or a delta link. */
  public ResetRequestBuilder withUrl(String rawUrl) {
    return new ResetRequestBuilder(place.withUrl(rawUrl));
  }

  @Override
  public RequestInformation<Void> toPostRequestInformation(
      @Nullable Configure<QueryParameters> configure) {
    return place.request(HttpMethod.POST, Answer.nothing(), new QueryParameters(), configure);
  }
}
