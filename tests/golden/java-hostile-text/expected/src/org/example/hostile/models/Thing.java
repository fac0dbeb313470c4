package org.example.hostile.models;

import org.example.hostile.runtime.Codec;
import org.example.hostile.runtime.Model;
import org.example.hostile.runtime.ModelType;
import org.example.hostile.runtime.Nullable;
import org.example.hostile.runtime.TypeShape;
import org.example.hostile.schema.SchemaTypes;

/** # -&#42;- coding: utf-7 -&#42;- */
public class Thing extends Model {
  /** The type in the schema, and what makes models of JSON. */
  public static final ModelType<Thing> TYPE =
      ModelType.of(SchemaTypes.SCHEMA, "Hostile.Thing", Thing.class, Thing::new);

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  @Override
  protected void describe(TypeShape shape) {
    shape.entity();
    shape.property("id", "Edm.String").notNull();
    shape
        .property("a", "Edm.String")
        .pattern("4 2 0 9 11 1114111 1 92 92 1 34 34 1 39 39 7 6 2 9 1 -1 0 0 0 1 0 2 0 3 1");
    shape.property("b", "Edm.String");
    shape.property("c", "Edm.String");
    shape
        .property("d", "Edm.String")
        .maxLength(5)
        .pattern(
            "7 1 128512 128512 1 8232 8232 1 125 125 1 120 120 1 123 123 1 34 34 1 "
                + "10 10 7 9 0 0 0 1 0 2 0 3 0 4 2 0 5 0 6 9 1 -1 0 5");
  }

  /** ends in a quote" */
  public @Nullable String getId() {
    return read("id", Codec.STRING);
  }

  public void setId(@Nullable String value) {
    write("id", value, Codec.STRING);
  }

  /** """ import os """ &#92;N&#123;DIGIT ONE&#125; &#92; */
  public @Nullable String getA() {
    return read("a", Codec.STRING);
  }

  public void setA(@Nullable String value) {
    write("a", value, Codec.STRING);
  }

  /** &#123;&#123; 7 &#42; 7 &#125;&#125; &#123;% raw %&#125; &#8238;bidi&#8203;zero */
  public @Nullable String getB() {
    return read("b", Codec.STRING);
  }

  public void setB(@Nullable String value) {
    write("b", value, Codec.STRING);
  }

  /** &gt;&gt;&gt; 1/0 # type: ignore */
  public @Nullable String getC() {
    return read("c", Codec.STRING);
  }

  public void setC(@Nullable String value) {
    write("c", value, Codec.STRING);
  }

  /**
   * &#42;/ &#92;u002a&#92;u002f &#92;u000a &#123;&#64;link x&#125; &#64;deprecated &lt;b&gt;
   * &amp;amp; // /&#42; &#128512;
   *
   * <p>&lt;p&gt;one
   *
   * <ul>
   *   <li>an item
   *   <li>another item
   * </ul>
   *
   * <p>last
   */
  public @Nullable String getD() {
    return read("d", Codec.STRING);
  }

  public void setD(@Nullable String value) {
    write("d", value, Codec.STRING);
  }
}
