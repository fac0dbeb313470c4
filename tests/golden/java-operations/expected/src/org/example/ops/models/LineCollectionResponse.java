package org.example.ops.models;

import java.util.List;
import org.example.ops.runtime.ModelType;
import org.example.ops.runtime.Nullable;
import org.example.ops.runtime.Page;
import org.example.ops.runtime.TypeShape;
import org.example.ops.schema.SchemaTypes;

/** One page of a collection of Ops.Line. */
public class LineCollectionResponse extends BaseCollectionPaginationCountResponse
    implements Page<Line> {
  /** The type in the schema, and what makes models of JSON. */
  public static final ModelType<LineCollectionResponse> TYPE =
      ModelType.payload(
          SchemaTypes.SCHEMA,
          "Collection(Ops.Line)",
          LineCollectionResponse.class,
          LineCollectionResponse::new);

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  @Override
  protected void describe(TypeShape shape) {
    super.describe(shape);
    shape.property("value", "Ops.Line").collection().notNull().navigation();
  }

  /** The items. */
  @Override
  public @Nullable List<Line> getValue() {
    return readList("value", Line.TYPE);
  }

  public void setValue(@Nullable List<Line> value) {
    writeList("value", value, Line.TYPE);
  }
}
