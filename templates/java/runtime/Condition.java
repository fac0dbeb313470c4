package edmundruntime.runtime;

/** A condition of a query, or a property that is true or false. */
public final class Condition extends ValueExpression<Boolean> {
  /**
   * A property; for generated code.
   *
   * @param path the path to it
   */
  public Condition(PathTo path) {
    super(path, "Edm.Boolean");
  }

  Condition(String text, Precedence level, QueryTerm... parts) {
    super(text, "Edm.Boolean", level, parts);
  }

  /** A condition as its author wrote it: nothing in it is quoted. */
  static Condition ofText(String text) {
    return new Condition(text, Precedence.OR);
  }

  private Condition joined(String word, Precedence own, Condition other) {
    String right = other.within(own.next());
    return new Condition(within(own) + " " + word + " " + right, own, this, other);
  }

  /**
   * Whether both hold.
   *
   * @param other the other
   */
  public Condition and(Condition other) {
    return joined("and", Precedence.AND, other);
  }

  /**
   * Whether both hold.
   *
   * @param other text in which nothing is quoted
   */
  public Condition and(String other) {
    return and(ofText(other));
  }

  /**
   * Whether one of the two holds.
   *
   * @param other the other
   */
  public Condition or(Condition other) {
    return joined("or", Precedence.OR, other);
  }

  /**
   * Whether one of the two holds.
   *
   * @param other text in which nothing is quoted
   */
  public Condition or(String other) {
    return or(ofText(other));
  }

  /** Whether it does not hold. */
  public Condition not() {
    return new Condition("not " + within(Precedence.PRIMARY), Precedence.COMPARISON, this);
  }
}
