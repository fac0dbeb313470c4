package org.example.zoo.requests;

import org.example.zoo.models.ReferenceUpdate;
import org.example.zoo.runtime.Answer;
import org.example.zoo.runtime.Body;
import org.example.zoo.runtime.Configure;
import org.example.zoo.runtime.Deletes;
import org.example.zoo.runtime.Gets;
import org.example.zoo.runtime.HttpMethod;
import org.example.zoo.runtime.Nullable;
import org.example.zoo.runtime.Place;
import org.example.zoo.runtime.Puts;
import org.example.zoo.runtime.QueryParameters;
import org.example.zoo.runtime.RequestBuilder;
import org.example.zoo.runtime.RequestInformation;

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
