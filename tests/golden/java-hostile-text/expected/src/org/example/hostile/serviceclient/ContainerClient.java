package org.example.hostile.serviceclient;

import org.example.hostile.requests.RootRequestBuilder;
import org.example.hostile.runtime.RequestAdapter;
import org.example.hostile.runtime.TokenCredential;

/**
 * A typed client of Hostile.Container. It may be shared by threads. Made by Edmund; do not edit.
 */
public class ContainerClient extends RootRequestBuilder {
  /** The service root that is meant when nobody says another. */
  public static final String BASE_URL = "https://service.example/v1";

  /**
   * A client with settings of one's own.
   *
   * @param requestAdapter the service root, the credential, limits, and the connections
   */
  public ContainerClient(RequestAdapter requestAdapter) {
    super(requestAdapter);
  }

  /**
   * A client with the usual settings.
   *
   * @param credential where tokens come from
   * @param scopes what tokens are for; the service's default scope when there are none
   */
  public ContainerClient(TokenCredential credential, String... scopes) {
    this(RequestAdapter.builder(BASE_URL).credential(credential).scopes(scopes).build());
  }
}
