package edmundruntime.runtime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the members of an object as a form (OpenAPI 3.2.0, sections 4.14.5 and 4.15). */
final class FormWriter {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Map<String, Part> parts = new LinkedHashMap<>();
  private final Part others;

  FormWriter(Part others, Part... parts) {
    this.others = others;
    for (Part part : parts) {
      this.parts.put(part.name, part);
    }
  }

  /** The members of a body as they are held: models, lists, files and JSON values. */
  private static Map<?, ?> members(Object body) {
    Object held = Held.value(body);
    if (held instanceof Model) {
      return ((Model) held).data();
    }
    if (held instanceof Map) {
      return (Map<?, ?>) held;
    }
    throw new IllegalArgumentException("a form is made of an object");
  }

  private Part part(String name) {
    Part known = parts.get(name);
    return known == null ? others.of(name) : known;
  }

  private static List<Object> values(Part part, Object value) {
    List<Object> values = new ArrayList<>();
    if (part.repeats && value instanceof List) {
      for (Object item : (List<?>) value) {
        Object held = Held.value(item);
        if (held != null) {
          values.add(held);
        }
      }
    } else {
      values.add(value);
    }
    return values;
  }

  /** {@code application/x-www-form-urlencoded}. */
  byte[] urlEncoded(Object body) {
    List<String> pairs = new ArrayList<>();
    members(body)
        .forEach(
            (key, member) -> {
              Object value = Held.value(member);
              Part part = part((String) key);
              for (Object each : value == null ? List.of() : values(part, value)) {
                String text = pair(part, each);
                if (text != null) {
                  pairs.add(text);
                }
              }
            });
    return String.join("&", pairs).getBytes(StandardCharsets.US_ASCII);
  }

  private static @Nullable String pair(Part part, Object value) {
    Parameter parameter = Parameter.query(part.name);
    Object plain = JsonWriter.plain(value, null);
    if (part.form == Part.Form.JSON) {
      parameter.style(Style.CONTENT, false);
    } else {
      parameter.style(part.style, part.explode);
    }
    return Styles.text(parameter, plain, PercentEncoding::encoded);
  }

  /** {@code multipart/form-data} and its like (RFC 7578). */
  Content multipart(String mediaType, Object body) {
    String boundary = boundary();
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    members(body)
        .forEach(
            (key, member) -> {
              Object value = Held.value(member);
              Part part = part((String) key);
              for (Object each : value == null ? List.of() : values(part, value)) {
                write(part, each, boundary, written);
              }
            });
    written.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    return new Content(mediaType + "; boundary=" + boundary, written.toByteArray());
  }

  private static String boundary() {
    byte[] random = new byte[18];
    RANDOM.nextBytes(random);
    return "edmund-" + java.util.Base64.getUrlEncoder().encodeToString(random);
  }

  private static void write(Part part, Object value, String boundary, ByteArrayOutputStream to) {
    StringBuilder head = new StringBuilder("--" + boundary + "\r\n");
    head.append("Content-Disposition: form-data; name=\"").append(quoted(part.name)).append('"');
    byte[] bytes;
    String mediaType = part.mediaType;
    if (value instanceof FileContent) {
      FileContent file = (FileContent) value;
      String name = file.fileName() == null ? part.name : file.fileName();
      head.append("; filename=\"").append(quoted(name)).append('"');
      bytes = file.bytes();
      mediaType = file.contentType() == null ? mediaType : file.contentType();
      mediaType = mediaType == null ? "application/octet-stream" : mediaType;
    } else {
      Object plain = JsonWriter.plain(value, null);
      bytes = text(part, plain).getBytes(StandardCharsets.UTF_8);
    }
    if (mediaType != null) {
      RequestHeaders checked = new RequestHeaders();
      checked.add("content-type", mediaType);
      head.append("\r\nContent-Type: ").append(checked.joined().get("content-type"));
    }
    to.writeBytes((head + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    to.writeBytes(bytes);
    to.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  private static String text(Part part, @Nullable Object plain) {
    if (part.form == Part.Form.JSON || plain == null) {
      return JsonWriter.text(plain, null);
    }
    if (part.form == Part.Form.STYLE) {
      Parameter parameter = Parameter.query(part.name).style(part.style, part.explode);
      String pair = Styles.text(parameter, plain, text -> text);
      return pair == null ? "" : pair.substring(pair.indexOf('=') + 1);
    }
    return Styles.scalar(plain);
  }

  /** As browsers do it (HTML, section 4.10.21.8). */
  private static String quoted(String text) {
    return text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }
}
