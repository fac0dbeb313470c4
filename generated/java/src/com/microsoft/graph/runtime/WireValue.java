package com.microsoft.graph.runtime;

/** A value that knows how it stands in JSON. */
interface WireValue {
  /** The value as it goes on the wire; models as they are. */
  @Nullable
  Object wire();
}
