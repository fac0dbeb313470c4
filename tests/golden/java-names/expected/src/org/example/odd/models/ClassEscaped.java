package org.example.odd.models;

import java.util.List;
import org.example.odd.runtime.Codec;
import org.example.odd.runtime.Model;
import org.example.odd.runtime.ModelType;
import org.example.odd.runtime.Nullable;
import org.example.odd.runtime.TypeShape;
import org.example.odd.schema.SchemaTypes;

/** The entity type Odd.Names.class. */
public class ClassEscaped extends Model {
  /** The type in the schema, and what makes models of JSON. */
  public static final ModelType<ClassEscaped> TYPE =
      ModelType.of(SchemaTypes.SCHEMA, "Odd.Names.class", ClassEscaped.class, ClassEscaped::new);

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  @Override
  protected void describe(TypeShape shape) {
    shape.entity();
    shape.property("import", "Edm.String").notNull();
    shape.property("__class__", "Edm.String");
    shape.property("list", "Edm.String").collection();
    shape.property("str", "Edm.String");
    shape.property("validate", "Edm.String");
    shape.property("_data", "Edm.String");
    shape.property("Größe", "Edm.Int32");
    shape.property("HTTPServerID2", "Edm.String");
    shape.property("property", "Edm.String");
    shape.property("get", "Odd.Names.class").collection().notNull().navigation();
    shape.property("async", "Odd.Names.class").navigation();
  }

  public @Nullable String getImport() {
    return read("import", Codec.STRING);
  }

  public void setImport(@Nullable String value) {
    write("import", value, Codec.STRING);
  }

  public @Nullable String getClassEscaped() {
    return read("__class__", Codec.STRING);
  }

  public void setClassEscaped(@Nullable String value) {
    write("__class__", value, Codec.STRING);
  }

  public @Nullable List<String> getList() {
    return readList("list", Codec.STRING);
  }

  public void setList(@Nullable List<String> value) {
    writeList("list", value, Codec.STRING);
  }

  public @Nullable String getStr() {
    return read("str", Codec.STRING);
  }

  public void setStr(@Nullable String value) {
    write("str", value, Codec.STRING);
  }

  public @Nullable String getValidate() {
    return read("validate", Codec.STRING);
  }

  public void setValidate(@Nullable String value) {
    write("validate", value, Codec.STRING);
  }

  public @Nullable String getData() {
    return read("_data", Codec.STRING);
  }

  public void setData(@Nullable String value) {
    write("_data", value, Codec.STRING);
  }

  public @Nullable Integer getGröße() {
    return read("Größe", Codec.INTEGER);
  }

  public void setGröße(@Nullable Integer value) {
    write("Größe", value, Codec.INTEGER);
  }

  public @Nullable String getHTTPServerID2() {
    return read("HTTPServerID2", Codec.STRING);
  }

  public void setHTTPServerID2(@Nullable String value) {
    write("HTTPServerID2", value, Codec.STRING);
  }

  public @Nullable String getProperty() {
    return read("property", Codec.STRING);
  }

  public void setProperty(@Nullable String value) {
    write("property", value, Codec.STRING);
  }

  public @Nullable List<ClassEscaped> getGet() {
    return readList("get", ClassEscaped.TYPE);
  }

  public void setGet(@Nullable List<ClassEscaped> value) {
    writeList("get", value, ClassEscaped.TYPE);
  }

  public @Nullable ClassEscaped getAsync() {
    return read("async", ClassEscaped.TYPE);
  }

  public void setAsync(@Nullable ClassEscaped value) {
    write("async", value, ClassEscaped.TYPE);
  }
}
