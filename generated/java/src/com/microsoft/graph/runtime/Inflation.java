package com.microsoft.graph.runtime;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Decompresses an answer within bounds: a small one must not fill the memory. */
final class Inflation {
  /** The largest answer, decompressed; larger files are to be read in ranges. */
  static final int MAX_BYTES = 512 * 1024 * 1024;

  /** How far an answer above `FREE_BYTES` may inflate; JSON stays far below. */
  private static final int MAX_RATIO = 100;

  private static final int FREE_BYTES = 4 * 1024 * 1024;
  private static final int CHUNK = 65_536;
  private static final int ZLIB = 8;

  private Inflation() {}

  static byte[] inflated(byte[] raw, Map<String, String> headers) {
    String encoding = headers.getOrDefault("content-encoding", "").strip().toLowerCase(Locale.ROOT);
    if (encoding.isEmpty() || encoding.equals("identity") || raw.length == 0) {
      return raw;
    }
    long allowed = Math.min(MAX_BYTES, Math.max(FREE_BYTES, (long) MAX_RATIO * raw.length));
    Inflater inflater = null;
    try {
      InputStream source = new ByteArrayInputStream(raw);
      InputStream stream;
      if (encoding.equals("gzip") || encoding.equals("x-gzip")) {
        stream = new GZIPInputStream(source, CHUNK);
      } else if (encoding.equals("deflate")) {
        // Some services leave out the zlib wrapper.
        inflater = new Inflater((raw[0] & 15) != ZLIB);
        stream = new InflaterInputStream(source, inflater, CHUNK);
      } else {
        throw new UnexpectedAnswerException("the answer has an encoding that was not asked for");
      }
      return bounded(stream, allowed);
    } catch (IOException error) {
      throw new UnexpectedAnswerException("the answer's compression is broken", error);
    } finally {
      if (inflater != null) {
        inflater.end();
      }
    }
  }

  private static byte[] bounded(InputStream stream, long allowed) throws IOException {
    ByteArrayOutputStream given = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    for (int count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
      given.write(chunk, 0, count);
      if (given.size() > allowed) {
        throw new ResponseTooLargeException("the answer inflates beyond any honest ratio");
      }
    }
    return given.toByteArray();
  }
}
