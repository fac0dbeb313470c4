package edmundruntime.runtime;

/** What queries have beside properties. */
public final class Query {
  private Query() {}

  /** The time of the service. */
  public static MomentExpression now() {
    Dialect.since4("now");
    return new MomentExpression("now()");
  }

  /**
   * A condition as text, to be put together with others. What is in it, nobody quotes.
   *
   * @param text the text
   */
  public static Condition raw(String text) {
    return Condition.ofText(text);
  }
}
