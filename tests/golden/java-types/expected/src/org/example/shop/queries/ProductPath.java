package org.example.shop.queries;

import java.util.UUID;
import org.example.shop.models.Color;
import org.example.shop.models.Days;
import org.example.shop.runtime.CollectionPath;
import org.example.shop.runtime.DateExpression;
import org.example.shop.runtime.DurationExpression;
import org.example.shop.runtime.EnumExpression;
import org.example.shop.runtime.MomentExpression;
import org.example.shop.runtime.NumberExpression;
import org.example.shop.runtime.ObjectPath;
import org.example.shop.runtime.SpatialExpression;
import org.example.shop.runtime.TextExpression;
import org.example.shop.runtime.TimeExpression;
import org.example.shop.runtime.ValueExpression;

/** Paths of queries. */
public class ProductPath extends ObjectPath {
  public ProductPath() {
    this(items());
  }

  public ProductPath(PathTo at) {
    super(at);
  }

  public ValueExpression<UUID> id() {
    return new ValueExpression<>(at.to("ID"), "Edm.Guid");
  }

  public TextExpression name() {
    return text("Name");
  }

  public ValueExpression<byte[]> barcode() {
    return new ValueExpression<>(at.to("Barcode"), "Edm.Binary");
  }

  public NumberExpression big() {
    return number("Big");
  }

  public NumberExpression small() {
    return number("Small");
  }

  public NumberExpression price() {
    return number("Price");
  }

  public NumberExpression net() {
    return number("Net");
  }

  public DateExpression released() {
    return date("Released");
  }

  public TimeExpression opensAt() {
    return time("OpensAt");
  }

  public MomentExpression changed() {
    return moment("Changed");
  }

  public DurationExpression warranty() {
    return duration("Warranty");
  }

  public SpatialExpression origin() {
    return new SpatialExpression(at.to("Origin"), "Edm.GeographyPoint");
  }

  public ValueExpression<Object> anything() {
    return new ValueExpression<>(at.to("Anything"), "Edm.PrimitiveType");
  }

  public ValueExpression<byte[]> picture() {
    return new ValueExpression<>(at.to("Picture"), "Edm.PrimitiveType");
  }

  public EnumExpression<Color> color() {
    return new EnumExpression<>(at.to("Color"), "enum");
  }

  public EnumExpression<Days> days() {
    return new EnumExpression<>(at.to("Days"), "enum");
  }

  public SizePath size() {
    return new SizePath(at.to("Size"));
  }

  public CollectionPath<SizePath> sizes() {
    return collection("Sizes", SizePath::new);
  }

  public CollectionPath<TextExpression> tags() {
    return collection("Tags", TextExpression::new);
  }

  public CollectionPath<DateExpression> dates() {
    return collection("Dates", DateExpression::new);
  }
}
