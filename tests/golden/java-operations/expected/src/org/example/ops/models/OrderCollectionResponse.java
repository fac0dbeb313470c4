package org.example.ops.models;

import java.util.List;
import org.example.ops.runtime.ModelType;
import org.example.ops.runtime.Nullable;
import org.example.ops.runtime.Page;
import org.example.ops.runtime.TypeShape;
import org.example.ops.schema.SchemaTypes;

/** One page of a collection of Ops.Order. */
public class OrderCollectionResponse extends BaseCollectionPaginationCountResponse
    implements Page<Order> {
  /** The type in the schema, and what makes models of JSON. */
  public static final ModelType<OrderCollectionResponse> TYPE =
      ModelType.payload(
          SchemaTypes.SCHEMA,
          "Collection(Ops.Order)",
          OrderCollectionResponse.class,
          OrderCollectionResponse::new);

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  @Override
  protected void describe(TypeShape shape) {
    super.describe(shape);
    shape.property("value", "Ops.Order").collection().notNull().navigation();
  }

  /** The items. */
  @Override
  public @Nullable List<Order> getValue() {
    return readList("value", Order.TYPE);
  }

  public void setValue(@Nullable List<Order> value) {
    writeList("value", value, Order.TYPE);
  }
}
