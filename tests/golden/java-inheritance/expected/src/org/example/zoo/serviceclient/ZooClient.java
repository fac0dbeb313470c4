package org.example.zoo.serviceclient;

import org.example.zoo.requests.RootRequestBuilder;
import org.example.zoo.runtime.RequestAdapter;
import org.example.zoo.runtime.TokenCredential;

/** A typed client of Zoo.Zoo. It may be shared by threads. Made by Edmund; do not edit. */
public class ZooClient extends RootRequestBuilder {
  /** The service root that is meant when nobody says another. */
  public static final String BASE_URL = "https://service.example/v1";

  /**
   * A client with settings of one's own.
   *
   * @param requestAdapter the service root, the credential, limits, and the connections
   */
  public ZooClient(RequestAdapter requestAdapter) {
    super(requestAdapter);
  }

  /**
   * A client with the usual settings.
   *
   * @param credential where tokens come from
   * @param scopes what tokens are for; the service's default scope when there are none
   */
  public ZooClient(TokenCredential credential, String... scopes) {
    this(RequestAdapter.builder(BASE_URL).credential(credential).scopes(scopes).build());
  }
}
