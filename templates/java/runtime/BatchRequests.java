package edmundruntime.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a batch is made of: requests, which of them wait for others, and which of them the service
 * does all of or none (OData JSON Format 4.01, section 19.1).
 */
public final class BatchRequests {
  private final List<RequestInformation<?>> requests = new ArrayList<>();
  private final List<List<Integer>> before = new ArrayList<>();
  private final List<Integer> groups = new ArrayList<>();
  private final Map<RequestInformation<?>, Integer> places = new IdentityHashMap<>();
  private int lastGroup;

  /** No requests so far. */
  public BatchRequests() {}

  /**
   * Adds a request.
   *
   * @param request made by {@code toGetRequestInformation} and its like
   * @param earlier those that it waits for; it is done only if they succeed
   * @return this
   * @throws IllegalArgumentException for one that waits for a request that was not added
   */
  public BatchRequests add(RequestInformation<?> request, RequestInformation<?>... earlier) {
    List<Integer> waits = new ArrayList<>();
    for (RequestInformation<?> one : earlier) {
      Integer place = places.get(one);
      if (place == null) {
        throw new IllegalArgumentException("a request waits for one that was added before it");
      }
      waits.add(place);
    }
    put(request, waits, 0);
    return this;
  }

  /**
   * Adds changes that the service does all or none of.
   *
   * @param changes requests that change something
   * @return this
   */
  public BatchRequests addTogether(List<? extends RequestInformation<?>> changes) {
    if (changes.stream().anyMatch(change -> change.getHttpMethod() == HttpMethod.GET)) {
      throw new IllegalArgumentException("what is done together are changes, no reads");
    }
    lastGroup++;
    changes.forEach(change -> put(change, List.of(), lastGroup));
    return this;
  }

  private void put(RequestInformation<?> request, List<Integer> waits, int group) {
    places.putIfAbsent(request, requests.size());
    requests.add(request);
    before.add(waits);
    groups.add(group);
  }

  List<RequestInformation<?>> requests() {
    return List.copyOf(requests);
  }

  /** The number of what a request is done together with; 0 for nothing. */
  int group(int place) {
    return groups.get(place);
  }

  /** Whether any request waits for another. */
  boolean waits() {
    return before.stream().anyMatch(earlier -> !earlier.isEmpty());
  }

  /** What the batch says of one request beside the request. */
  Map<String, Object> relations(int place) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("id", id(place));
    if (groups.get(place) > 0) {
      said.put("atomicityGroup", groupName(groups.get(place)));
    }
    List<Object> waits = new ArrayList<>();
    for (int other : before.get(place)) {
      // Who waits for one of a group waits for all of it (section 19.1).
      Object name = groups.get(other) > 0 ? groupName(groups.get(other)) : id(other);
      if (!waits.contains(name)) {
        waits.add(name);
      }
    }
    if (!waits.isEmpty()) {
      said.put("dependsOn", waits);
    }
    return said;
  }

  static String id(int place) {
    return String.valueOf(place + 1);
  }

  private static String groupName(int group) {
    return "g" + group;
  }

  /**
   * The requests in parts, as places: what belongs together is in one part.
   *
   * @param limit how many a part holds; 0 for any number
   * @throws IllegalArgumentException when more belong together than a part holds
   */
  List<List<Integer>> parts(int limit) {
    List<List<Integer>> parts = new ArrayList<>();
    List<Integer> open = new ArrayList<>();
    for (List<Integer> bundle : bundles()) {
      if (limit > 0 && bundle.size() > limit) {
        throw new IllegalArgumentException(
            bundle.size() + " requests depend on each other; the service takes " + limit);
      }
      if (limit > 0 && open.size() + bundle.size() > limit) {
        parts.add(open);
        open = new ArrayList<>();
      }
      open.addAll(bundle);
    }
    if (!open.isEmpty()) {
      parts.add(open);
    }
    return parts;
  }

  /** Places that have to do with each other, in their order. */
  private Iterable<List<Integer>> bundles() {
    int[] leaders = new int[requests.size()];
    Map<Integer, Integer> firstOfGroup = new HashMap<>();
    for (int place = 0; place < leaders.length; place++) {
      leaders[place] = place;
      before.get(place).forEach(union(leaders, place));
      int group = groups.get(place);
      if (group > 0) {
        union(leaders, place).accept(firstOfGroup.computeIfAbsent(group, absent -> first(group)));
      }
    }
    Map<Integer, List<Integer>> bundles = new LinkedHashMap<>();
    for (int place = 0; place < leaders.length; place++) {
      bundles.computeIfAbsent(leader(leaders, place), absent -> new ArrayList<>()).add(place);
    }
    return bundles.values();
  }

  private int first(int group) {
    return groups.indexOf(group);
  }

  private static java.util.function.Consumer<Integer> union(int[] leaders, int place) {
    return other -> {
      int one = leader(leaders, place);
      int two = leader(leaders, other);
      leaders[Math.max(one, two)] = Math.min(one, two);
    };
  }

  private static int leader(int[] leaders, int place) {
    int at = place;
    while (leaders[at] != at) {
      leaders[at] = leaders[leaders[at]];
      at = leaders[at];
    }
    return at;
  }

  @Override
  public String toString() {
    return "BatchRequests(" + requests.size() + ")";
  }
}
