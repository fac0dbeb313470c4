package edmundruntime.runtime;

/** How one member of a form is written; generated code says it. */
public final class Part {
  /** What becomes of the value. */
  enum Form {
    STYLE,
    TEXT,
    JSON,
    BYTES
  }

  final String name;
  final Form form;
  Style style = Style.FORM;
  boolean explode = true;
  boolean repeats;
  @Nullable String mediaType;

  private Part(String name, Form form) {
    this.name = name;
    this.form = form;
  }

  /**
   * As a query parameter.
   *
   * @param name the member's name
   * @param style the parameter's style
   * @param explode whether each item and each member stands for itself
   */
  public static Part styled(String name, Style style, boolean explode) {
    Part part = new Part(name, Form.STYLE);
    part.style = style;
    part.explode = explode;
    return part;
  }

  /**
   * As the text of a scalar.
   *
   * @param name the member's name
   */
  public static Part text(String name) {
    return new Part(name, Form.TEXT);
  }

  /**
   * As JSON.
   *
   * @param name the member's name
   */
  public static Part json(String name) {
    return new Part(name, Form.JSON);
  }

  /**
   * As a file.
   *
   * @param name the member's name
   */
  public static Part bytes(String name) {
    return new Part(name, Form.BYTES);
  }

  /** Each item of a list is a part. */
  public Part repeats() {
    repeats = true;
    return this;
  }

  /**
   * The media type of the part.
   *
   * @param value the media type
   */
  public Part typed(String value) {
    mediaType = value;
    return this;
  }

  /** The same for another member. */
  Part of(String other) {
    Part part = new Part(other, form);
    part.style = style;
    part.explode = explode;
    part.repeats = repeats;
    part.mediaType = mediaType;
    return part;
  }
}
