package org.example.odd.requests;

import org.example.odd.models.ReferenceCreate;
import org.example.odd.models.StringCollectionResponse;
import org.example.odd.runtime.Answer;
import org.example.odd.runtime.Body;
import org.example.odd.runtime.Configure;
import org.example.odd.runtime.Deletes;
import org.example.odd.runtime.HttpMethod;
import org.example.odd.runtime.Lists;
import org.example.odd.runtime.Nullable;
import org.example.odd.runtime.Place;
import org.example.odd.runtime.Posts;
import org.example.odd.runtime.QueryParameters;
import org.example.odd.runtime.RemoveReferenceQueryParameters;
import org.example.odd.runtime.RequestBuilder;
import org.example.odd.runtime.RequestInformation;

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
