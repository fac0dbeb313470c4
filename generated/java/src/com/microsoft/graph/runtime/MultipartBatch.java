package com.microsoft.graph.runtime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a batch as parts of a message (Protocol 4.01, section 11.7.7; RFC 2046, section 5.1).
 */
final class MultipartBatch {
  static final String KIND = "multipart/mixed";

  // Each byte is one character: what is no text goes through as it came.
  private static final Charset BYTES = StandardCharsets.ISO_8859_1;
  private static final String LINE = "\r\n";
  private static final String CONTENT_ID = "content-id";
  private static final Pattern BOUNDARY =
      Pattern.compile(
          ";\\s*boundary\\s*=\\s*(?:\"([^\"]{1,200})\"|([^\\s;\"]{1,200}))",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern STATUS = Pattern.compile("HTTP/[0-9.]{1,4} +([1-9][0-9]{2})\\b.*");

  private final RequestAdapter sender;
  private final BatchRequests batch;
  private final List<List<Integer>> units = new ArrayList<>();
  private final String boundary = "batch_" + UUID.randomUUID();

  MultipartBatch(RequestAdapter sender, BatchRequests batch, List<Integer> places) {
    this.sender = sender;
    this.batch = batch;
    int last = 0;
    for (int place : places) {
      int group = batch.group(place);
      if (group == 0 || group != last) {
        units.add(new ArrayList<>());
      }
      units.get(units.size() - 1).add(place);
      last = group;
    }
  }

  private boolean isTogether(List<Integer> unit) {
    return batch.group(unit.get(0)) > 0;
  }

  String mediaType() {
    return KIND + ";boundary=" + boundary;
  }

  /** What is sent; what is done together is a part with parts of its own. */
  byte[] content() {
    ByteArrayOutputStream made = new ByteArrayOutputStream();
    for (List<Integer> unit : units) {
      write(made, "--" + boundary + LINE);
      if (isTogether(unit)) {
        // No boundary begins as another does: services may look for the beginning alone.
        String inner = "changes_" + batch.group(unit.get(0)) + "_" + boundary;
        write(made, "Content-Type: " + KIND + ";boundary=" + inner + LINE + LINE);
        for (int place : unit) {
          write(made, "--" + inner + LINE);
          writeRequest(made, place);
        }
        write(made, "--" + inner + "--" + LINE + LINE);
      } else {
        writeRequest(made, unit.get(0));
      }
    }
    write(made, "--" + boundary + "--" + LINE);
    return made.toByteArray();
  }

  private void writeRequest(ByteArrayOutputStream made, int place) {
    RequestInformation<?> request = batch.requests().get(place);
    String url = Batch.relative(Batch.path(sender, request));
    write(made, "Content-Type: application/http" + LINE);
    write(made, "Content-Transfer-Encoding: binary" + LINE);
    write(made, "Content-ID: " + BatchRequests.id(place) + LINE + LINE);
    write(made, request.getHttpMethod() + " " + url + " HTTP/1.1" + LINE);
    request.getHeaders().forEach((name, value) -> write(made, name + ": " + value + LINE));
    byte[] content = request.hasContent() ? request.content().bytes() : null;
    if (content != null) {
      write(made, "content-length: " + content.length + LINE);
    }
    write(made, LINE);
    if (content != null) {
      made.writeBytes(content);
    }
    write(made, LINE);
  }

  private static void write(ByteArrayOutputStream made, String text) {
    made.writeBytes(text.getBytes(BYTES));
  }

  /**
   * The answers by places. They come in the order of the requests; one error stands for all that is
   * done together, and after an error there may be no more.
   */
  Map<Integer, Reply> replies(Reply reply) {
    String kind = reply.headers().getOrDefault("content-type", "");
    List<Part> parts = parts(kind, new String(reply.body(), BYTES));
    Map<Integer, Reply> found = new HashMap<>();
    for (int at = 0; at < Math.min(units.size(), parts.size()); at++) {
      List<Integer> unit = units.get(at);
      Part part = parts.get(at);
      List<Part> inner = part.isMultipart() ? parts(part.kind(), part.body) : List.of();
      for (int order = 0; order < unit.size(); order++) {
        int place = unit.get(order);
        Part own = part.isMultipart() ? named(inner, BatchRequests.id(place), order) : part;
        if (own != null) {
          found.put(place, reply(batch.requests().get(place), own.body));
        }
      }
    }
    return found;
  }

  /** The answer that says whose it is, or else the one at that place. */
  private static @Nullable Part named(List<Part> parts, String id, int order) {
    for (Part part : parts) {
      if (id.equals(part.headers.get(CONTENT_ID))) {
        return part;
      }
    }
    boolean unnamed = order < parts.size() && !parts.get(order).headers.containsKey(CONTENT_ID);
    return unnamed ? parts.get(order) : null;
  }

  private static Reply reply(RequestInformation<?> request, String text) {
    String[] lines = text.split("\r?\n", 2);
    Matcher status = STATUS.matcher(lines[0]);
    if (!status.matches()) {
      throw new UnexpectedAnswerException("an answer in the batch has no status");
    }
    Part message = new Part(lines.length == 1 ? "" : lines[1]);
    Links links = new Links(request.root(), request.getUrl());
    byte[] body = message.body.getBytes(BYTES);
    return new Reply(Integer.parseInt(status.group(1)), message.headers, body, links);
  }

  private static List<Part> parts(String kind, String text) {
    Matcher named = BOUNDARY.matcher(kind);
    if (!kind.toLowerCase(Locale.ROOT).startsWith("multipart/") || !named.find()) {
      throw new UnexpectedAnswerException("the answer is not one of a batch");
    }
    String mark = named.group(1) == null ? named.group(2) : named.group(1);
    // The line break before a boundary belongs to it, and it takes its whole line.
    Matcher line =
        Pattern.compile("(?:^|\r?\n)--" + Pattern.quote(mark) + "(--)?[ \t]*+(?:\r?\n|\\z)")
            .matcher(text);
    List<Part> found = new ArrayList<>();
    int from = -1;
    for (int at = 0; at <= text.length() && line.find(at); ) {
      if (from >= 0) {
        found.add(new Part(text.substring(from, Math.max(from, line.start()))));
      }
      from = line.end();
      if (line.group(1) != null) {
        return found;
      }
      // The break at the end of this line may be the one before the next boundary.
      at = Math.max(line.start() + 1, line.end() - 2);
    }
    if (from < 0) {
      throw new UnexpectedAnswerException("the answer is not one of a batch");
    }
    found.add(new Part(text.substring(from)));
    return found;
  }

  /** A part: header fields by lower-case name, and what follows the empty line. */
  private static final class Part {
    final Map<String, String> headers = new LinkedHashMap<>();
    final String body;

    Part(String text) {
      int at = 0;
      while (at < text.length()) {
        int end = text.indexOf('\n', at);
        String field = text.substring(at, end < 0 ? text.length() : end).strip();
        at = end < 0 ? text.length() : end + 1;
        if (field.isEmpty()) {
          break;
        }
        int colon = field.indexOf(':');
        if (colon > 0) {
          String name = field.substring(0, colon).strip().toLowerCase(Locale.ROOT);
          headers.put(name, field.substring(colon + 1).strip());
        }
      }
      body = text.substring(at);
    }

    String kind() {
      return headers.getOrDefault("content-type", "");
    }

    boolean isMultipart() {
      return kind().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
  }
}
