package com.microsoft.graph.models;

import com.microsoft.graph.runtime.Codec;
import com.microsoft.graph.runtime.ModelType;
import com.microsoft.graph.runtime.Nullable;
import com.microsoft.graph.runtime.TypeShape;
import com.microsoft.graph.schema.SchemaTypes;

/** HTTP basic authentication: a user name and a password. */
public class BasicAuthentication extends ApiAuthenticationConfigurationBase {
  /** The type in the schema, and what makes models of JSON. */
  public static final ModelType<BasicAuthentication> TYPE =
      ModelType.selfNaming(
          SchemaTypes.SCHEMA,
          "microsoft.graph.basicAuthentication",
          BasicAuthentication.class,
          BasicAuthentication::new);

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  @Override
  protected void describe(TypeShape shape) {
    super.describe(shape);
    shape.isAbstract(false);
    shape.property("password", "Edm.String").secret();
    shape.property("username", "Edm.String");
  }

  /** The password; the service answers with &#42;&#42;&#42;&#42;&#42;&#42; in its place. */
  public @Nullable String getPassword() {
    return read("password", Codec.STRING);
  }

  public void setPassword(@Nullable String value) {
    write("password", value, Codec.STRING);
  }

  /** The user name. */
  public @Nullable String getUsername() {
    return read("username", Codec.STRING);
  }

  public void setUsername(@Nullable String value) {
    write("username", value, Codec.STRING);
  }
}
