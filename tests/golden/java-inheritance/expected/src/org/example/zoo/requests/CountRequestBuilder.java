package org.example.zoo.requests;

import org.example.zoo.runtime.Answer;
import org.example.zoo.runtime.Configure;
import org.example.zoo.runtime.CountQueryParameters;
import org.example.zoo.runtime.Gets;
import org.example.zoo.runtime.HttpMethod;
import org.example.zoo.runtime.Nullable;
import org.example.zoo.runtime.Place;
import org.example.zoo.runtime.RequestBuilder;
import org.example.zoo.runtime.RequestInformation;

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
