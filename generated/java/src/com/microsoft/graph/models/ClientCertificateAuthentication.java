package com.microsoft.graph.models;

import com.microsoft.graph.runtime.ModelType;
import com.microsoft.graph.runtime.Nullable;
import com.microsoft.graph.runtime.TypeShape;
import com.microsoft.graph.schema.SchemaTypes;
import java.util.List;

/** The client certificates that the connector holds, as the service answers them. */
public class ClientCertificateAuthentication extends ApiAuthenticationConfigurationBase {
  /** The type in the schema, and what makes models of JSON. */
  public static final ModelType<ClientCertificateAuthentication> TYPE =
      ModelType.selfNaming(
          SchemaTypes.SCHEMA,
          "microsoft.graph.clientCertificateAuthentication",
          ClientCertificateAuthentication.class,
          ClientCertificateAuthentication::new);

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  @Override
  protected void describe(TypeShape shape) {
    super.describe(shape);
    shape.isAbstract(false);
    shape
        .property("certificateList", "microsoft.graph.pkcs12CertificateInformation")
        .collection()
        .notInsertable()
        .notUpdatable();
  }

  /** The certificates that were uploaded. */
  public @Nullable List<Pkcs12CertificateInformation> getCertificateList() {
    return readList("certificateList", Pkcs12CertificateInformation.TYPE);
  }

  public void setCertificateList(@Nullable List<Pkcs12CertificateInformation> value) {
    writeList("certificateList", value, Pkcs12CertificateInformation.TYPE);
  }
}
