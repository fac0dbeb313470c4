package edmundruntime.runtime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The items of all pages, in order; read once. Links are held to the client's own origin.
 *
 * @param <T> the type of items
 */
public final class Pages<T> implements Iterable<T> {
  /** Where the page after one is. */
  private interface Following<P> {
    /** The URL; null after the last page. `items` and `pages` are how many there were so far. */
    @Nullable
    String next(Response<P> response, long items, long pages);
  }

  private final Iterator<T> items;

  private Pages(Iterator<T> items) {
    this.items = items;
  }

  /**
   * Pages that the header field Link joins (RFC 8288); for generated code.
   *
   * @param <P> one page
   * @param <T> the type of items
   * @param first the request for the first page
   * @param items the items of a page
   * @return the items of all
   */
  public static <P, T> Pages<T> linked(RequestInformation<P> first, Function<P, List<T>> items) {
    return new Pages<>(
        new Items<>(
            first,
            items,
            (response, count, pages) ->
                new Links(first.root(), response.url())
                    .next(response.getHeaders().getOrDefault("link", ""))));
  }

  /**
   * Pages that say the URL of the next one; for generated code.
   *
   * @param <P> one page
   * @param <T> the type of items
   * @param first the request for the first page
   * @param items the items of a page
   * @param next the members that lead to the URL
   * @return the items of all
   */
  public static <P, T> Pages<T> nextLink(
      RequestInformation<P> first, Function<P, List<T>> items, String... next) {
    return new Pages<>(
        new Items<>(
            first,
            items,
            (response, count, pages) -> {
              Object link = at(response.getValue(), next);
              boolean none = link == null || link.equals("");
              return none ? null : first.root().adopt(link.toString(), response.url());
            }));
  }

  /**
   * Pages that say the value of a parameter which gives the next one; for generated code.
   *
   * @param <P> one page
   * @param <T> the type of items
   * @param first the request for the first page
   * @param items the items of a page
   * @param parameter the parameter, in the query
   * @param next the members that lead to the value
   * @return the items of all
   */
  public static <P, T> Pages<T> cursor(
      RequestInformation<P> first,
      Function<P, List<T>> items,
      Parameter parameter,
      String... next) {
    return new Pages<>(
        new Items<>(
            first,
            items,
            (response, count, pages) -> {
              Object cursor = at(response.getValue(), next);
              boolean none = cursor == null || cursor.equals("");
              return none ? null : with(first.getUrl(), parameter, cursor);
            }));
  }

  /**
   * Pages that begin behind a number of items, up to one without any; for generated code.
   *
   * @param <P> one page
   * @param <T> the type of items
   * @param first the request for the first page
   * @param items the items of a page
   * @param parameter the parameter, in the query
   * @param next the members that lead to what the last page lacks; none where there is no such
   *     thing
   * @return the items of all
   */
  public static <P, T> Pages<T> offset(
      RequestInformation<P> first,
      Function<P, List<T>> items,
      Parameter parameter,
      String... next) {
    long start = number(first.getUrl(), parameter, 0);
    return counted(first, items, parameter, (count, pages) -> start + count, next);
  }

  /**
   * Pages with numbers, up to one without items; for generated code.
   *
   * @param <P> one page
   * @param <T> the type of items
   * @param first the request for the first page
   * @param items the items of a page
   * @param parameter the parameter, in the query
   * @param number the number of the first page
   * @param next the members that lead to what the last page lacks; none where there is no such
   *     thing
   * @return the items of all
   */
  public static <P, T> Pages<T> numbered(
      RequestInformation<P> first,
      Function<P, List<T>> items,
      Parameter parameter,
      long number,
      String... next) {
    long start = number(first.getUrl(), parameter, number);
    return counted(first, items, parameter, (count, pages) -> start + pages, next);
  }

  private interface Counting {
    long next(long items, long pages);
  }

  private static <P, T> Pages<T> counted(
      RequestInformation<P> first,
      Function<P, List<T>> items,
      Parameter parameter,
      Counting counting,
      String... next) {
    return new Pages<>(
        new Items<>(
            first,
            items,
            (response, count, pages) -> {
              P page = response.getValue();
              List<T> found = page == null ? null : items.apply(page);
              boolean last = found == null || found.isEmpty();
              if (last || (next.length > 0 && at(page, next) == null)) {
                return null;
              }
              return with(first.getUrl(), parameter, counting.next(count, pages));
            }));
  }

  /**
   * What a function makes of a value that may be null; for generated code.
   *
   * @param <A> the type of the value
   * @param <B> what is made of it
   * @param value the value
   * @param step the function
   * @return null for null
   */
  public static @Nullable <A, B> B of(@Nullable A value, Function<A, B> step) {
    return value == null ? null : step.apply(value);
  }

  private static @Nullable Object at(@Nullable Object page, String... path) {
    Object value = JsonWriter.plain(page, null);
    for (String name : path) {
      value = value instanceof Map ? ((Map<?, ?>) value).get(name) : null;
    }
    return value;
  }

  private static long number(String url, Parameter parameter, long otherwise) {
    String name = PercentEncoding.encoded(parameter.name) + "=";
    for (String pair : url.replaceFirst("[^?]*\\??", "").split("&")) {
      String digits = pair.startsWith(name) ? pair.substring(name.length()) : "";
      if (digits.matches("[0-9]{1,18}")) {
        return Long.parseLong(digits);
      }
    }
    return otherwise;
  }

  /** The URL with another value of a parameter. */
  private static String with(String url, Parameter parameter, Object value) {
    String name = PercentEncoding.encoded(parameter.name) + "=";
    int mark = url.indexOf('?');
    List<String> pairs = new ArrayList<>();
    if (mark >= 0 && mark < url.length() - 1) {
      pairs.addAll(List.of(url.substring(mark + 1).split("&")));
    }
    pairs.removeIf(pair -> pair.startsWith(name));
    pairs.add(Styles.text(parameter, value, Styles.encoding(parameter)));
    return (mark < 0 ? url : url.substring(0, mark)) + "?" + String.join("&", pairs);
  }

  @Override
  public Iterator<T> iterator() {
    return items;
  }

  /** The items as a stream, read page by page. */
  public Stream<T> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  private static final class Items<P, T> implements Iterator<T> {
    private final Function<P, List<T>> items;
    private final Following<P> following;
    private final Set<String> seen = new HashSet<>();
    private @Nullable RequestInformation<P> next;
    private Iterator<T> page = List.<T>of().iterator();
    private long count;
    private long pages;

    Items(RequestInformation<P> first, Function<P, List<T>> items, Following<P> following) {
      this.items = items;
      this.following = following;
      next = first;
      seen.add(first.getUrl());
    }

    @Override
    public boolean hasNext() {
      while (!page.hasNext()) {
        RequestInformation<P> request = next;
        if (request == null) {
          return false;
        }
        if (pages == request.adapter().maxPages()) {
          throw new PagingStoppedException(
              "the list has more pages than this client allows (maxPages)");
        }
        page = taken(request);
      }
      return true;
    }

    private Iterator<T> taken(RequestInformation<P> request) {
      Response<P> response = Exchange.join(new Exchange<>(request, false).answer());
      P value = response.getValue();
      List<T> found = value == null ? null : items.apply(value);
      List<T> taken = found == null ? List.of() : found;
      pages++;
      count += taken.size();
      String url = following.next(response, count, pages);
      if (url != null && !seen.add(url)) {
        throw new PagingStoppedException("the service linked to a page that it gave already");
      }
      next = url == null ? null : request.at(url);
      return taken.iterator();
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
