package com.microsoft.graph.runtime;

/** How several requests are sent in one. */
public enum BatchFormat {
  /** As JSON, which came with 4.01 (OData JSON Format 4.01, section 19). */
  JSON,
  /** As parts of a message, which services of all versions take (Protocol 4.01, 11.7.7). */
  MULTIPART
}
