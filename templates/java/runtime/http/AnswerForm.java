package edmundruntime.runtime;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the body of an answer is read.
 *
 * @param <T> what it is read as
 */
public final class AnswerForm<T> {
  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*charset=\"?([a-z0-9_.:-]{1,40})");

  private final Function<Reply, T> read;
  private final boolean streams;

  private AnswerForm(Function<Reply, T> read) {
    this(read, false);
  }

  private AnswerForm(Function<Reply, T> read, boolean streams) {
    this.read = read;
    this.streams = streams;
  }

  /** Whether the body is read as it comes. */
  boolean streams() {
    return streams;
  }

  @Nullable
  T read(Reply reply) {
    return read.apply(reply);
  }

  /** Nothing: what a service sends all the same is not looked at. */
  public static AnswerForm<Void> nothing() {
    return new AnswerForm<>(reply -> null);
  }

  /**
   * JSON.
   *
   * @param <T> the type
   * @param type the type
   */
  public static <T> AnswerForm<T> json(Codec<T> type) {
    return new AnswerForm<>(
        reply -> {
          try {
            Object value = Json.parse(reply.body());
            return value == null ? null : DecodeException.decoded(type, value, "the answer");
          } catch (JsonFormatException error) {
            throw new UnexpectedAnswerException(
                "the answer is not JSON: " + error.getMessage(), error);
          }
        });
  }

  /**
   * Text.
   *
   * @param <T> the type
   * @param type the type of the value that the text stands for
   */
  public static <T> AnswerForm<T> text(Codec<T> type) {
    return new AnswerForm<>(
        reply -> {
          String text = new String(reply.body(), charset(reply));
          boolean truth = text.equals("true") || text.equals("false");
          return truth && !(type == Codec.STRING)
              ? DecodeException.decoded(type, Boolean.valueOf(text), "the answer")
              : DecodeException.decoded(type, text, "the answer");
        });
  }

  private static Charset charset(Reply reply) {
    Matcher found = CHARSET.matcher(reply.headers().getOrDefault("content-type", ""));
    try {
      return found.find() ? Charset.forName(found.group(1)) : StandardCharsets.UTF_8;
    } catch (IllegalArgumentException error) {
      return StandardCharsets.UTF_8;
    }
  }

  /** Bytes as they are. */
  public static AnswerForm<InputStream> bytes() {
    return new AnswerForm<>(AnswerForm::stream, true);
  }

  /**
   * JSON values, one a line.
   *
   * @param <T> the type of one
   * @param type the type of one
   */
  public static <T> AnswerForm<Items<T>> lines(Codec<T> type) {
    return items(stream -> Items.ofLines(stream, type));
  }

  /**
   * JSON values, each behind a record separator (RFC 7464).
   *
   * @param <T> the type of one
   * @param type the type of one
   */
  public static <T> AnswerForm<Items<T>> sequence(Codec<T> type) {
    return items(stream -> Items.ofSequence(stream, type));
  }

  /**
   * The data of events (HTML, section 9.2.6), read as JSON.
   *
   * @param <T> the type of one
   * @param type the type of one
   */
  public static <T> AnswerForm<Items<T>> events(Codec<T> type) {
    return items(stream -> Items.ofEvents(stream, type, Items.Payload.JSON));
  }

  /**
   * The data of events as text.
   *
   * @param <T> the type of one
   * @param type the type of one
   */
  public static <T> AnswerForm<Items<T>> eventTexts(Codec<T> type) {
    return items(stream -> Items.ofEvents(stream, type, Items.Payload.TEXT));
  }

  /**
   * Events with all of their fields, each as an object.
   *
   * @param <T> the type of one
   * @param type the type of one
   */
  public static <T> AnswerForm<Items<T>> eventObjects(Codec<T> type) {
    return items(stream -> Items.ofEvents(stream, type, Items.Payload.FIELDS));
  }

  private static <T> AnswerForm<Items<T>> items(Function<InputStream, Items<T>> read) {
    return new AnswerForm<>(reply -> read.apply(stream(reply)), true);
  }

  private static InputStream stream(Reply reply) {
    String encoding = reply.headers().getOrDefault("content-encoding", "identity").strip();
    if (!encoding.equalsIgnoreCase("identity")) {
      throw new UnexpectedAnswerException("the answer has an encoding that was not asked for");
    }
    return reply.stream();
  }
}
