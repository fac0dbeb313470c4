package com.microsoft.graph.requests;

import com.microsoft.graph.runtime.Answer;
import com.microsoft.graph.runtime.Configure;
import com.microsoft.graph.runtime.CountQueryParameters;
import com.microsoft.graph.runtime.Gets;
import com.microsoft.graph.runtime.HttpMethod;
import com.microsoft.graph.runtime.Nullable;
import com.microsoft.graph.runtime.Place;
import com.microsoft.graph.runtime.RequestBuilder;
import com.microsoft.graph.runtime.RequestInformation;

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
