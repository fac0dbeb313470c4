package edmundruntime.runtime;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

/**
 * How an answer is read.
 *
 * @param <T> what it is read as
 */
public final class Answer<T> {
  private static final String JSON = "application/json";
  private static final int LONGEST_COUNT = 64;

  // OData 4.01 services may leave out `odata.` (OData JSON Format 4.01, section 4.5).
  private static final Map<String, String> LINKS =
      Map.of(
          "@nextLink", "@odata.nextLink",
          "@deltaLink", "@odata.deltaLink",
          "@count", "@odata.count");

  private final String accept;
  private final Function<Reply, T> read;
  private final boolean streams;

  private Answer(String accept, Function<Reply, T> read) {
    this(accept, read, false);
  }

  private Answer(String accept, Function<Reply, T> read, boolean streams) {
    this.accept = accept;
    this.read = read;
    this.streams = streams;
  }

  String accept() {
    return accept;
  }

  @Nullable
  T read(Reply reply) {
    return read.apply(reply);
  }

  /** Whether the body of an answer is read as it comes. */
  boolean streams() {
    return streams;
  }

  /** What is answered in place of what is read, with another status; here nothing is. */
  @Nullable
  Object other(Reply reply) {
    return null;
  }

  /** Whether an answer has no value: what was only accepted is described elsewhere. */
  boolean isElsewhere(Reply reply) {
    return reply.status() == 202 && reply.headers().containsKey("location");
  }

  /** Whether a redirect is an answer, to be told and not followed. */
  boolean leads(int status) {
    return false;
  }

  /** What an answer with an error status is told as. */
  ApiException failure(Reply reply, HttpMethod method, String url) {
    return ErrorAnswer.of(reply, method, url);
  }

  /** The same for a request's outcome that is asked for apart: it has a status of its own. */
  Answer<T> ofAccepted(HttpMethod method, String url) {
    return new Answer<>(
        accept,
        reply -> {
          String status = reply.headers().getOrDefault("asyncresult", "");
          if (status.matches("[45][0-9][0-9]")) {
            throw ErrorAnswer.of(reply.withStatus(Integer.parseInt(status)), method, url);
          }
          return reply.status() == 202 ? null : read.apply(reply);
        });
  }

  static <T> Answer<T> of(Function<Reply, T> read) {
    return of(JSON, read);
  }

  static <T> Answer<T> of(String accept, Function<Reply, T> read) {
    return new Answer<>(accept, read);
  }

  /** The same with what is made of what is read. */
  <R> Answer<R> then(Function<T, R> made) {
    return new Answer<>(accept, reply -> made.apply(read.apply(reply)));
  }

  /** Nothing: what a service sends all the same is not looked at. */
  public static Answer<Void> nothing() {
    return new Answer<>(JSON, reply -> null);
  }

  /**
   * The bytes of a stream as they come, which who takes it closes; null when the service says that
   * there is none (204).
   */
  public static Answer<InputStream> content() {
    return new Answer<>("*/*", reply -> reply.status() == 204 ? null : reply.stream(), true);
  }

  /** A {@code $count}: digits as text. */
  public static Answer<Integer> number() {
    return new Answer<>("text/plain", Answer::countOf);
  }

  private static Integer countOf(Reply reply) {
    int length = Math.min(reply.body().length, LONGEST_COUNT);
    String text = new String(reply.body(), 0, length, StandardCharsets.UTF_8);
    String digits = text.replace("\ufeff", "").strip();
    if (!digits.matches("[0-9]{1,10}") || Long.parseLong(digits) > Integer.MAX_VALUE) {
      throw new UnexpectedAnswerException("the service answered a count with something else");
    }
    return Integer.parseInt(digits);
  }

  /** The {@code @odata.id} that a {@code $ref} answers; null for no content. */
  public static Answer<String> reference() {
    return new Answer<>(JSON, Answer::referenceOf);
  }

  private static @Nullable String referenceOf(Reply reply) {
    if (reply.isEmpty()) {
      return null;
    }
    Object found = Protocol.answered(json(reply), null);
    if (found instanceof Map) {
      Map<?, ?> members = (Map<?, ?>) found;
      Object id = members.get("@odata.id");
      found = id == null ? members.get("value") : id;
    }
    if (found instanceof String) {
      return (String) found;
    }
    throw new UnexpectedAnswerException("the service answered a reference with something else");
  }

  /**
   * An object, or one of a derived type; null for no content.
   *
   * @param <T> the class
   * @param type the type
   * @return how it is read
   */
  public static <T extends Model> Answer<T> object(ModelType<T> type) {
    return new Answer<>(JSON, reply -> reply.isEmpty() ? null : objectOf(reply, type));
  }

  private static @Nullable <T extends Model> T objectOf(Reply reply, ModelType<T> type) {
    Object value = Protocol.answered(json(reply), type);
    if (value == null) {
      return null;
    }
    Map<String, Object> members = members(reply, value);
    if (!type.isOfSchema()) {
      writeOut(members);
    }
    T model = type.read(members);
    model.remember();
    return model;
  }

  /** A page of a collection without a class of its own. */
  static <T extends Model> Answer<Page<T>> page(ModelType<T> type) {
    return new Answer<>(
        JSON,
        reply -> {
          Map<String, Object> members = members(reply, Protocol.answered(json(reply), type));
          writeOut(members);
          return new LinkedPage<>(members, type);
        });
  }

  @SuppressWarnings("unchecked") // names of members are texts
  private static Map<String, Object> members(Reply reply, @Nullable Object value) {
    if (!(value instanceof Map)) {
      throw new UnexpectedAnswerException("the answer is JSON, but no object");
    }
    reply.links().resolveIn(value);
    return (Map<String, Object>) value;
  }

  private static void writeOut(Map<String, Object> members) {
    LINKS.forEach(
        (given, name) -> {
          if (members.containsKey(given)) {
            members.putIfAbsent(name, members.get(given));
          }
        });
  }

  /** A JSON value of any form: that of the member {@code value} of an object that has one. */
  public static Answer<Object> any() {
    return new Answer<>(
        JSON,
        reply -> {
          Object value = reply.isEmpty() ? null : Protocol.answered(json(reply), null);
          reply.links().resolveIn(value);
          boolean wrapped = value instanceof Map && ((Map<?, ?>) value).containsKey("value");
          return wrapped ? ((Map<?, ?>) value).get("value") : value;
        });
  }

  static @Nullable Object json(Reply reply) {
    try {
      return Json.parse(reply.body());
    } catch (JsonFormatException error) {
      throw new UnexpectedAnswerException("the answer is not JSON: " + error.getMessage(), error);
    }
  }
}
