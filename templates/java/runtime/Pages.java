package edmundruntime.runtime;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The items of all pages, in order; read once. Links are held to the client's own origin.
 *
 * @param <T> the type of items
 */
public final class Pages<T> implements Iterable<T> {
  private final RequestAdapter adapter;
  private final Set<String> seen = new HashSet<>();
  private @Nullable RequestInformation<? extends Page<T>> next;
  private int left;
  private @Nullable String deltaLink;
  private @Nullable Long count;

  Pages(RequestInformation<? extends Page<T>> first) {
    adapter = first.adapter();
    next = first;
    left = adapter.maxPages();
    seen.add(first.getUrl());
  }

  /** Where changes after this round can be asked for; known after the last page. */
  public @Nullable String getDeltaLink() {
    return deltaLink;
  }

  /** The service's count of all items, when it gave one; known after the first page. */
  public @Nullable Long getCount() {
    return count;
  }

  private @Nullable RequestInformation<? extends Page<T>> nextRequest() {
    if (next != null && left-- == 0) {
      throw new PagingStoppedException(
          "the collection has more pages than this client allows (maxPages)");
    }
    return next;
  }

  /** The items of a page, after noting where it leads. */
  private List<T> taken(@Nullable Page<T> page) {
    RequestInformation<? extends Page<T>> current = next;
    next = null;
    if (page == null || current == null) {
      return List.of();
    }
    count = page.getOdataCount() == null ? count : page.getOdataCount();
    deltaLink = page.getOdataDeltaLink() == null ? deltaLink : page.getOdataDeltaLink();
    String link = page.getOdataNextLink();
    if (link != null && !link.isEmpty()) {
      String url = adapter.root().adopt(link);
      if (!seen.add(url)) {
        throw new PagingStoppedException("the service linked to a page that it gave already");
      }
      next = current.at(url);
    }
    List<T> items = page.getValue();
    return items == null ? List.of() : items;
  }

  @Override
  public Iterator<T> iterator() {
    return new Items();
  }

  /** The items as a stream, read page by page. */
  public Stream<T> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  /**
   * Gives all items to an action, without waiting for them.
   *
   * @param action takes an item; false ends it
   * @return completes after the last item, or with what failed
   */
  public CompletableFuture<Void> forEachAsync(Predicate<? super T> action) {
    RequestInformation<? extends Page<T>> request;
    try {
      request = nextRequest();
    } catch (PagingStoppedException error) {
      return CompletableFuture.failedFuture(error);
    }
    if (request == null) {
      return CompletableFuture.completedFuture(null);
    }
    return request
        .sendAsync()
        .thenCompose(
            page -> {
              for (T item : taken(page)) {
                if (!action.test(item)) {
                  return CompletableFuture.completedFuture(null);
                }
              }
              return forEachAsync(action);
            });
  }

  private final class Items implements Iterator<T> {
    private Iterator<T> page = List.<T>of().iterator();

    @Override
    public boolean hasNext() {
      while (!page.hasNext()) {
        RequestInformation<? extends Page<T>> request = nextRequest();
        if (request == null) {
          return false;
        }
        page = taken(request.send()).iterator();
      }
      return true;
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return page.next();
    }
  }
}
