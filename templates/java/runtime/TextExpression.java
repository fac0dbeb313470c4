package edmundruntime.runtime;

/** A text of a query. */
public final class TextExpression extends ValueExpression<String> {
  /**
   * A property; for generated code.
   *
   * @param path the path to it
   */
  public TextExpression(PathTo path) {
    super(path, "Edm.String");
  }

  private TextExpression(String text, QueryTerm... parts) {
    super(text, "Edm.String", Precedence.PRIMARY, parts);
  }

  /**
   * Whether the text begins so.
   *
   * @param other the other
   */
  public Condition startsWith(String other) {
    return new Condition(called("startswith", literal(other)), Precedence.PRIMARY, this);
  }

  /**
   * Whether the text begins so.
   *
   * @param other the other
   */
  public Condition startsWith(TextExpression other) {
    return new Condition(called("startswith", other.text), Precedence.PRIMARY, this, other);
  }

  /**
   * Whether the text ends so.
   *
   * @param other the other
   */
  public Condition endsWith(String other) {
    return new Condition(called("endswith", literal(other)), Precedence.PRIMARY, this);
  }

  /**
   * Whether the text ends so.
   *
   * @param other the other
   */
  public Condition endsWith(TextExpression other) {
    return new Condition(called("endswith", other.text), Precedence.PRIMARY, this, other);
  }

  /**
   * Whether the other is in the text.
   *
   * @param other the other
   */
  public Condition contains(String other) {
    return new Condition(called("contains", literal(other)), Precedence.PRIMARY, this);
  }

  /**
   * Whether the other is in the text.
   *
   * @param other the other
   */
  public Condition contains(TextExpression other) {
    return new Condition(called("contains", other.text), Precedence.PRIMARY, this, other);
  }

  /**
   * Whether the text matches an expression.
   *
   * @param other the other
   */
  public Condition matchesPattern(String other) {
    return new Condition(called("matchesPattern", literal(other)), Precedence.PRIMARY, this);
  }

  /**
   * Whether the text matches an expression.
   *
   * @param other the other
   */
  public Condition matchesPattern(TextExpression other) {
    return new Condition(called("matchesPattern", other.text), Precedence.PRIMARY, this, other);
  }

  /**
   * The text and another behind it.
   *
   * @param other the other
   */
  public TextExpression concat(String other) {
    return new TextExpression(called("concat", literal(other)), this);
  }

  /**
   * The text and another behind it.
   *
   * @param other the other
   */
  public TextExpression concat(TextExpression other) {
    return new TextExpression(called("concat", other.text), this, other);
  }

  /**
   * Where the other begins in the text; -1 where it is not in it.
   *
   * @param other the other
   */
  public NumberExpression indexOf(String other) {
    return new NumberExpression(called("indexof", literal(other)), Precedence.PRIMARY, this);
  }

  /**
   * The text from a place on.
   *
   * @param start how many characters are left out
   */
  public TextExpression substring(int start) {
    return new TextExpression(called("substring", String.valueOf(start)), this);
  }

  /**
   * A part of the text.
   *
   * @param start how many characters are left out
   * @param length how many characters it has at most
   */
  public TextExpression substring(int start, int length) {
    String from = String.valueOf(start);
    return new TextExpression(called("substring", from, String.valueOf(length)), this);
  }

  /** How many characters there are. */
  public NumberExpression length() {
    return new NumberExpression(called("length"), Precedence.PRIMARY, this);
  }

  /** The text in small letters. */
  public TextExpression toLower() {
    return new TextExpression(called("tolower"), this);
  }

  /** The text in capitals. */
  public TextExpression toUpper() {
    return new TextExpression(called("toupper"), this);
  }

  /** The text without blanks around it. */
  public TextExpression trim() {
    return new TextExpression(called("trim"), this);
  }
}
