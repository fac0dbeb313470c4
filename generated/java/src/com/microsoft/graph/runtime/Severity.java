package com.microsoft.graph.runtime;

/** How bad a violation is. */
public enum Severity {
  /** The service would refuse the payload. */
  ERROR("error"),
  /** The service might. */
  WARNING("warning");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /** In lower case. */
  @Override
  public String toString() {
    return word;
  }
}
