package edmundruntime.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Something related that comes along, with options of its own; every method gives a new one. */
public final class Expansion extends QueryTerm {
  private final PathTo at;
  private final Map<String, String> options;

  Expansion(PathTo at) {
    this(at, Map.of());
  }

  private Expansion(PathTo at, Map<String, String> options) {
    this.at = at;
    this.options = options;
  }

  private Expansion with(String name, String value) {
    Dialect.since4("options of what is expanded");
    Map<String, String> more = new LinkedHashMap<>(options);
    more.put(name, value);
    return new Expansion(at, more);
  }

  private Expansion with(QueryOption option, QueryTerm... terms) {
    return with(option.wireName, QueryParameters.joined(option, terms));
  }

  /**
   * Which properties come along.
   *
   * @param properties the properties
   */
  public Expansion select(QueryTerm... properties) {
    return with(QueryOption.SELECT, properties);
  }

  /**
   * What comes along with it.
   *
   * @param related what is related, with options of its own or without
   */
  public Expansion expand(QueryTerm... related) {
    return with(QueryOption.EXPAND, related);
  }

  /**
   * Which items come along.
   *
   * @param condition the condition on an item
   */
  public Expansion filter(Condition condition) {
    return with(QueryOption.FILTER, condition);
  }

  /**
   * In which order.
   *
   * @param criteria properties and orders
   */
  public Expansion orderby(QueryTerm... criteria) {
    return with(QueryOption.ORDERBY, criteria);
  }

  /**
   * How many items at most.
   *
   * @param count the number
   */
  public Expansion top(int count) {
    return with("$top", String.valueOf(count));
  }

  /**
   * How many items are left out at the start.
   *
   * @param count the number
   */
  public Expansion skip(int count) {
    return with("$skip", String.valueOf(count));
  }

  /** The number of all items comes along as well. */
  public Expansion count() {
    return with("$count", "true");
  }

  /**
   * How often what is related is followed.
   *
   * @param count the number
   */
  public Expansion levels(int count) {
    return with("$levels", String.valueOf(count));
  }

  /** What is related is followed as far as the service goes. */
  public Expansion allLevels() {
    return with("$levels", "max");
  }

  /**
   * An option as text, in which nothing is quoted.
   *
   * @param name the name with {@code $}
   * @param text the value
   */
  public Expansion option(String name, String text) {
    return with(name, text);
  }

  @Override
  String text(QueryOption option) {
    if (option != QueryOption.EXPAND) {
      throw misplaced("what is expanded", option);
    }
    return toString();
  }

  @Override
  void tellPaths(Consumer<String> found) {
    found.accept(at.names);
  }

  /** The text, as the service gets it before it is encoded. */
  @Override
  public String toString() {
    if (options.isEmpty()) {
      return at.text;
    }
    return options.entrySet().stream()
        .map(option -> option.getKey() + "=" + option.getValue())
        .collect(Collectors.joining(";", at.text + "(", ")"));
  }
}
