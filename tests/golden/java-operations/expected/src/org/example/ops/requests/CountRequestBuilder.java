package org.example.ops.requests;

import org.example.ops.runtime.Answer;
import org.example.ops.runtime.Configure;
import org.example.ops.runtime.CountQueryParameters;
import org.example.ops.runtime.Gets;
import org.example.ops.runtime.HttpMethod;
import org.example.ops.runtime.Nullable;
import org.example.ops.runtime.Place;
import org.example.ops.runtime.RequestBuilder;
import org.example.ops.runtime.RequestInformation;

/** A count. */
public final class CountRequestBuilder extends RequestBuilder
    implements Gets<Integer, CountQueryParameters> {
  CountRequestBuilder(Place place) {
    super(place);
  }

  /** The same builder for a URL that the service gave, such as a next or a delta link. */
  public CountRequestBuilder withUrl(String rawUrl) {
    return new CountRequestBuilder(place.withUrl(rawUrl));
  }

  @Override
  public RequestInformation<Integer> toGetRequestInformation(
      @Nullable Configure<CountQueryParameters> configure) {
    return place.request(HttpMethod.GET, Answer.number(), new CountQueryParameters(), configure);
  }
}
