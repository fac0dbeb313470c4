package edmundruntime.runtime;

/** One value that a call takes outside of its body; generated code says how it is written. */
public final class Parameter {
  /** Where a parameter goes. */
  enum Location {
    PATH,
    QUERY,
    HEADER,
    COOKIE,
    QUERY_STRING
  }

  final String name;
  final Location location;
  Style style;
  boolean explode;
  boolean reserved;
  boolean required;
  String mediaType = "application/json";

  private Parameter(String name, Location location, Style style, boolean explode) {
    this.name = name;
    this.location = location;
    this.style = style;
    this.explode = explode;
  }

  /**
   * A parameter in the path.
   *
   * @param name its name
   */
  public static Parameter path(String name) {
    return new Parameter(name, Location.PATH, Style.SIMPLE, false).required();
  }

  /**
   * A parameter in the query.
   *
   * @param name its name
   */
  public static Parameter query(String name) {
    return new Parameter(name, Location.QUERY, Style.FORM, true);
  }

  /**
   * A header field.
   *
   * @param name its name
   */
  public static Parameter header(String name) {
    return new Parameter(name, Location.HEADER, Style.SIMPLE, false);
  }

  /**
   * A cookie.
   *
   * @param name its name
   */
  public static Parameter cookie(String name) {
    return new Parameter(name, Location.COOKIE, Style.FORM, true);
  }

  /** All that stands behind the question mark. */
  public static Parameter queryString() {
    return new Parameter("", Location.QUERY_STRING, Style.FORM, true);
  }

  /**
   * How it is written, where that is not usual.
   *
   * @param other the style
   * @param apart whether each item and each member stands for itself
   * @return the parameter itself
   */
  public Parameter style(Style other, boolean apart) {
    style = other;
    explode = apart;
    return this;
  }

  /** Characters that mean something in URLs stay as they are. */
  public Parameter reserved() {
    reserved = true;
    return this;
  }

  /**
   * It is written as a media type says.
   *
   * @param contentType the media type
   * @return the parameter itself
   */
  public Parameter content(String contentType) {
    style = Style.CONTENT;
    mediaType = contentType;
    return this;
  }

  /** A call without it is not sent. */
  public Parameter required() {
    required = true;
    return this;
  }
}
