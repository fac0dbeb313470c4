package org.example.odd.requests;

import org.example.odd.runtime.Answer;
import org.example.odd.runtime.Configure;
import org.example.odd.runtime.Deletes;
import org.example.odd.runtime.HttpMethod;
import org.example.odd.runtime.Nullable;
import org.example.odd.runtime.Place;
import org.example.odd.runtime.QueryParameters;
import org.example.odd.runtime.RequestBuilder;
import org.example.odd.runtime.RequestInformation;

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
