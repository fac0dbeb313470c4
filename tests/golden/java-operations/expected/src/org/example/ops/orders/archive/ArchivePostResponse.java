package org.example.ops.orders.archive;

import java.util.List;
import org.example.ops.models.BaseCollectionPaginationCountResponse;
import org.example.ops.models.Order;
import org.example.ops.runtime.ModelType;
import org.example.ops.runtime.Nullable;
import org.example.ops.runtime.Page;
import org.example.ops.runtime.TypeShape;
import org.example.ops.schema.SchemaTypes;

/** What is answered by Ops.archive. */
public class ArchivePostResponse extends BaseCollectionPaginationCountResponse
    implements Page<Order> {
  /** The type in the schema, and what makes models of JSON. */
  public static final ModelType<ArchivePostResponse> TYPE =
      ModelType.payload(
          SchemaTypes.SCHEMA, "Ops.archive", ArchivePostResponse.class, ArchivePostResponse::new);

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  @Override
  protected void describe(TypeShape shape) {
    super.describe(shape);
    shape.property("value", "Ops.Order").collection().notNull();
  }

  @Override
  public @Nullable List<Order> getValue() {
    return readList("value", Order.TYPE);
  }

  public void setValue(@Nullable List<Order> value) {
    writeList("value", value, Order.TYPE);
  }
}
