package com.microsoft.graph.models;

import com.microsoft.graph.runtime.Codec;
import com.microsoft.graph.runtime.ModelType;
import com.microsoft.graph.runtime.Nullable;
import com.microsoft.graph.runtime.TypeShape;
import com.microsoft.graph.schema.SchemaTypes;

/**
 * A web API that a user flow calls while somebody signs up or signs in.
 *
 * <p>The connector names the API's endpoint and says how to authenticate to it.
 */
public class IdentityApiConnector extends Entity {
  /** The type in the schema, and what makes models of JSON. */
  public static final ModelType<IdentityApiConnector> TYPE =
      ModelType.of(
          SchemaTypes.SCHEMA,
          "microsoft.graph.identityApiConnector",
          IdentityApiConnector.class,
          IdentityApiConnector::new);

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  @Override
  protected void describe(TypeShape shape) {
    super.describe(shape);
    shape.isAbstract(false);
    shape
        .property(
            "authenticationConfiguration", "microsoft.graph.apiAuthenticationConfigurationBase")
        .requiredOnCreate()
        .writableTypes("microsoft.graph.basicAuthentication", "microsoft.graph.pkcs12Certificate");
    shape.property("displayName", "Edm.String").requiredOnCreate();
    shape.property("targetUrl", "Edm.String").requiredOnCreate().url();
  }

  /**
   * How to authenticate to the API endpoint.
   *
   * <p>Needed to create a connector. Write a basicAuthentication or a pkcs12Certificate. The
   * service answers with a basicAuthentication whose password is masked, or with a
   * clientCertificateAuthentication in place of the certificate. A new value replaces the old one
   * as a whole; uploadClientCertificate adds a certificate to those in place.
   */
  public @Nullable ApiAuthenticationConfigurationBase getAuthenticationConfiguration() {
    return read("authenticationConfiguration", ApiAuthenticationConfigurationBase.TYPE);
  }

  public void setAuthenticationConfiguration(@Nullable ApiAuthenticationConfigurationBase value) {
    write("authenticationConfiguration", value, ApiAuthenticationConfigurationBase.TYPE);
  }

  /**
   * What the connector is called.
   *
   * <p>Needed to create a connector.
   */
  public @Nullable String getDisplayName() {
    return read("displayName", Codec.STRING);
  }

  public void setDisplayName(@Nullable String value) {
    write("displayName", value, Codec.STRING);
  }

  /**
   * Where the API is that the connector calls: an absolute URL.
   *
   * <p>Needed to create a connector.
   */
  public @Nullable String getTargetUrl() {
    return read("targetUrl", Codec.STRING);
  }

  public void setTargetUrl(@Nullable String value) {
    write("targetUrl", value, Codec.STRING);
  }
}
