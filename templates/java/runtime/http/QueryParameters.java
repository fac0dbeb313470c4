package edmundruntime.runtime;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a call takes outside of its path and body: query parameters, header fields and cookies. */
public class QueryParameters {
  private final Map<String, Object> own = new LinkedHashMap<>();

  /** None so far. */
  public QueryParameters() {}

  /**
   * Adds a query parameter that the description does not have.
   *
   * @param name its name
   * @param value its value: a text, a number or a boolean
   */
  public final void add(String name, Object value) {
    own.put(name, value);
  }

  /**
   * Writes the parameters that are set.
   *
   * @param writer where to
   */
  protected void writeTo(ParameterWriter writer) {}

  final ParameterWriter written() {
    ParameterWriter writer = new ParameterWriter();
    writeTo(writer);
    own.forEach(writer::own);
    return writer;
  }
}
