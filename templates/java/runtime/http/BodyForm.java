package edmundruntime.runtime;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;

/**
 * How the body of a request is written.
 *
 * @param <B> what is sent
 */
public final class BodyForm<B> {
  private final String mediaType;
  private final Function<Object, Content> write;
  private boolean ofCaller;
  private @Nullable Checked checked;

  /** What a body has to be. */
  private interface Checked {
    void check(Object body, HttpMethod method);
  }

  private BodyForm(String mediaType, Function<Object, Content> write) {
    this.mediaType = mediaType;
    this.write = write;
  }

  /** The caller may send another media type of the same kind. */
  public BodyForm<B> ofCaller() {
    ofCaller = true;
    return this;
  }

  boolean takes(String contentType) {
    String wanted = base(contentType);
    boolean kind = wanted.startsWith(mediaType.substring(0, mediaType.indexOf('/') + 1));
    return wanted.equals(base(mediaType))
        || (ofCaller && (kind || mediaType.equals("application/octet-stream")));
  }

  private static String base(String mediaType) {
    return mediaType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }

  /** The body, checked as that of a request of a method unless that is null. */
  Content content(Object body, @Nullable HttpMethod method) {
    Checked rules = checked;
    if (rules != null && method != null) {
      rules.check(body, method);
    }
    return write.apply(body);
  }

  /** The body with the media type that a caller named. */
  Content contentOf(Object body, String contentType, @Nullable HttpMethod method) {
    try {
      Content made = content(body, method);
      boolean complete = made.mediaType.length() > mediaType.length();
      return complete ? made : new Content(contentType, made.payload);
    } catch (ClassCastException error) {
      throw new IllegalArgumentException(
          "a body of " + Masking.oneLine(contentType) + " is of another type", error);
    }
  }

  /** A form of JSON values that are checked before they are written. */
  private static <B> BodyForm<B> ofValues(
      String mediaType, Codec<B> type, ValueShape shape, Function<Object, Content> write) {
    BodyForm<B> form = new BodyForm<>(mediaType, body -> write.apply(wire(type, body)));
    form.checked = (body, method) -> Validator.checkBeforeSending(shape, wire(type, body), method);
    return form;
  }

  /**
   * JSON.
   *
   * @param <B> the type
   * @param mediaType the media type
   * @param type the type
   * @param shape what values are
   */
  public static <B> BodyForm<B> json(String mediaType, Codec<B> type, ValueShape shape) {
    return ofValues(
        mediaType,
        type,
        shape,
        value ->
            new Content(mediaType, JsonWriter.text(value, null).getBytes(StandardCharsets.UTF_8)));
  }

  @SuppressWarnings("unchecked") // a value of another type fails in the codec, and is told there
  private static @Nullable <B> Object wire(Codec<B> type, Object body) {
    return type.write((B) body);
  }

  /**
   * Text.
   *
   * @param <B> the type
   * @param mediaType the media type
   * @param type the type of the value that the text stands for
   * @param shape what values are
   */
  public static <B> BodyForm<B> text(String mediaType, Codec<B> type, ValueShape shape) {
    return ofValues(
        mediaType,
        type,
        shape,
        value -> {
          String text = Styles.scalar(JsonWriter.plain(value, null));
          return new Content(mediaType, text.getBytes(StandardCharsets.UTF_8));
        });
  }

  /**
   * Bytes as they are: what is short is held and can be sent again; anything else is sent as it
   * comes, and once.
   *
   * @param mediaType the media type
   */
  public static BodyForm<InputStream> bytes(String mediaType) {
    return new BodyForm<>(
        mediaType, body -> new Content(mediaType, Payload.of((InputStream) body)));
  }

  /**
   * JSON values, one a line.
   *
   * @param <T> the type of one
   * @param mediaType the media type
   * @param type the type of one
   */
  public static <T> BodyForm<Iterable<T>> lines(String mediaType, Codec<T> type) {
    return items(mediaType, type, "");
  }

  /**
   * JSON values, each behind a record separator (RFC 7464).
   *
   * @param <T> the type of one
   * @param mediaType the media type
   * @param type the type of one
   */
  public static <T> BodyForm<Iterable<T>> sequence(String mediaType, Codec<T> type) {
    return items(mediaType, type, "\u001e");
  }

  private static <T> BodyForm<Iterable<T>> items(String mediaType, Codec<T> type, String before) {
    return new BodyForm<>(
        mediaType,
        body -> {
          StringBuilder lines = new StringBuilder();
          for (Object item : (Iterable<?>) body) {
            lines.append(before).append(JsonWriter.text(wire(type, item), null)).append('\n');
          }
          return new Content(mediaType, lines.toString().getBytes(StandardCharsets.UTF_8));
        });
  }

  /**
   * {@code application/x-www-form-urlencoded}.
   *
   * @param <B> the type
   * @param mediaType the media type
   * @param type the type
   * @param shape what values are
   * @param others how members that are not declared are written
   * @param parts how the others are
   */
  public static <B> BodyForm<B> form(
      String mediaType, Codec<B> type, ValueShape shape, Part others, Part... parts) {
    FormWriter writer = new FormWriter(others, parts);
    return ofValues(
        mediaType, type, shape, value -> new Content(mediaType, writer.urlEncoded(value)));
  }

  /**
   * {@code multipart/form-data} and its like.
   *
   * @param <B> the type
   * @param mediaType the media type
   * @param type the type
   * @param shape what values are
   * @param others how members that are not declared are written
   * @param parts how the others are
   */
  public static <B> BodyForm<B> multipart(
      String mediaType, Codec<B> type, ValueShape shape, Part others, Part... parts) {
    FormWriter writer = new FormWriter(others, parts);
    return ofValues(mediaType, type, shape, value -> writer.multipart(mediaType, value));
  }
}
