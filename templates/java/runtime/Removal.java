package edmundruntime.runtime;

import java.util.Map;

/** Says of an item of a delta answer that it is gone (OData JSON Format 4.01, section 15.3). */
public final class Removal {
  private static final String DELETED_ENTITY = "/$deletedEntity";

  private final @Nullable String reason;
  private final @Nullable String id;

  private Removal(@Nullable Object reason, @Nullable Object id) {
    this.reason = reason instanceof String ? (String) reason : null;
    this.id = id instanceof String ? (String) id : null;
  }

  /** What an object says of its removal; null when it is there. */
  static @Nullable Removal of(Map<String, Object> members) {
    Object said = first(members, "@removed", "@odata.removed");
    if (said != null) {
      Object reason = said instanceof Map ? ((Map<?, ?>) said).get("reason") : said;
      Object id = first(members, "@id", "@odata.id");
      return new Removal(reason, id == null ? members.get("id") : id);
    }
    Object context = first(members, "@odata.context", "@context");
    // As services of OData 4.0 say it (OData JSON Format 4.0, section 14.2).
    return context instanceof String && ((String) context).endsWith(DELETED_ENTITY)
        ? new Removal(members.get("reason"), members.get("id"))
        : null;
  }

  private static @Nullable Object first(Map<String, Object> members, String one, String other) {
    Object found = members.get(one);
    return found == null ? members.get(other) : found;
  }

  /** {@code deleted}, or {@code changed} for an item that is no longer in the collection. */
  public @Nullable String reason() {
    return reason;
  }

  /** The key or the URL of what is gone, as the service gives it. */
  public @Nullable String id() {
    return id;
  }

  @Override
  public String toString() {
    return "Removal(" + (reason == null ? "" : Masking.oneLine(reason)) + ")";
  }
}
