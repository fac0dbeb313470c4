package edmundruntime.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * A member of an enumeration, or several, of a query.
 *
 * @param <E> the enumeration
 */
public final class EnumExpression<E extends OpenEnum> extends ValueExpression<E> {
  /**
   * A property; for generated code.
   *
   * @param path the path to it
   * @param type how members are written in queries
   */
  public EnumExpression(PathTo path, String type) {
    super(path, type);
  }

  /**
   * Whether all of these flags are set.
   *
   * @param flags members
   */
  @SafeVarargs
  public final Condition has(E... flags) {
    Dialect.since4("has");
    List<String> names = new ArrayList<>();
    for (E flag : flags) {
      names.add(flag.getValue());
    }
    String text = within(Precedence.PRIMARY) + " has " + literal(String.join(",", names));
    return new Condition(text, Precedence.COMPARISON, this);
  }
}
