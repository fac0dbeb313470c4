package org.example.zoo.requests;

import org.example.zoo.runtime.Answer;
import org.example.zoo.runtime.Configure;
import org.example.zoo.runtime.Deletes;
import org.example.zoo.runtime.HttpMethod;
import org.example.zoo.runtime.Nullable;
import org.example.zoo.runtime.Place;
import org.example.zoo.runtime.QueryParameters;
import org.example.zoo.runtime.RequestBuilder;
import org.example.zoo.runtime.RequestInformation;

/** A reference. */
public final class ReferenceRequestBuilder_2 extends RequestBuilder
    implements Deletes<QueryParameters> {
  ReferenceRequestBuilder_2(Place place) {
    super(place);
  }

  /** The same builder for a URL that the service gave, such as a next or a delta link. */
  public ReferenceRequestBuilder_2 withUrl(String rawUrl) {
    return new ReferenceRequestBuilder_2(place.withUrl(rawUrl));
  }

  @Override
  public RequestInformation<Void> toDeleteRequestInformation(
      @Nullable Configure<QueryParameters> configure) {
    return place.request(HttpMethod.DELETE, Answer.nothing(), new QueryParameters(), configure);
  }
}
