package edmundruntime.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * A value of a query: a property, or what is made of some. {@code toString} gives its text.
 *
 * <p>Values that it is compared with are quoted by its type, whatever they hold.
 *
 * @param <T> the type of the value
 */
public class ValueExpression<T> extends QueryTerm {
  final String text;
  final Precedence level;

  /** How the values that it is compared with are written. */
  final String type;

  /** The path of a property; null for everything else. */
  private final @Nullable PathTo path;

  private final List<? extends QueryTerm> parts;

  /**
   * A property; for generated code.
   *
   * @param path the path to it
   * @param type how its values are written in queries
   */
  public ValueExpression(PathTo path, String type) {
    this.path = path;
    this.type = type;
    text = path.text;
    level = Precedence.PRIMARY;
    parts = List.of();
  }

  ValueExpression(String text, String type, Precedence level, QueryTerm... parts) {
    this.path = null;
    this.text = text;
    this.type = type;
    this.level = level;
    this.parts = Arrays.asList(parts);
  }

  final String within(Precedence least) {
    return level.compareTo(least) >= 0 ? text : "(" + text + ")";
  }

  @Override
  String text(QueryOption option) {
    if (path == null && (option == QueryOption.SELECT || option == QueryOption.EXPAND)) {
      throw misplaced("what is made of properties", option);
    }
    return text;
  }

  @Override
  void tellPaths(Consumer<String> found) {
    if (path != null) {
      found.accept(path.names);
    }
    parts.forEach(part -> part.tellPaths(found));
  }

  /** The literal of a value that this one is compared with. */
  String literal(@Nullable Object value) {
    return UrlText.queryLiteral(value, type);
  }

  private Condition compared(String operator, @Nullable T value) {
    String left = within(Precedence.ADDITION);
    return new Condition(left + " " + operator + " " + literal(value), Precedence.COMPARISON, this);
  }

  private Condition compared(String operator, ValueExpression<?> value) {
    String left = within(Precedence.ADDITION);
    String right = value.within(Precedence.ADDITION);
    return new Condition(left + " " + operator + " " + right, Precedence.COMPARISON, this, value);
  }

  /**
   * Whether the two are equal.
   *
   * @param value the other
   */
  public final Condition eq(T value) {
    return compared("eq", value);
  }

  /**
   * Whether the two are equal.
   *
   * @param value the other
   */
  public final Condition eq(ValueExpression<?> value) {
    return compared("eq", value);
  }

  /** Whether there is no value. */
  public final Condition isNull() {
    return compared("eq", (T) null);
  }

  /** Whether there is a value. */
  public final Condition isNotNull() {
    return compared("ne", (T) null);
  }

  /**
   * Whether the two are different.
   *
   * @param value the other
   */
  public final Condition ne(T value) {
    return compared("ne", value);
  }

  /**
   * Whether the two are different.
   *
   * @param value the other
   */
  public final Condition ne(ValueExpression<?> value) {
    return compared("ne", value);
  }

  /**
   * Whether this is greater.
   *
   * @param value the other
   */
  public final Condition gt(T value) {
    return compared("gt", value);
  }

  /**
   * Whether this is greater.
   *
   * @param value the other
   */
  public final Condition gt(ValueExpression<?> value) {
    return compared("gt", value);
  }

  /**
   * Whether this is no less.
   *
   * @param value the other
   */
  public final Condition ge(T value) {
    return compared("ge", value);
  }

  /**
   * Whether this is no less.
   *
   * @param value the other
   */
  public final Condition ge(ValueExpression<?> value) {
    return compared("ge", value);
  }

  /**
   * Whether this is less.
   *
   * @param value the other
   */
  public final Condition lt(T value) {
    return compared("lt", value);
  }

  /**
   * Whether this is less.
   *
   * @param value the other
   */
  public final Condition lt(ValueExpression<?> value) {
    return compared("lt", value);
  }

  /**
   * Whether this is no greater.
   *
   * @param value the other
   */
  public final Condition le(T value) {
    return compared("le", value);
  }

  /**
   * Whether this is no greater.
   *
   * @param value the other
   */
  public final Condition le(ValueExpression<?> value) {
    return compared("le", value);
  }

  /**
   * Whether the value is one of these.
   *
   * @param values the values
   */
  public final Condition in(Collection<? extends T> values) {
    List<String> literals = new ArrayList<>();
    values.forEach(value -> literals.add(literal(value)));
    return Dialect.oneOf(this, literals);
  }

  /** Sorted from the least. */
  public final Order asc() {
    return new Order(this, false);
  }

  /** Sorted from the greatest. */
  public final Order desc() {
    return new Order(this, true);
  }

  /** The text of a call of a function over this value and more. */
  final String called(String name, String... more) {
    return Dialect.called(name, text, more);
  }

  /** The text, as the service gets it before it is encoded. */
  @Override
  public final String toString() {
    return text;
  }
}
