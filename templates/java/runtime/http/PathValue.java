package edmundruntime.runtime;

import java.util.regex.Pattern;

/** The value of a parameter in the path, as text. */
public final class PathValue {
  private static final Pattern DOTS = Pattern.compile("(?:^|.*/)\\.{1,2}(?:/.*|$)", Pattern.DOTALL);

  final String text;

  private PathValue(String text) {
    this.text = text;
  }

  /**
   * A value.
   *
   * @param <T> the type
   * @param parameter how it is written
   * @param value the value
   * @param type the type
   * @return the value as it stands in the path
   * @throws IllegalArgumentException for null, and what cannot be a segment
   */
  public static <T> PathValue of(Parameter parameter, T value, Codec<T> type) {
    Object plain = value == null ? null : JsonWriter.plain(type.write(value), null);
    String text = plain == null ? null : Styles.text(parameter, plain, Styles.encoding(parameter));
    if (text == null || text.isEmpty() || DOTS.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "'" + Masking.oneLine(String.valueOf(text)) + "' cannot be a path segment");
    }
    return new PathValue(text);
  }
}
