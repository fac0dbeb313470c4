package com.microsoft.graph.models;

import com.microsoft.graph.runtime.Model;
import com.microsoft.graph.runtime.ModelType;
import com.microsoft.graph.runtime.TypeShape;
import com.microsoft.graph.schema.SchemaTypes;

/** What every way of authenticating to an API endpoint has in common. */
public class ApiAuthenticationConfigurationBase extends Model {
  /** The type in the schema, and what makes models of JSON. */
  public static final ModelType<ApiAuthenticationConfigurationBase> TYPE =
      ModelType.of(
          SchemaTypes.SCHEMA,
          "microsoft.graph.apiAuthenticationConfigurationBase",
          ApiAuthenticationConfigurationBase.class,
          ApiAuthenticationConfigurationBase::new);

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  @Override
  protected void describe(TypeShape shape) {
    shape.isAbstract(true);
  }
}
