package edmundruntime.runtime;

import java.util.function.Function;

/**
 * A path to one object, or to the items that are asked for: the methods of its class are the
 * properties. What is made by {@code new} without arguments are the items.
 */
public abstract class ObjectPath extends RelatedPath {
  /**
   * A path.
   *
   * @param at where it leads
   */
  protected ObjectPath(PathTo at) {
    super(at);
  }

  /** The items that are asked for. */
  protected static PathTo items() {
    return PathTo.ITEMS;
  }

  /** The qualified name of the type, where another one may stand in its place. */
  protected @Nullable String typeName() {
    return null;
  }

  /**
   * The same object as one of a derived type.
   *
   * @param <P> the paths of that type
   * @param type makes them, such as {@code BookPath::new}
   * @throws IllegalArgumentException for a type that derives from none
   */
  public final <P extends ObjectPath> P as(Function<PathTo, P> type) {
    Dialect.since3("types");
    String name = ((ObjectPath) type.apply(at)).typeName();
    if (name == null) {
      throw new IllegalArgumentException("the type derives from none");
    }
    return type.apply(at.as(name));
  }

  /** Whether there is no object. */
  public final Condition isNull() {
    return new Condition(at.text + " eq null", Precedence.COMPARISON, this);
  }

  /** Whether there is an object. */
  public final Condition isNotNull() {
    return new Condition(at.text + " ne null", Precedence.COMPARISON, this);
  }

  /**
   * A text; for generated code.
   *
   * @param name the name on the wire
   */
  protected final TextExpression text(String name) {
    return new TextExpression(at.to(name));
  }

  /**
   * A number; for generated code.
   *
   * @param name the name on the wire
   */
  protected final NumberExpression number(String name) {
    return new NumberExpression(at.to(name));
  }

  /**
   * What is true or false; for generated code.
   *
   * @param name the name on the wire
   */
  protected final Condition condition(String name) {
    return new Condition(at.to(name));
  }

  /**
   * A date; for generated code.
   *
   * @param name the name on the wire
   */
  protected final DateExpression date(String name) {
    return new DateExpression(at.to(name));
  }

  /**
   * A date and time; for generated code.
   *
   * @param name the name on the wire
   */
  protected final MomentExpression moment(String name) {
    return new MomentExpression(at.to(name));
  }

  /**
   * A time of day; for generated code.
   *
   * @param name the name on the wire
   */
  protected final TimeExpression time(String name) {
    return new TimeExpression(at.to(name));
  }

  /**
   * A duration; for generated code.
   *
   * @param name the name on the wire
   */
  protected final DurationExpression duration(String name) {
    return new DurationExpression(at.to(name));
  }

  /**
   * A collection; for generated code.
   *
   * @param <P> what items are
   * @param name the name on the wire
   * @param item makes what an item is
   */
  protected final <P> CollectionPath<P> collection(String name, Function<PathTo, P> item) {
    return new CollectionPath<>(at.to(name), item);
  }
}
