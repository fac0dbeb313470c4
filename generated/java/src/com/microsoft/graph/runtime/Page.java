package com.microsoft.graph.runtime;

import java.util.List;

/**
 * One page of a collection (OData JSON Format 4.01, section 13).
 *
 * @param <T> the type of items
 */
public interface Page<T> {
  /** The items. */
  @Nullable
  List<T> getValue();

  /** Where the next page is; null for the last one. */
  @Nullable
  String getOdataNextLink();

  /** Where changes after this round can be asked for. */
  default @Nullable String getOdataDeltaLink() {
    return null;
  }

  /** How many items there are in all pages, when that was asked for. */
  default @Nullable Long getOdataCount() {
    return null;
  }
}
