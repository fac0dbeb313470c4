package com.microsoft.graph.requests;

import com.microsoft.graph.identity.apiconnectors.item.uploadclientcertificate.UploadClientCertificatePostRequestBody;
import com.microsoft.graph.models.IdentityApiConnector;
import com.microsoft.graph.runtime.Answer;
import com.microsoft.graph.runtime.Body;
import com.microsoft.graph.runtime.Configure;
import com.microsoft.graph.runtime.HttpMethod;
import com.microsoft.graph.runtime.Nullable;
import com.microsoft.graph.runtime.Place;
import com.microsoft.graph.runtime.Posts;
import com.microsoft.graph.runtime.QueryParameters;
import com.microsoft.graph.runtime.RequestBuilder;
import com.microsoft.graph.runtime.RequestInformation;

/** An action. */
public final class IdentityApiConnectorUploadClientCertificateRequestBuilder extends RequestBuilder
    implements Posts<
        UploadClientCertificatePostRequestBody, IdentityApiConnector, QueryParameters> {
  IdentityApiConnectorUploadClientCertificateRequestBuilder(Place place) {
    super(place);
  }

  /** The same builder for a URL that the service gave, such as a next or a delta link. */
  public IdentityApiConnectorUploadClientCertificateRequestBuilder withUrl(String rawUrl) {
    return new IdentityApiConnectorUploadClientCertificateRequestBuilder(place.withUrl(rawUrl));
  }

  /**
   * Upload a client certificate to an API connector.
   *
   * <p>The certificate joins those that the connector already holds. The answer is the connector,
   * with its list of certificates. When a work or school user is signed in, that user also needs
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
  public @Nullable IdentityApiConnector post(
      UploadClientCertificatePostRequestBody body, @Nullable Configure<QueryParameters> configure) {
    return Posts.super.post(body, configure);
  }

  @Override
  public RequestInformation<IdentityApiConnector> toPostRequestInformation(
      UploadClientCertificatePostRequestBody body, @Nullable Configure<QueryParameters> configure) {
    return place.request(
        HttpMethod.POST,
        Body.parameters(body),
        Answer.object(IdentityApiConnector.TYPE),
        new QueryParameters(),
        configure);
  }
}
