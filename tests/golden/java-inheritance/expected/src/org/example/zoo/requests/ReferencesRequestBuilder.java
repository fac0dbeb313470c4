package org.example.zoo.requests;

import org.example.zoo.models.ReferenceCreate;
import org.example.zoo.models.StringCollectionResponse;
import org.example.zoo.runtime.Answer;
import org.example.zoo.runtime.Body;
import org.example.zoo.runtime.Configure;
import org.example.zoo.runtime.Deletes;
import org.example.zoo.runtime.HttpMethod;
import org.example.zoo.runtime.Lists;
import org.example.zoo.runtime.Nullable;
import org.example.zoo.runtime.Place;
import org.example.zoo.runtime.Posts;
import org.example.zoo.runtime.QueryParameters;
import org.example.zoo.runtime.RemoveReferenceQueryParameters;
import org.example.zoo.runtime.RequestBuilder;
import org.example.zoo.runtime.RequestInformation;

/** A reference collection. */
public final class ReferencesRequestBuilder extends RequestBuilder
    implements Lists<StringCollectionResponse, String, ListWithoutExpandSelectQueryParameters>,
        Posts<ReferenceCreate, Void, QueryParameters>,
        Deletes<RemoveReferenceQueryParameters> {
  ReferencesRequestBuilder(Place place) {
    super(place);
  }

  /** The same builder for a URL that the service gave, such as a next or a delta link. */
  public ReferencesRequestBuilder withUrl(String rawUrl) {
    return new ReferencesRequestBuilder(place.withUrl(rawUrl));
  }

  @Override
  public RequestInformation<StringCollectionResponse> toGetRequestInformation(
      @Nullable Configure<ListWithoutExpandSelectQueryParameters> configure) {
    return place.request(
        HttpMethod.GET,
        Answer.object(StringCollectionResponse.TYPE),
        new ListWithoutExpandSelectQueryParameters(),
        configure);
  }

  @Override
  public RequestInformation<Void> toPostRequestInformation(
      ReferenceCreate body, @Nullable Configure<QueryParameters> configure) {
    return place.request(
        HttpMethod.POST, Body.parameters(body), Answer.nothing(), new QueryParameters(), configure);
  }

  @Override
  public RequestInformation<Void> toDeleteRequestInformation(
      @Nullable Configure<RemoveReferenceQueryParameters> configure) {
    return place.request(
        HttpMethod.DELETE, Answer.nothing(), new RemoveReferenceQueryParameters(), configure);
  }
}
