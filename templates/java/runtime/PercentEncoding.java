package edmundruntime.runtime;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of UTF-8 text (RFC 3986, section 2.1). */
final class PercentEncoding {
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  private static final String HEX = "0123456789ABCDEF";

  private PercentEncoding() {}

  /** Percent-encoded but for unreserved characters. */
  static String encoded(String text) {
    return encoded(text, "");
  }

  /** Percent-encoded but for unreserved characters and those of `safe`. */
  static String encoded(String text, String safe) {
    ByteBuffer bytes;
    try {
      bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    } catch (CharacterCodingException error) {
      throw new IllegalArgumentException("text with a lone surrogate cannot be sent", error);
    }
    StringBuilder written = new StringBuilder();
    while (bytes.hasRemaining()) {
      int octet = bytes.get() & 255;
      char character = (char) octet;
      if (UNRESERVED.indexOf(character) >= 0 || safe.indexOf(character) >= 0) {
        written.append(character);
      } else {
        written.append('%').append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 15));
      }
    }
    return written.toString();
  }
}
