package com.microsoft.graph.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

/**
 * A path to a collection: conditions on its items, how many there are, or all of them.
 *
 * @param <P> what items are: their paths, or their values
 */
public final class CollectionPath<P> extends RelatedPath {
  /** The variables of the conditions that are in the making. */
  private static final ThreadLocal<Deque<String>> ACTIVE = ThreadLocal.withInitial(ArrayDeque::new);

  private final Function<PathTo, P> item;

  /**
   * A path; for generated code.
   *
   * @param at where it leads
   * @param item makes what an item is
   */
  public CollectionPath(PathTo at, Function<PathTo, P> item) {
    super(at);
    this.item = item;
  }

  /** Whether there are any items. */
  public Condition any() {
    Dialect.since3("any");
    return new Condition(at.text + "/any()", Precedence.PRIMARY, this);
  }

  /**
   * Whether the condition holds for one of the items.
   *
   * @param condition the condition on an item
   */
  public Condition any(Function<P, Condition> condition) {
    return quantified("any", "x", condition);
  }

  /**
   * Whether the condition holds for one of the items.
   *
   * @param variable what an item is called in the query
   * @param condition the condition on an item
   */
  public Condition any(String variable, Function<P, Condition> condition) {
    return quantified("any", variable, condition);
  }

  /**
   * Whether the condition holds for each of the items.
   *
   * @param condition the condition on an item
   */
  public Condition all(Function<P, Condition> condition) {
    return quantified("all", "x", condition);
  }

  /**
   * Whether the condition holds for each of the items.
   *
   * @param variable what an item is called in the query
   * @param condition the condition on an item
   */
  public Condition all(String variable, Function<P, Condition> condition) {
    return quantified("all", variable, condition);
  }

  private Condition quantified(String word, String wanted, Function<P, Condition> condition) {
    Dialect.since3(word);
    if (!wanted.matches("[A-Za-z][A-Za-z0-9_]{0,127}")) {
      throw new IllegalArgumentException("no variable: " + Masking.oneLine(wanted));
    }
    Deque<String> active = ACTIVE.get();
    String name = wanted;
    for (int number = 1; active.contains(name); number++) {
      name = wanted + number;
    }
    active.push(name);
    try {
      Condition held = condition.apply(item.apply(at.item(name)));
      String text = at.text + "/" + word + "(" + name + ":" + held + ")";
      return new Condition(text, Precedence.PRIMARY, this, held);
    } finally {
      active.pop();
    }
  }

  /** How many items there are. */
  public NumberExpression count() {
    Dialect.since4("$count");
    return new NumberExpression(at.text + "/$count", Precedence.PRIMARY, this);
  }
}
