package com.microsoft.graph.models;

import com.microsoft.graph.runtime.Codec;
import com.microsoft.graph.runtime.Model;
import com.microsoft.graph.runtime.ModelType;
import com.microsoft.graph.runtime.Nullable;
import com.microsoft.graph.runtime.TypeShape;
import com.microsoft.graph.schema.SchemaTypes;

/** What is known of an uploaded certificate. */
public class Pkcs12CertificateInformation extends Model {
  /** The type in the schema, and what makes models of JSON. */
  public static final ModelType<Pkcs12CertificateInformation> TYPE =
      ModelType.of(
          SchemaTypes.SCHEMA,
          "microsoft.graph.pkcs12CertificateInformation",
          Pkcs12CertificateInformation.class,
          Pkcs12CertificateInformation::new);

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  @Override
  protected void describe(TypeShape shape) {
    shape.property("isActive", "Edm.Boolean").notNull().notInsertable().notUpdatable();
    shape.property("notAfter", "Edm.Int64").notNull().notInsertable().notUpdatable();
    shape.property("notBefore", "Edm.Int64").notNull().notInsertable().notUpdatable();
    shape.property("thumbprint", "Edm.String").notInsertable().notUpdatable();
  }

  /**
   * Whether this certificate is the one in use.
   *
   * <p>True for the newest uploaded certificate that has not expired and whose notBefore has
   * passed.
   */
  public @Nullable Boolean getIsActive() {
    return read("isActive", Codec.BOOLEAN);
  }

  public void setIsActive(@Nullable Boolean value) {
    write("isActive", value, Codec.BOOLEAN);
  }

  /**
   * When the certificate expires.
   *
   * <p>A NumericDate of RFC 7519: seconds since 1970-01-01T00:00:00Z.
   */
  public @Nullable Long getNotAfter() {
    return read("notAfter", Codec.LONG);
  }

  public void setNotAfter(@Nullable Long value) {
    write("notAfter", value, Codec.LONG);
  }

  /**
   * When the certificate becomes valid.
   *
   * <p>A NumericDate of RFC 7519: seconds since 1970-01-01T00:00:00Z.
   */
  public @Nullable Long getNotBefore() {
    return read("notBefore", Codec.LONG);
  }

  public void setNotBefore(@Nullable Long value) {
    write("notBefore", value, Codec.LONG);
  }

  /** The thumbprint of the certificate. */
  public @Nullable String getThumbprint() {
    return read("thumbprint", Codec.STRING);
  }

  public void setThumbprint(@Nullable String value) {
    write("thumbprint", value, Codec.STRING);
  }
}
