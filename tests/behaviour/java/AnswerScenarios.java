import com.google.gson.JsonObject;
import com.microsoft.graph.models.IdentityApiConnector;
import com.microsoft.graph.runtime.Removal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What answers say beside their values: links, removals, status and header fields. */
final class AnswerScenarios {
  private AnswerScenarios() {}

  /** The rest of an expanded collection, by a link on the model that was read. */
  static Object expandedRest(JsonObject a) {
    String link = Scenarios.one(a).get().nextLinkOf(a.get("name").getAsString());
    if (link == null) {
      return null;
    }
    List<String> names = new ArrayList<>();
    names.add(link);
    for (IdentityApiConnector item : Scenarios.client(a).pages(link, IdentityApiConnector.TYPE)) {
      names.add(item.getDisplayName());
    }
    return names;
  }

  static Object removals(JsonObject a) {
    List<Object> seen = new ArrayList<>();
    for (IdentityApiConnector item : Scenarios.connectors(a).iterate()) {
      Removal gone = item.removal();
      seen.add(gone == null ? null : Arrays.asList(gone.reason(), gone.id()));
    }
    return seen;
  }
}
