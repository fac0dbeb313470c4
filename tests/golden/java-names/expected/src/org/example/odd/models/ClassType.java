package org.example.odd.models;

import java.util.List;
import org.example.odd.runtime.Codec;
import org.example.odd.runtime.Model;
import org.example.odd.runtime.ModelType;
import org.example.odd.runtime.Nullable;
import org.example.odd.runtime.TypeShape;
import org.example.odd.schema.SchemaTypes;

/** The entity type Odd.Names.class. */
public class ClassType extends Model {
  /** The type in the schema, and what makes models of JSON. */
  public static final ModelType<ClassType> TYPE =
      ModelType.of(SchemaTypes.SCHEMA, "Odd.Names.class", ClassType.class, ClassType::new);

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

  public @Nullable String getClassProperty() {
    return read("__class__", Codec.STRING);
  }

  public void setClassProperty(@Nullable String value) {
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

  public @Nullable String getHttpServerId2() {
    return read("HTTPServerID2", Codec.STRING);
  }

  public void setHttpServerId2(@Nullable String value) {
    write("HTTPServerID2", value, Codec.STRING);
  }

  public @Nullable String getProperty() {
    return read("property", Codec.STRING);
  }

  public void setProperty(@Nullable String value) {
    write("property", value, Codec.STRING);
  }

  public @Nullable List<ClassType> getGet() {
    return readList("get", ClassType.TYPE);
  }

  public void setGet(@Nullable List<ClassType> value) {
    writeList("get", value, ClassType.TYPE);
  }

  public @Nullable ClassType getAsync() {
    return read("async", ClassType.TYPE);
  }

  public void setAsync(@Nullable ClassType value) {
    write("async", value, ClassType.TYPE);
  }
}
