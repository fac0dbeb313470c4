package org.example.odd.requests;

import org.example.odd.models.ReferenceUpdate;
import org.example.odd.runtime.Answer;
import org.example.odd.runtime.Body;
import org.example.odd.runtime.Configure;
import org.example.odd.runtime.Deletes;
import org.example.odd.runtime.Gets;
import org.example.odd.runtime.HttpMethod;
import org.example.odd.runtime.Nullable;
import org.example.odd.runtime.Place;
import org.example.odd.runtime.Puts;
import org.example.odd.runtime.QueryParameters;
import org.example.odd.runtime.RequestBuilder;
import org.example.odd.runtime.RequestInformation;

/** A reference. */
public final class ReferenceRequestBuilder extends RequestBuilder
    implements Gets<String, QueryParameters>,
        Puts<ReferenceUpdate, Void, QueryParameters>,
        Deletes<QueryParameters> {
  ReferenceRequestBuilder(Place place) {
    super(place);
  }

  /** The same builder for a URL that the service gave, such as a next or a delta link. */
  public ReferenceRequestBuilder withUrl(String rawUrl) {
    return new ReferenceRequestBuilder(place.withUrl(rawUrl));
  }

  @Override
  public RequestInformation<String> toGetRequestInformation(
      @Nullable Configure<QueryParameters> configure) {
    return place.request(HttpMethod.GET, Answer.reference(), new QueryParameters(), configure);
  }

  @Override
  public RequestInformation<Void> toPutRequestInformation(
      ReferenceUpdate body, @Nullable Configure<QueryParameters> configure) {
    return place.request(
        HttpMethod.PUT, Body.parameters(body), Answer.nothing(), new QueryParameters(), configure);
  }

  @Override
  public RequestInformation<Void> toDeleteRequestInformation(
      @Nullable Configure<QueryParameters> configure) {
    return place.request(HttpMethod.DELETE, Answer.nothing(), new QueryParameters(), configure);
  }
}
