package com.microsoft.graph.runtime;

import java.util.List;
import java.util.Map;

/**
 * What the links of one answer are relative to: the URL of its context, else that of the request
 * (OData JSON Format 4.01, sections 4.5.1 and 4.6).
 */
final class Links {
  private static final List<String> CONTEXTS = List.of("@odata.context", "@context");
  private static final List<String> NAMES =
      List.of("@odata.nextLink", "@nextLink", "@odata.deltaLink", "@deltaLink");

  private final ServiceRoot root;
  private final String base;

  /**
   * Links of an answer.
   *
   * @param root the client's own root
   * @param base the URL of the request
   */
  Links(ServiceRoot root, String base) {
    this.root = root;
    this.base = base;
  }

  /** Makes links to next pages and changes absolute, at all levels of a JSON value. */
  void resolveIn(@Nullable Object value) {
    resolveIn(value, base);
  }

  private void resolveIn(@Nullable Object value, @Nullable String above) {
    if (value instanceof List) {
      ((List<?>) value).forEach(item -> resolveIn(item, above));
    } else if (value instanceof Map) {
      @SuppressWarnings("unchecked") // names of members are texts
      Map<String, Object> members = (Map<String, Object>) value;
      String own = contextOf(members, above);
      members.replaceAll((name, member) -> resolved(name, member, own));
    }
  }

  private @Nullable Object resolved(String name, @Nullable Object member, @Nullable String own) {
    boolean relative = member instanceof String && !ServiceRoot.isAbsolute((String) member);
    if (relative && NAMES.stream().anyMatch(name::endsWith)) {
      String made = own == null || ((String) member).isEmpty() ? null : below((String) member, own);
      return made == null ? member : made;
    }
    resolveIn(member, own);
    return member;
  }

  /**
   * The context that an object names, else the one above; null for one that is not of this service.
   */
  private @Nullable String contextOf(Map<?, ?> members, @Nullable String above) {
    Object named =
        CONTEXTS.stream()
            .map(members::get)
            .filter(String.class::isInstance)
            .findFirst()
            .orElse(null);
    if (named == null) {
      return above;
    }
    // A relative context is so to the request, or to the context around it.
    return above == null && !ServiceRoot.isAbsolute((String) named)
        ? null
        : below((String) named, above == null ? base : above);
  }

  /** Null for what cannot be followed: the link stays as it is, and is refused when it is used. */
  private @Nullable String below(String link, String own) {
    try {
      return root.adopt(link, own);
    } catch (UnsafeUrlException error) {
      return null;
    }
  }
}
