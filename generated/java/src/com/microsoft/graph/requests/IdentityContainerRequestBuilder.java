package com.microsoft.graph.requests;

import com.microsoft.graph.models.IdentityContainer;
import com.microsoft.graph.runtime.Answer;
import com.microsoft.graph.runtime.Body;
import com.microsoft.graph.runtime.Configure;
import com.microsoft.graph.runtime.Gets;
import com.microsoft.graph.runtime.HttpMethod;
import com.microsoft.graph.runtime.Nullable;
import com.microsoft.graph.runtime.Patches;
import com.microsoft.graph.runtime.Place;
import com.microsoft.graph.runtime.QueryParameters;
import com.microsoft.graph.runtime.ReadQueryParameters;
import com.microsoft.graph.runtime.RequestBuilder;
import com.microsoft.graph.runtime.RequestInformation;

/** The entry point of identity features. */
public final class IdentityContainerRequestBuilder extends RequestBuilder
    implements Gets<IdentityContainer, ReadQueryParameters>,
        Patches<IdentityContainer, IdentityContainer, QueryParameters> {
  IdentityContainerRequestBuilder(Place place) {
    super(place);
  }

  /** The same builder for a URL that the service gave, such as a next or a delta link. */
  public IdentityContainerRequestBuilder withUrl(String rawUrl) {
    return new IdentityContainerRequestBuilder(place.withUrl(rawUrl));
  }

  /** The API connectors of the tenant. */
  public IdentityContainerApiConnectorsCollectionRequestBuilder apiConnectors() {
    return new IdentityContainerApiConnectorsCollectionRequestBuilder(
        place.child("/apiConnectors"));
  }

  @Override
  public RequestInformation<IdentityContainer> toGetRequestInformation(
      @Nullable Configure<ReadQueryParameters> configure) {
    return place.request(
        HttpMethod.GET,
        Answer.object(IdentityContainer.TYPE),
        new ReadQueryParameters(),
        configure);
  }

  @Override
  public RequestInformation<IdentityContainer> toPatchRequestInformation(
      IdentityContainer body, @Nullable Configure<QueryParameters> configure) {
    return place.request(
        HttpMethod.PATCH,
        Body.update(body, IdentityContainer.TYPE),
        Answer.object(IdentityContainer.TYPE),
        new QueryParameters(),
        configure);
  }
}
