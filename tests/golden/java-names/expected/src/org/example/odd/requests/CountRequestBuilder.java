package org.example.odd.requests;

import org.example.odd.runtime.Answer;
import org.example.odd.runtime.Configure;
import org.example.odd.runtime.CountQueryParameters;
import org.example.odd.runtime.Gets;
import org.example.odd.runtime.HttpMethod;
import org.example.odd.runtime.Nullable;
import org.example.odd.runtime.Place;
import org.example.odd.runtime.RequestBuilder;
import org.example.odd.runtime.RequestInformation;

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
