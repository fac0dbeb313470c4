package com.microsoft.graph.models;

import com.microsoft.graph.runtime.ModelType;
import com.microsoft.graph.runtime.Nullable;
import com.microsoft.graph.runtime.Page;
import com.microsoft.graph.runtime.TypeShape;
import com.microsoft.graph.schema.SchemaTypes;
import java.util.List;

/** One page of a collection of microsoft.graph.identityApiConnector. */
public class IdentityApiConnectorCollectionResponse extends BaseCollectionPaginationCountResponse
    implements Page<IdentityApiConnector> {
  /** The type in the schema, and what makes models of JSON. */
  public static final ModelType<IdentityApiConnectorCollectionResponse> TYPE =
      ModelType.payload(
          SchemaTypes.SCHEMA,
          "Collection(microsoft.graph.identityApiConnector)",
          IdentityApiConnectorCollectionResponse.class,
          IdentityApiConnectorCollectionResponse::new);

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  @Override
  protected void describe(TypeShape shape) {
    super.describe(shape);
    shape
        .property("value", "microsoft.graph.identityApiConnector")
        .collection()
        .notNull()
        .navigation();
  }

  /** The items. */
  @Override
  public @Nullable List<IdentityApiConnector> getValue() {
    return readList("value", IdentityApiConnector.TYPE);
  }

  public void setValue(@Nullable List<IdentityApiConnector> value) {
    writeList("value", value, IdentityApiConnector.TYPE);
  }
}
