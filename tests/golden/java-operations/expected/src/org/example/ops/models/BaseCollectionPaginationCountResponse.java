package org.example.ops.models;

import org.example.ops.runtime.Codec;
import org.example.ops.runtime.Model;
import org.example.ops.runtime.Nullable;
import org.example.ops.runtime.TypeShape;

/** What the service says about a collection beside its items. */
public abstract class BaseCollectionPaginationCountResponse extends Model {
  /** An empty page. */
  protected BaseCollectionPaginationCountResponse() {}

  @Override
  protected void describe(TypeShape shape) {
    shape.property("@odata.nextLink", "Edm.String");
    shape.property("@odata.deltaLink", "Edm.String");
    shape.property("@odata.count", "Edm.Int64");
  }

  /** Where the next page is; null for the last one. */
  public @Nullable String getOdataNextLink() {
    return read("@odata.nextLink", Codec.STRING);
  }

  /**
   * Sets where the next page is.
   *
   * @param value the link
   */
  public void setOdataNextLink(@Nullable String value) {
    write("@odata.nextLink", value, Codec.STRING);
  }

  /** Where changes after this round can be asked for. */
  public @Nullable String getOdataDeltaLink() {
    return read("@odata.deltaLink", Codec.STRING);
  }

  /**
   * Sets where changes can be asked for.
   *
   * @param value the link
   */
  public void setOdataDeltaLink(@Nullable String value) {
    write("@odata.deltaLink", value, Codec.STRING);
  }

  /** How many items there are in all pages, when that was asked for. */
  public @Nullable Long getOdataCount() {
    return read("@odata.count", Codec.LONG);
  }

  /**
   * Sets how many items there are.
   *
   * @param value the number
   */
  public void setOdataCount(@Nullable Long value) {
    write("@odata.count", value, Codec.LONG);
  }
}
