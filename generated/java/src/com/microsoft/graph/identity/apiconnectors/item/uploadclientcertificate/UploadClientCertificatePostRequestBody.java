package com.microsoft.graph.identity.apiconnectors.item.uploadclientcertificate;

import com.microsoft.graph.runtime.Codec;
import com.microsoft.graph.runtime.Model;
import com.microsoft.graph.runtime.ModelType;
import com.microsoft.graph.runtime.Nullable;
import com.microsoft.graph.runtime.TypeShape;
import com.microsoft.graph.schema.SchemaTypes;

/** What is sent to microsoft.graph.uploadClientCertificate. */
public class UploadClientCertificatePostRequestBody extends Model {
  /** The type in the schema, and what makes models of JSON. */
  public static final ModelType<UploadClientCertificatePostRequestBody> TYPE =
      ModelType.payload(
          SchemaTypes.SCHEMA,
          "microsoft.graph.uploadClientCertificate",
          UploadClientCertificatePostRequestBody.class,
          UploadClientCertificatePostRequestBody::new);

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  @Override
  protected void describe(TypeShape shape) {
    shape.property("pkcs12Value", "Edm.String").secret().requiredOnCreate().base64();
    shape.property("password", "Edm.String").secret().requiredOnCreate();
  }

  /** The content of the .pfx file, in base64. */
  public @Nullable String getPkcs12Value() {
    return read("pkcs12Value", Codec.STRING);
  }

  public void setPkcs12Value(@Nullable String value) {
    write("pkcs12Value", value, Codec.STRING);
  }

  /** The password of the .pfx file; the empty string where the file has none. */
  public @Nullable String getPassword() {
    return read("password", Codec.STRING);
  }

  public void setPassword(@Nullable String value) {
    write("password", value, Codec.STRING);
  }
}
