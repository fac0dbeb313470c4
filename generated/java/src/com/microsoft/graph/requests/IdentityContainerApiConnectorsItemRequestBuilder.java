package com.microsoft.graph.requests;

import com.microsoft.graph.models.IdentityApiConnector;
import com.microsoft.graph.runtime.Answer;
import com.microsoft.graph.runtime.Body;
import com.microsoft.graph.runtime.Configure;
import com.microsoft.graph.runtime.Deletes;
import com.microsoft.graph.runtime.Gets;
import com.microsoft.graph.runtime.HttpMethod;
import com.microsoft.graph.runtime.Nullable;
import com.microsoft.graph.runtime.Patches;
import com.microsoft.graph.runtime.Place;
import com.microsoft.graph.runtime.QueryParameters;
import com.microsoft.graph.runtime.ReadQueryParameters;
import com.microsoft.graph.runtime.RequestBuilder;
import com.microsoft.graph.runtime.RequestInformation;

/** A web API that a user flow calls while somebody signs up or signs in. */
public final class IdentityContainerApiConnectorsItemRequestBuilder extends RequestBuilder
    implements Gets<IdentityApiConnector, ReadQueryParameters>,
        Patches<IdentityApiConnector, IdentityApiConnector, QueryParameters>,
        Deletes<QueryParameters> {
  IdentityContainerApiConnectorsItemRequestBuilder(Place place) {
    super(place);
  }

  /** The same builder for a URL that the service gave, such as a next or a delta link. */
  public IdentityContainerApiConnectorsItemRequestBuilder withUrl(String rawUrl) {
    return new IdentityContainerApiConnectorsItemRequestBuilder(place.withUrl(rawUrl));
  }

  /** Upload a client certificate to an API connector. */
  public IdentityApiConnectorUploadClientCertificateRequestBuilder uploadClientCertificate() {
    return new IdentityApiConnectorUploadClientCertificateRequestBuilder(
        place.child("/uploadClientCertificate"));
  }

  /**
   * Get one API connector.
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
  public @Nullable IdentityApiConnector get(@Nullable Configure<ReadQueryParameters> configure) {
    return Gets.super.get(configure);
  }

  @Override
  public RequestInformation<IdentityApiConnector> toGetRequestInformation(
      @Nullable Configure<ReadQueryParameters> configure) {
    return place.request(
        HttpMethod.GET,
        Answer.object(IdentityApiConnector.TYPE),
        new ReadQueryParameters(),
        configure);
  }

  /**
   * Change an API connector.
   *
   * <p>Only the properties that are sent change; an authenticationConfiguration that is sent
   * replaces the old one as a whole. When a work or school user is signed in, that user also needs
   * the role External ID User Flow Administrator.
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
  public @Nullable IdentityApiConnector patch(
      IdentityApiConnector body, @Nullable Configure<QueryParameters> configure) {
    return Patches.super.patch(body, configure);
  }

  @Override
  public RequestInformation<IdentityApiConnector> toPatchRequestInformation(
      IdentityApiConnector body, @Nullable Configure<QueryParameters> configure) {
    return place.request(
        HttpMethod.PATCH,
        Body.update(body, IdentityApiConnector.TYPE),
        Answer.object(IdentityApiConnector.TYPE),
        new QueryParameters(),
        configure);
  }

  /**
   * Delete an API connector.
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
  public void delete(@Nullable Configure<QueryParameters> configure) {
    Deletes.super.delete(configure);
  }

  @Override
  public RequestInformation<Void> toDeleteRequestInformation(
      @Nullable Configure<QueryParameters> configure) {
    return place.request(HttpMethod.DELETE, Answer.nothing(), new QueryParameters(), configure);
  }
}
