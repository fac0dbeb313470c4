package org.example.shop.models;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.example.shop.runtime.Codec;
import org.example.shop.runtime.Model;
import org.example.shop.runtime.ModelType;
import org.example.shop.runtime.Nullable;
import org.example.shop.runtime.TypeShape;
import org.example.shop.schema.SchemaTypes;

/** The entity type Shop.Catalog.Product. */
public class Product extends Model {
  /** The type in the schema, and what makes models of JSON. */
  public static final ModelType<Product> TYPE =
      ModelType.of(SchemaTypes.SCHEMA, "Shop.Catalog.Product", Product.class, Product::new);

  @Override
  protected ModelType<?> type() {
    return TYPE;
  }

  @Override
  protected void describe(TypeShape shape) {
    shape.entity();
    shape.property("ID", "Edm.Guid").notNull();
    shape.property("Name", "Edm.String").notNull().expectedOnCreate().maxLength(40);
    shape.property("Barcode", "Edm.Binary").maxLength(12);
    shape.property("Big", "Edm.Int64");
    shape.property("Small", "Edm.SByte");
    shape.property("Price", "Edm.Decimal").precision(10).scale(2);
    shape.property("Net", "Edm.Decimal").precision(8).scale(3);
    shape.property("Released", "Edm.Date");
    shape.property("OpensAt", "Edm.TimeOfDay");
    shape.property("Changed", "Edm.DateTimeOffset").precision(7);
    shape.property("Warranty", "Edm.Duration");
    shape.property("Origin", "Edm.GeographyPoint");
    shape.property("Anything", "Edm.Untyped");
    shape.property("Picture", "Edm.Stream");
    shape.property("Color", "Shop.Catalog.Color");
    shape.property("Days", "Shop.Catalog.Days").flags();
    shape.property("Size", "Shop.Catalog.Size");
    shape.property("Sizes", "Shop.Catalog.Size").collection().notNull();
    shape.property("Tags", "Edm.String").collection().notNull();
    shape.property("Dates", "Edm.Date").collection();
  }

  public @Nullable UUID getId() {
    return read("ID", Codec.GUID);
  }

  public void setId(@Nullable UUID value) {
    write("ID", value, Codec.GUID);
  }

  public @Nullable String getName() {
    return read("Name", Codec.STRING);
  }

  public void setName(@Nullable String value) {
    write("Name", value, Codec.STRING);
  }

  public @Nullable byte[] getBarcode() {
    return read("Barcode", Codec.BINARY);
  }

  public void setBarcode(@Nullable byte[] value) {
    write("Barcode", value, Codec.BINARY);
  }

  public @Nullable Long getBig() {
    return read("Big", Codec.LONG);
  }

  public void setBig(@Nullable Long value) {
    write("Big", value, Codec.LONG);
  }

  public @Nullable Integer getSmall() {
    return read("Small", Codec.INTEGER);
  }

  public void setSmall(@Nullable Integer value) {
    write("Small", value, Codec.INTEGER);
  }

  public @Nullable BigDecimal getPrice() {
    return read("Price", Codec.DECIMAL);
  }

  public void setPrice(@Nullable BigDecimal value) {
    write("Price", value, Codec.DECIMAL);
  }

  public @Nullable BigDecimal getNet() {
    return read("Net", Codec.DECIMAL);
  }

  public void setNet(@Nullable BigDecimal value) {
    write("Net", value, Codec.DECIMAL);
  }

  public @Nullable LocalDate getReleased() {
    return read("Released", Codec.DATE);
  }

  public void setReleased(@Nullable LocalDate value) {
    write("Released", value, Codec.DATE);
  }

  public @Nullable LocalTime getOpensAt() {
    return read("OpensAt", Codec.TIME_OF_DAY);
  }

  public void setOpensAt(@Nullable LocalTime value) {
    write("OpensAt", value, Codec.TIME_OF_DAY);
  }

  public @Nullable OffsetDateTime getChanged() {
    return read("Changed", Codec.DATE_TIME);
  }

  public void setChanged(@Nullable OffsetDateTime value) {
    write("Changed", value, Codec.DATE_TIME);
  }

  public @Nullable Duration getWarranty() {
    return read("Warranty", Codec.DURATION);
  }

  public void setWarranty(@Nullable Duration value) {
    write("Warranty", value, Codec.DURATION);
  }

  public @Nullable Map<String, Object> getOrigin() {
    return read("Origin", Codec.OBJECT);
  }

  public void setOrigin(@Nullable Map<String, Object> value) {
    write("Origin", value, Codec.OBJECT);
  }

  public @Nullable Object getAnything() {
    return read("Anything", Codec.ANY);
  }

  public void setAnything(@Nullable Object value) {
    write("Anything", value, Codec.ANY);
  }

  public @Nullable byte[] getPicture() {
    return read("Picture", Codec.BINARY);
  }

  public void setPicture(@Nullable byte[] value) {
    write("Picture", value, Codec.BINARY);
  }

  public @Nullable Color getColor() {
    return read("Color", Color.TYPE);
  }

  public void setColor(@Nullable Color value) {
    write("Color", value, Color.TYPE);
  }

  public @Nullable Set<Days> getDays() {
    return readFlags("Days", Days.TYPE);
  }

  public void setDays(@Nullable Set<Days> value) {
    writeFlags("Days", value, Days.TYPE);
  }

  public @Nullable Size getSize() {
    return read("Size", Size.TYPE);
  }

  public void setSize(@Nullable Size value) {
    write("Size", value, Size.TYPE);
  }

  public @Nullable List<Size> getSizes() {
    return readList("Sizes", Size.TYPE);
  }

  public void setSizes(@Nullable List<Size> value) {
    writeList("Sizes", value, Size.TYPE);
  }

  public @Nullable List<String> getTags() {
    return readList("Tags", Codec.STRING);
  }

  public void setTags(@Nullable List<String> value) {
    writeList("Tags", value, Codec.STRING);
  }

  public @Nullable List<LocalDate> getDates() {
    return readList("Dates", Codec.DATE);
  }

  public void setDates(@Nullable List<LocalDate> value) {
    writeList("Dates", value, Codec.DATE);
  }
}
