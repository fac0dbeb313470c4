package com.microsoft.graph.runtime;

/** What a payload is for; without one it is an answer, and the rules of writing do not apply. */
public enum WriteOperation {
  /** A new object. */
  CREATE("create"),
  /** A change of one that exists. */
  UPDATE("update");

  private final String word;

  WriteOperation(String word) {
    this.word = word;
  }

  /** As the test vectors and messages have it. */
  @Override
  public String toString() {
    return word;
  }
}
