package com.microsoft.graph.runtime;

/**
 * A collection that is read page by page.
 *
 * @param <P> one page
 * @param <I> the type of items
 * @param <Q> the query parameters
 */
public interface Lists<P extends Page<I>, I, Q extends QueryParameters> extends Gets<P, Q> {
  /**
   * All items, page by page.
   *
   * @return the items; requests are sent while they are read
   */
  default Pages<I> iterate() {
    return iterate(null);
  }

  /**
   * All items, page by page.
   *
   * @param configure what the caller adds to the first request; null for nothing
   * @return the items; requests are sent while they are read
   */
  default Pages<I> iterate(@Nullable Configure<Q> configure) {
    return new Pages<>(toGetRequestInformation(configure));
  }
}
