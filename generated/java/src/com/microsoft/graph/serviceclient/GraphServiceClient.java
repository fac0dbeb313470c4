package com.microsoft.graph.serviceclient;

import com.microsoft.graph.requests.RootRequestBuilder;
import com.microsoft.graph.runtime.RequestAdapter;
import com.microsoft.graph.runtime.TokenCredential;

/**
 * A typed client of microsoft.graph.GraphService. It may be shared by threads. Made by Edmund; do
 * not edit.
 */
public class GraphServiceClient extends RootRequestBuilder {
  /** The service root that is meant when nobody says another. */
  public static final String BASE_URL = "https://graph.microsoft.com/v1.0";

  /**
   * A client with settings of one's own.
   *
   * @param requestAdapter the service root, the credential, limits, and the connections
   */
  public GraphServiceClient(RequestAdapter requestAdapter) {
    super(requestAdapter);
  }

  /**
   * A client with the usual settings.
   *
   * @param credential where tokens come from
   * @param scopes what tokens are for; the service's default scope when there are none
   */
  public GraphServiceClient(TokenCredential credential, String... scopes) {
    this(RequestAdapter.builder(BASE_URL).credential(credential).scopes(scopes).build());
  }
}
