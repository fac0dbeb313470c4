package edmundruntime.runtime;

/**
 * What a value must be: its type, as deep as it goes, and its constraints. Generated code says one
 * fact after the other; every method gives the shape itself.
 */
public final class ValueShape extends Facets<ValueShape> {
  /** What a value is made of. */
  enum Form {
    ANY,
    PRIMITIVE,
    NAMED,
    LITERAL,
    LIST,
    MAP
  }

  final Form form;

  /** The type of a class: a model, an enumeration or a union. */
  final @Nullable Codec<?> named;

  /** Of the items of a list, and of the members of a map. */
  final @Nullable ValueShape inner;

  /** The one value of a literal. */
  final @Nullable Object literal;

  boolean nullable;
  int minLength = -1;
  boolean uniqueItems;
  int minProperties = -1;
  int maxProperties = -1;

  private ValueShape(
      Form form,
      String type,
      @Nullable Codec<?> named,
      @Nullable ValueShape inner,
      @Nullable Object literal) {
    super(type);
    this.form = form;
    this.named = named;
    this.inner = inner;
    this.literal = literal;
  }

  @Override
  ValueShape self() {
    return this;
  }

  /** Any JSON value but null. */
  public static ValueShape any() {
    return new ValueShape(Form.ANY, "", null, null, null);
  }

  /**
   * A value of a built-in type.
   *
   * @param primitive the type's name, such as {@code Edm.Date}
   */
  public static ValueShape of(String primitive) {
    return new ValueShape(Form.PRIMITIVE, primitive, null, null, null);
  }

  /**
   * A value of a class.
   *
   * @param type the type, such as {@code Pet.TYPE}
   */
  public static ValueShape of(Codec<?> type) {
    return new ValueShape(Form.NAMED, "", type, null, null);
  }

  /**
   * The one value that there is.
   *
   * @param value a text, a number, a boolean or null
   */
  public static ValueShape literal(@Nullable Object value) {
    return new ValueShape(Form.LITERAL, "", null, null, value);
  }

  /**
   * A list.
   *
   * @param item what its items are
   */
  public static ValueShape list(ValueShape item) {
    return new ValueShape(Form.LIST, "", null, item, null);
  }

  /**
   * An object whose members have any name.
   *
   * @param member what its members are
   */
  public static ValueShape map(ValueShape member) {
    return new ValueShape(Form.MAP, "", null, member, null);
  }

  /** Null is a value as well. */
  public ValueShape nullable() {
    nullable = true;
    return this;
  }

  /**
   * Text is no shorter than this.
   *
   * @param least characters
   */
  public ValueShape minLength(int least) {
    minLength = least;
    return this;
  }

  /** No two items are the same. */
  public ValueShape uniqueItems() {
    uniqueItems = true;
    return this;
  }

  /**
   * A map has at least this many members.
   *
   * @param count how many
   */
  public ValueShape minProperties(int count) {
    minProperties = count;
    return this;
  }

  /**
   * A map has at most this many members.
   *
   * @param count how many
   */
  public ValueShape maxProperties(int count) {
    maxProperties = count;
    return this;
  }
}
