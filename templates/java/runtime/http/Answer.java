package edmundruntime.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How the answers of a call are read: by status, then by media type.
 *
 * @param <T> what the call gives
 */
public final class Answer<T> {
  private static final String DEFAULT = "default";

  private final AnswerForm<T> plain;
  private final @Nullable String accept;
  private final List<Row> rows = new ArrayList<>();
  private final List<String> redirects = new ArrayList<>();

  /**
   * Answers, none of which is told so far.
   *
   * @param plain how that is read which the call gives
   * @param accept the media types that are asked for; null for any
   */
  public Answer(AnswerForm<T> plain, @Nullable String accept) {
    this.plain = plain;
    this.accept = accept;
  }

  /**
   * An answer that the call gives.
   *
   * @param status a status, such as {@code 200}, a range, such as {@code 2XX}, or {@code default}
   * @param mediaType its media type, or a range
   * @return the answers themselves
   */
  public Answer<T> gives(String status, String mediaType) {
    return when(status, mediaType, plain);
  }

  /**
   * Another answer.
   *
   * @param status a status, a range, or {@code default}
   * @param mediaType its media type, or a range
   * @param form how it is read
   * @return the answers themselves
   */
  public Answer<T> when(String status, String mediaType, AnswerForm<?> form) {
    rows.add(new Row(status, mediaType, form, false));
    return this;
  }

  /**
   * An answer that is an error.
   *
   * @param status a status, a range, or {@code default}
   * @param mediaType its media type, or a range
   * @param form how it is read
   * @return the answers themselves
   */
  public Answer<T> fails(String status, String mediaType, AnswerForm<?> form) {
    rows.add(new Row(status, mediaType, form, true));
    return this;
  }

  /**
   * A redirect that is an answer: who asks for the response is told it, all others follow it.
   *
   * @param status a status, or a range
   * @return the answers themselves
   */
  public Answer<T> leads(String status) {
    redirects.add(status);
    return this;
  }

  boolean leads(int status) {
    return redirects.contains(String.valueOf(status)) || redirects.contains("3XX");
  }

  boolean streams() {
    return plain.streams();
  }

  boolean isElsewhere(Reply reply) {
    return false;
  }

  /** What is answered with another status of success than the one whose answer the call gives. */
  @Nullable
  Object other(Reply reply) {
    boolean empty = reply.isEmpty() || reply.status() == 205;
    AnswerForm<?> form = empty ? null : form(reply, false);
    return form == null || form == plain ? null : form.read(reply.whole());
  }

  @Nullable
  String accept() {
    return accept;
  }

  @Nullable
  T read(Reply reply) {
    if (reply.isEmpty() || reply.status() == 205) {
      return null;
    }
    AnswerForm<?> form = form(reply, false);
    if (form == null || form == plain) {
      return plain.read(plain.streams() ? reply : reply.whole());
    }
    throw new UnexpectedAnswerException(
        "status "
            + reply.status()
            + " has an answer of another type than the call gives: "
            + Masking.oneLine(mediaTypeOf(reply)));
  }

  /** What an answer with an error status is told as. */
  ApiException failure(Reply reply, HttpMethod method, String url) {
    AnswerForm<?> told = form(reply, true);
    AnswerForm<?> form = told == null ? AnswerForm.json(Codec.ANY) : told;
    Object error;
    try {
      error = reply.isEmpty() ? null : form.read(reply);
    } catch (UnexpectedAnswerException | DecodeException notOfTheType) {
      // What is no such error is still an error, and its body is kept as it came.
      error = null;
    }
    return new HttpError(reply, method, url, error);
  }

  private static String mediaTypeOf(Reply reply) {
    String field = reply.headers().getOrDefault("content-type", "");
    return field.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }

  /** The form of the most exact row; null where nothing is said of the status. */
  private @Nullable AnswerForm<?> form(Reply reply, boolean error) {
    String exact = String.valueOf(reply.status());
    for (String status : List.of(exact, exact.charAt(0) + "XX", DEFAULT)) {
      List<Row> told = new ArrayList<>();
      rows.stream()
          .filter(row -> row.error == error && row.status.equals(status))
          .forEach(told::add);
      if (!told.isEmpty()) {
        String mediaType = mediaTypeOf(reply);
        return told.stream()
            .filter(row -> row.fits(mediaType))
            .findFirst()
            .orElse(told.get(0))
            .form;
      }
    }
    return null;
  }

  private static final class Row {
    final String status;
    final String mediaType;
    final AnswerForm<?> form;
    final boolean error;

    Row(String status, String mediaType, AnswerForm<?> form, boolean error) {
      this.status = status;
      this.mediaType = mediaType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
      this.form = form;
      this.error = error;
    }

    boolean fits(String other) {
      if (mediaType.equals("*/*") || mediaType.equals(other)) {
        return true;
      }
      boolean range = mediaType.endsWith("/*");
      return range && other.startsWith(mediaType.substring(0, mediaType.length() - 1));
    }
  }
}
