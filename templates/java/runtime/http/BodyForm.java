package edmundruntime.runtime;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * How the body of a request is written.
 *
 * @param <B> what is sent
 */
public final class BodyForm<B> {
  private final String mediaType;
  private final @Nullable ValueShape shape;
  private final Function<Object, Object> wire;
  private final Function<Object, Content> write;
  private boolean ofCaller;

  /** A form of what `wire` makes of a body: it has a shape, unless that is null, and is written. */
  private BodyForm(
      String mediaType,
      @Nullable ValueShape shape,
      Function<Object, Object> wire,
      Function<Object, Content> write) {
    this.mediaType = mediaType;
    this.shape = shape;
    this.wire = wire;
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
    Object value = wire.apply(body);
    if (shape != null && method != null) {
      Validator.checkBeforeSending(shape, value, method);
    }
    return write.apply(value);
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
    return new BodyForm<>(mediaType, shape, body -> wire(type, body), write);
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
        mediaType,
        null,
        body -> body,
        body -> new Content(mediaType, Payload.of((InputStream) body)));
  }

  /**
   * JSON values, one a line.
   *
   * @param <T> the type of one
   * @param mediaType the media type
   * @param type the type of one
   * @param shape what one is
   */
  public static <T> BodyForm<Iterable<T>> lines(String mediaType, Codec<T> type, ValueShape shape) {
    return items(mediaType, type, shape, "");
  }

  /**
   * JSON values, each behind a record separator (RFC 7464).
   *
   * @param <T> the type of one
   * @param mediaType the media type
   * @param type the type of one
   * @param shape what one is
   */
  public static <T> BodyForm<Iterable<T>> sequence(
      String mediaType, Codec<T> type, ValueShape shape) {
    return items(mediaType, type, shape, "\u001e");
  }

  /** What is wrong with an item is told at its place in the list of all. */
  private static <T> BodyForm<Iterable<T>> items(
      String mediaType, Codec<T> type, ValueShape shape, String before) {
    return new BodyForm<>(
        mediaType,
        ValueShape.list(shape),
        body -> {
          List<Object> items = new ArrayList<>();
          ((Iterable<?>) body).forEach(item -> items.add(wire(type, item)));
          return items;
        },
        body -> {
          StringBuilder lines = new StringBuilder();
          for (Object item : (List<?>) body) {
            lines.append(before).append(JsonWriter.text(item, null)).append('\n');
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
