package org.example.ops.schema;

import org.example.ops.runtime.BatchFormat;

/** What the service is like, by its metadata; for the support code. */
public final class ServiceTraits {
  /** How it takes several requests in one. */
  public static final BatchFormat BATCH_FORMAT = BatchFormat.JSON;

  /** How many requests it takes in one; 0 for any number. */
  public static final int BATCH_LIMIT = 0;

  /** Whether URLs in a batch start with a slash although they are relative to the service root. */
  public static final boolean BATCH_URLS_START_WITH_SLASH = false;

  private ServiceTraits() {}
}
