package edmundruntime.runtime;

/** Query options of single objects (URL Conventions 4.01, section 5.1). */
public class ReadQueryParameters extends QueryParameters {
  /** Which properties are answered. */
  public @Nullable String[] select;

  /** What is answered with the objects. */
  public @Nullable String[] expand;

  /** None so far. */
  public ReadQueryParameters() {}

  /**
   * Which properties are answered, beside those of the text.
   *
   * @param properties the properties
   */
  public void select(QueryTerm... properties) {
    askSelect(properties);
  }

  /**
   * What is answered with the objects, beside what the text has.
   *
   * @param related what is related, with options of its own or without
   */
  public void expand(QueryTerm... related) {
    askExpand(related);
  }

  @Override
  protected void writeTo(QueryWriter query) {
    query.put("$select", select);
    query.put("$expand", expand);
  }
}
