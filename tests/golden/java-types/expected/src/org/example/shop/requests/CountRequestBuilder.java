package org.example.shop.requests;

import org.example.shop.runtime.Answer;
import org.example.shop.runtime.Configure;
import org.example.shop.runtime.CountQueryParameters;
import org.example.shop.runtime.Gets;
import org.example.shop.runtime.HttpMethod;
import org.example.shop.runtime.Nullable;
import org.example.shop.runtime.Place;
import org.example.shop.runtime.RequestBuilder;
import org.example.shop.runtime.RequestInformation;

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
