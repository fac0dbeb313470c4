package edmundruntime.runtime;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The items of all pages, in order, as the header field Link leads from one to the next (RFC 8288);
 * read once. Links are held to the client's own origin.
 *
 * @param <T> the type of items
 */
public final class Pages<T> implements Iterable<T> {
  private final Following<?, T> following;

  private Pages(Following<?, T> following) {
    this.following = following;
  }

  /**
   * Pages from a first one on; for generated code.
   *
   * @param <P> one page
   * @param <T> the type of items
   * @param first the request for the first page
   * @param items the items of a page
   * @return the items of all
   */
  public static <P, T> Pages<T> of(RequestInformation<P> first, Function<P, List<T>> items) {
    return new Pages<>(new Following<>(first, items));
  }

  @Override
  public Iterator<T> iterator() {
    return following;
  }

  /** The items as a stream, read page by page. */
  public Stream<T> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  private static final class Following<P, T> implements Iterator<T> {
    private final Function<P, List<T>> items;
    private final Set<String> seen = new HashSet<>();
    private @Nullable RequestInformation<P> next;
    private Iterator<T> page = List.<T>of().iterator();
    private int left;

    Following(RequestInformation<P> first, Function<P, List<T>> items) {
      this.items = items;
      next = first;
      left = first.adapter().maxPages();
      seen.add(first.getUrl());
    }

    @Override
    public boolean hasNext() {
      while (!page.hasNext()) {
        RequestInformation<P> request = next;
        if (request == null) {
          return false;
        }
        if (left-- == 0) {
          throw new PagingStoppedException(
              "the list has more pages than this client allows (maxPages)");
        }
        page = taken(request);
      }
      return true;
    }

    private Iterator<T> taken(RequestInformation<P> request) {
      Response<P> response = Exchange.join(new Exchange<>(request, false).answer());
      String header = response.getHeaders().getOrDefault("link", "");
      String url = new Links(request.root(), response.url()).next(header);
      if (url != null && !seen.add(url)) {
        throw new PagingStoppedException("the service linked to a page that it gave already");
      }
      next = url == null ? null : request.at(url);
      P value = response.getValue();
      List<T> found = value == null ? null : items.apply(value);
      return found == null ? List.<T>of().iterator() : found.iterator();
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
