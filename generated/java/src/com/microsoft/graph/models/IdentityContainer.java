package com.microsoft.graph.models;

import com.microsoft.graph.runtime.ModelType;
import com.microsoft.graph.runtime.Nullable;
import com.microsoft.graph.runtime.TypeShape;
import com.microsoft.graph.schema.SchemaTypes;
import java.util.List;

/** The entry point of identity features. */
public class IdentityContainer extends Entity {
  /** The type in the schema, and what makes models of JSON. */
  public static final ModelType<IdentityContainer> TYPE =
      ModelType.of(
          SchemaTypes.SCHEMA,
          "microsoft.graph.identityContainer",
          IdentityContainer.class,
          IdentityContainer::new);

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  @Override
  protected void describe(TypeShape shape) {
    super.describe(shape);
    shape.isAbstract(false);
    shape
        .property("apiConnectors", "microsoft.graph.identityApiConnector")
        .collection()
        .notNull()
        .navigation();
  }

  /** The API connectors of the tenant. */
  public @Nullable List<IdentityApiConnector> getApiConnectors() {
    return readList("apiConnectors", IdentityApiConnector.TYPE);
  }

  public void setApiConnectors(@Nullable List<IdentityApiConnector> value) {
    writeList("apiConnectors", value, IdentityApiConnector.TYPE);
  }
}
