package com.microsoft.graph.requests;

import com.microsoft.graph.models.IdentityApiConnector;
import com.microsoft.graph.models.IdentityApiConnectorCollectionResponse;
import com.microsoft.graph.runtime.Answer;
import com.microsoft.graph.runtime.Body;
import com.microsoft.graph.runtime.Configure;
import com.microsoft.graph.runtime.HttpMethod;
import com.microsoft.graph.runtime.ListQueryParameters;
import com.microsoft.graph.runtime.Lists;
import com.microsoft.graph.runtime.Nullable;
import com.microsoft.graph.runtime.Place;
import com.microsoft.graph.runtime.Posts;
import com.microsoft.graph.runtime.QueryParameters;
import com.microsoft.graph.runtime.RequestBuilder;
import com.microsoft.graph.runtime.RequestInformation;

/** A web API that a user flow calls while somebody signs up or signs in. */
public final class IdentityContainerApiConnectorsCollectionRequestBuilder extends RequestBuilder
    implements Lists<
            IdentityApiConnectorCollectionResponse, IdentityApiConnector, ListQueryParameters>,
        Posts<IdentityApiConnector, IdentityApiConnector, QueryParameters> {
  IdentityContainerApiConnectorsCollectionRequestBuilder(Place place) {
    super(place);
  }

  /** The same builder for a URL that the service gave, such as a next or a delta link. */
  public IdentityContainerApiConnectorsCollectionRequestBuilder withUrl(String rawUrl) {
    return new IdentityContainerApiConnectorsCollectionRequestBuilder(place.withUrl(rawUrl));
  }

  public IdentityContainerApiConnectorsItemRequestBuilder byIdentityApiConnectorId(
      String identityApiConnectorId) {
    return new IdentityContainerApiConnectorsItemRequestBuilder(place.item(identityApiConnectorId));
  }

  public CountRequestBuilder count() {
    return new CountRequestBuilder(place.child("/$count"));
  }

  /**
   * List the API connectors.
   *
   * <p>When a work or school user is signed in, that user also needs the role External ID User Flow
   * Administrator.
   *
   * <p>Permissions, least privileged first:
   *
   * <ul>
   *   <li>delegated, work or school: APIConnectors.ReadWrite.All
   *   <li>application: APIConnectors.ReadWrite.All
   *   <li>not supported: delegated, personal
   * </ul>
   */
  @Override
  public @Nullable IdentityApiConnectorCollectionResponse get(
      @Nullable Configure<ListQueryParameters> configure) {
    return Lists.super.get(configure);
  }

  @Override
  public RequestInformation<IdentityApiConnectorCollectionResponse> toGetRequestInformation(
      @Nullable Configure<ListQueryParameters> configure) {
    return place.request(
        HttpMethod.GET,
        Answer.object(IdentityApiConnectorCollectionResponse.TYPE),
        new ListQueryParameters(),
        configure);
  }

  /**
   * Create an API connector.
   *
   * <p>When a work or school user is signed in, that user also needs the role External ID User Flow
   * Administrator.
   *
   * <p>Permissions, least privileged first:
   *
   * <ul>
   *   <li>delegated, work or school: APIConnectors.ReadWrite.All
   *   <li>application: APIConnectors.ReadWrite.All
   *   <li>not supported: delegated, personal
   * </ul>
   */
  @Override
  public @Nullable IdentityApiConnector post(
      IdentityApiConnector body, @Nullable Configure<QueryParameters> configure) {
    return Posts.super.post(body, configure);
  }

  @Override
  public RequestInformation<IdentityApiConnector> toPostRequestInformation(
      IdentityApiConnector body, @Nullable Configure<QueryParameters> configure) {
    return place.request(
        HttpMethod.POST,
        Body.create(body, IdentityApiConnector.TYPE),
        Answer.object(IdentityApiConnector.TYPE),
        new QueryParameters(),
        configure);
  }
}
