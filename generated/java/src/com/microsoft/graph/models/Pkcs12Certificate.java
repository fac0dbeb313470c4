package com.microsoft.graph.models;

import com.microsoft.graph.runtime.Codec;
import com.microsoft.graph.runtime.ModelType;
import com.microsoft.graph.runtime.Nullable;
import com.microsoft.graph.runtime.TypeShape;
import com.microsoft.graph.schema.SchemaTypes;

/**
 * A client certificate with its private key, as it is uploaded.
 *
 * <p>For writing only: the service answers with a clientCertificateAuthentication, which describes
 * the certificates and holds no key.
 */
public class Pkcs12Certificate extends ApiAuthenticationConfigurationBase {
  /** The type in the schema, and what makes models of JSON. */
  public static final ModelType<Pkcs12Certificate> TYPE =
      ModelType.selfNaming(
          SchemaTypes.SCHEMA,
          "microsoft.graph.pkcs12Certificate",
          Pkcs12Certificate.class,
          Pkcs12Certificate::new);

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  @Override
  protected void describe(TypeShape shape) {
    super.describe(shape);
    shape.isAbstract(false);
    shape.property("password", "Edm.String").secret().requiredOnCreate().requiredOnUpdate();
    shape
        .property("pkcs12Value", "Edm.String")
        .secret()
        .requiredOnCreate()
        .requiredOnUpdate()
        .base64();
  }

  /**
   * The password of the .pfx file.
   *
   * <p>Needed; the empty string where the file has none.
   */
  public @Nullable String getPassword() {
    return read("password", Codec.STRING);
  }

  public void setPassword(@Nullable String value) {
    write("password", value, Codec.STRING);
  }

  /**
   * The content of the .pfx file, in base64.
   *
   * <p>Needed.
   */
  public @Nullable String getPkcs12Value() {
    return read("pkcs12Value", Codec.STRING);
  }

  public void setPkcs12Value(@Nullable String value) {
    write("pkcs12Value", value, Codec.STRING);
  }
}
