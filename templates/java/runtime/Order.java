package edmundruntime.runtime;

import java.util.function.Consumer;

/** One criterion of an order. */
public final class Order extends QueryTerm {
  private final ValueExpression<?> value;
  private final boolean descending;

  Order(ValueExpression<?> value, boolean descending) {
    this.value = value;
    this.descending = descending;
  }

  @Override
  String text(QueryOption option) {
    if (option != QueryOption.ORDERBY) {
      throw misplaced("an order", option);
    }
    return toString();
  }

  @Override
  void tellPaths(Consumer<String> found) {
    value.tellPaths(found);
  }

  /** The text, as the service gets it before it is encoded. */
  @Override
  public String toString() {
    return value + (descending ? " desc" : "");
  }
}
