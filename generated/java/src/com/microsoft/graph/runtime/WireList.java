package com.microsoft.graph.runtime;

import java.util.List;

/** A list of typed values that knows how they stand in JSON. */
interface WireList {
  /** The values as they go on the wire; models as they are. */
  List<?> wire();

  /** The declared type of items that are models, else null. */
  @Nullable
  ModelType<?> declared();
}
