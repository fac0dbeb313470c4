package com.microsoft.graph.runtime;

import java.io.InputStream;

/** The body of an answer: all of it, or a stream of what is still to come. */
final class Collected {
  final byte[] bytes;
  final @Nullable InputStream stream;

  private Collected(byte[] bytes, @Nullable InputStream stream) {
    this.bytes = bytes;
    this.stream = stream;
  }

  static Collected of(byte[] bytes) {
    return new Collected(bytes, null);
  }

  static Collected of(InputStream stream) {
    return new Collected(new byte[0], stream);
  }
}
