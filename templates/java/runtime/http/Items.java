package edmundruntime.runtime;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The values of an answer that follow each other, in order; read once, one by one.
 *
 * @param <T> the type of one
 */
public final class Items<T> implements Iterable<T>, AutoCloseable {
  private static final int LONGEST = 16 * 1024 * 1024;
  private static final int RECORD_SEPARATOR = 0x1e;

  /** What an event gives. */
  enum Payload {
    TEXT,
    JSON,
    FIELDS
  }

  private interface Source {
    /** The next value as JSON; null at the end. */
    @Nullable
    Object next() throws IOException;
  }

  private final InputStream stream;
  private final Codec<T> type;
  private final Source source;

  private Items(InputStream stream, Codec<T> type, Source source) {
    this.stream = stream;
    this.type = type;
    this.source = source;
  }

  static <T> Items<T> ofLines(InputStream raw, Codec<T> type) {
    InputStream stream = new BufferedInputStream(raw);
    return new Items<>(stream, type, () -> json(stream, '\n'));
  }

  static <T> Items<T> ofSequence(InputStream raw, Codec<T> type) {
    InputStream stream = new BufferedInputStream(raw);
    return new Items<>(stream, type, () -> json(stream, RECORD_SEPARATOR));
  }

  static <T> Items<T> ofEvents(InputStream raw, Codec<T> type, Payload payload) {
    InputStream stream = new BufferedInputStream(raw);
    return new Items<>(stream, type, () -> event(stream, payload));
  }

  private static @Nullable Object json(InputStream stream, int end) throws IOException {
    String text;
    do {
      text = textTo(stream, end);
    } while (text != null && text.isBlank());
    return text == null ? null : Json.parse(text);
  }

  /** The text up to a mark; null at the end. */
  private static @Nullable String textTo(InputStream stream, int end) throws IOException {
    ByteArrayOutputStream taken = new ByteArrayOutputStream();
    int octet = stream.read();
    if (octet < 0) {
      return null;
    }
    while (octet >= 0 && octet != end) {
      taken.write(octet);
      if (taken.size() > LONGEST) {
        throw new ResponseTooLargeException("one value of the answer is too large");
      }
      octet = stream.read();
    }
    return taken.toString(StandardCharsets.UTF_8);
  }

  /** A line, whichever of the three line ends it has; null at the end. */
  private static @Nullable String line(InputStream stream) throws IOException {
    ByteArrayOutputStream taken = new ByteArrayOutputStream();
    int octet = stream.read();
    if (octet < 0) {
      return null;
    }
    while (octet >= 0 && octet != '\n' && octet != '\r') {
      taken.write(octet);
      if (taken.size() > LONGEST) {
        throw new ResponseTooLargeException("one line of the answer is too large");
      }
      octet = stream.read();
    }
    if (octet == '\r') {
      stream.mark(1);
      if (stream.read() != '\n') {
        stream.reset();
      }
    }
    return taken.toString(StandardCharsets.UTF_8);
  }

  /** The next event that has data; null at the end (HTML, section 9.2.6). */
  private static @Nullable Object event(InputStream stream, Payload payload) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    StringBuilder data = new StringBuilder();
    boolean hasData = false;
    for (String line = line(stream); line != null; line = line(stream)) {
      String text = line.startsWith("\ufeff") ? line.substring(1) : line;
      if (text.isEmpty()) {
        if (hasData) {
          return given(data.toString(), fields, payload);
        }
        fields.clear();
        continue;
      }
      int colon = text.indexOf(':');
      String name = colon < 0 ? text : text.substring(0, colon);
      String value = colon < 0 ? "" : text.substring(colon + 1).replaceFirst("^ ", "");
      if (name.equals("data")) {
        data.append(hasData ? "\n" : "").append(value);
        hasData = true;
        if (data.length() > LONGEST) {
          throw new ResponseTooLargeException("one event of the answer is too large");
        }
      } else if (name.equals("retry") && value.matches("[0-9]{1,18}")) {
        fields.put(name, Long.valueOf(value));
      } else if (name.equals("event") || (name.equals("id") && value.indexOf('\0') < 0)) {
        fields.put(name, value);
      }
    }
    return null;
  }

  private static Object given(String data, Map<String, Object> fields, Payload payload) {
    if (payload == Payload.TEXT) {
      return data;
    }
    if (payload == Payload.JSON) {
      Object value = Json.parse(data);
      return value == null ? Map.of() : value;
    }
    fields.put("data", data);
    return fields;
  }

  @Override
  public Iterator<T> iterator() {
    return new Reading();
  }

  /** The values as a stream, read one by one. */
  public Stream<T> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  /** Ends the answer, whether all of it was read or not. */
  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException error) {
      throw new ConnectionException("the answer did not end well", error);
    }
  }

  private final class Reading implements Iterator<T> {
    private @Nullable Object next;
    private boolean asked;

    @Override
    public boolean hasNext() {
      if (!asked) {
        asked = true;
        try {
          next = source.next();
        } catch (JsonFormatException error) {
          throw new UnexpectedAnswerException("a value of the answer is not JSON", error);
        } catch (IOException error) {
          throw new ConnectionException("the answer broke off", error);
        }
      }
      return next != null;
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      asked = false;
      return DecodeException.decoded(type, next, "a value of the answer");
    }
  }
}
