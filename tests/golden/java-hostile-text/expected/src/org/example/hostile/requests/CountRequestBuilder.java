package org.example.hostile.requests;

import org.example.hostile.runtime.Answer;
import org.example.hostile.runtime.Configure;
import org.example.hostile.runtime.CountQueryParameters;
import org.example.hostile.runtime.Gets;
import org.example.hostile.runtime.HttpMethod;
import org.example.hostile.runtime.Nullable;
import org.example.hostile.runtime.Place;
import org.example.hostile.runtime.RequestBuilder;
import org.example.hostile.runtime.RequestInformation;

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
