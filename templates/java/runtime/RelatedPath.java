package edmundruntime.runtime;

import java.util.function.Consumer;

/** A path that leads to objects, or to a collection. */
public abstract class RelatedPath extends QueryTerm {
  /** Where it leads. */
  protected final PathTo at;

  RelatedPath(PathTo at) {
    this.at = at;
  }

  /** What is here comes along, as far as the answer says. */
  public final Expansion expand() {
    return new Expansion(at);
  }

  @Override
  final String text(QueryOption option) {
    if (option == QueryOption.ORDERBY || at.text.isEmpty()) {
      throw misplaced("an object", option);
    }
    return at.text;
  }

  @Override
  final void tellPaths(Consumer<String> found) {
    found.accept(at.names);
  }

  /** The text, as the service gets it before it is encoded. */
  @Override
  public final String toString() {
    return at.text;
  }
}
