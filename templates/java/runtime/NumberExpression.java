package edmundruntime.runtime;

/** A number of a query. */
public final class NumberExpression extends ValueExpression<Number> {
  private static final String ANY_NUMBER = "Edm.PrimitiveType";

  /**
   * A property; for generated code.
   *
   * @param path the path to it
   */
  public NumberExpression(PathTo path) {
    super(path, ANY_NUMBER);
  }

  /**
   * A property; for generated code.
   *
   * @param path the path to it
   * @param type how numbers that it is compared with are written
   */
  public NumberExpression(PathTo path, String type) {
    super(path, type);
  }

  NumberExpression(String text, Precedence level, QueryTerm... parts) {
    this(text, Dialect.COUNT, level, parts);
  }

  private NumberExpression(String text, String type, Precedence level, QueryTerm... parts) {
    super(text, type, level, parts);
  }

  private NumberExpression calculated(String word, Precedence own, Number other) {
    String right = literal(other);
    return new NumberExpression(within(own) + " " + word + " " + right, type, own, this);
  }

  private NumberExpression calculated(String word, Precedence own, NumberExpression other) {
    String right = other.within(own.next());
    return new NumberExpression(within(own) + " " + word + " " + right, type, own, this, other);
  }

  /**
   * The sum of the two.
   *
   * @param other the other
   */
  public NumberExpression add(Number other) {
    return calculated("add", Precedence.ADDITION, other);
  }

  /**
   * The sum of the two.
   *
   * @param other the other
   */
  public NumberExpression add(NumberExpression other) {
    return calculated("add", Precedence.ADDITION, other);
  }

  /**
   * This without the other.
   *
   * @param other the other
   */
  public NumberExpression sub(Number other) {
    return calculated("sub", Precedence.ADDITION, other);
  }

  /**
   * This without the other.
   *
   * @param other the other
   */
  public NumberExpression sub(NumberExpression other) {
    return calculated("sub", Precedence.ADDITION, other);
  }

  /**
   * The product of the two.
   *
   * @param other the other
   */
  public NumberExpression mul(Number other) {
    return calculated("mul", Precedence.PRODUCT, other);
  }

  /**
   * The product of the two.
   *
   * @param other the other
   */
  public NumberExpression mul(NumberExpression other) {
    return calculated("mul", Precedence.PRODUCT, other);
  }

  /**
   * This, parted by the other.
   *
   * @param other the other
   */
  public NumberExpression div(Number other) {
    return calculated("div", Precedence.PRODUCT, other);
  }

  /**
   * This, parted by the other.
   *
   * @param other the other
   */
  public NumberExpression div(NumberExpression other) {
    return calculated("div", Precedence.PRODUCT, other);
  }

  /**
   * What is left of this, parted by the other.
   *
   * @param other the other
   */
  public NumberExpression mod(Number other) {
    return calculated("mod", Precedence.PRODUCT, other);
  }

  /**
   * What is left of this, parted by the other.
   *
   * @param other the other
   */
  public NumberExpression mod(NumberExpression other) {
    return calculated("mod", Precedence.PRODUCT, other);
  }

  /** The number with the other sign. */
  public NumberExpression negate() {
    return new NumberExpression("-" + within(Precedence.PRIMARY), type, Precedence.UNARY, this);
  }

  /** The nearest whole number. */
  public NumberExpression round() {
    return new NumberExpression(called("round"), type, Precedence.PRIMARY, this);
  }

  /** The nearest whole number that is no greater. */
  public NumberExpression floor() {
    return new NumberExpression(called("floor"), type, Precedence.PRIMARY, this);
  }

  /** The nearest whole number that is no less. */
  public NumberExpression ceiling() {
    return new NumberExpression(called("ceiling"), type, Precedence.PRIMARY, this);
  }
}
