import com.google.gson.JsonObject;
import com.microsoft.graph.models.BasicAuthentication;
import com.microsoft.graph.models.IdentityApiConnector;
import com.microsoft.graph.runtime.BatchAnswers;
import com.microsoft.graph.runtime.BatchRequests;
import com.microsoft.graph.runtime.Removal;
import com.microsoft.graph.runtime.RequestInformation;
import com.microsoft.graph.runtime.Response;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import java.time.Duration;
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

  /** Sends a change, or reads when there is no name, and gives all that the answer says. */
  static Object sent(JsonObject a) throws Throwable {
    GraphServiceClient client = Scenarios.client(a);
    RequestInformation<IdentityApiConnector> request = request(client, a);
    Response<IdentityApiConnector> response =
        Scenarios.isAsync(a) ? Scenarios.waited(client.sendAsync(request)) : client.send(request);
    return seen(response);
  }

  private static RequestInformation<IdentityApiConnector> request(
      GraphServiceClient client, JsonObject a) {
    var one = client.identity().apiConnectors().byIdentityApiConnectorId("c1");
    if (a.has("name")) {
      return one.toPatchRequestInformation(
          Scenarios.named(a.get("name").getAsString()),
          c -> c.headers.add("Prefer", "respond-async"));
    }
    return one.toGetRequestInformation(
        c -> {
          if (a.has("etag")) {
            c.headers.add("If-None-Match", a.get("etag").getAsString());
          }
        });
  }

  private static Object seen(Response<IdentityApiConnector> response) {
    IdentityApiConnector value = response.getValue();
    return Arrays.asList(
        response.getStatus(),
        value == null ? null : value.getDisplayName(),
        response.getLocation(),
        response.getEtag(),
        response.getEntityId(),
        response.getRequestId(),
        response.getHeaders().get("X-Own"),
        response.toString());
  }

  /** The value of the call itself. */
  static Object plain(JsonObject a) {
    IdentityApiConnector value = request(Scenarios.client(a), a).send();
    return value == null ? null : value.getDisplayName();
  }

  static Object polled(JsonObject a) throws Throwable {
    GraphServiceClient client = Scenarios.client(a);
    Response<IdentityApiConnector> accepted = client.send(request(client, a));
    Duration limit = Duration.ofMillis(a.get("limit").getAsLong());
    return seen(
        Scenarios.isAsync(a)
            ? Scenarios.waited(client.pollAsync(accepted, limit))
            : client.poll(accepted, limit));
  }

  /** Two changes that belong together between reads, the last of which waits for one of them. */
  static Object batchTogether(JsonObject a) {
    GraphServiceClient client = Scenarios.client(a);
    var connectors = client.identity().apiConnectors();
    List<RequestInformation<Integer>> reads = new ArrayList<>();
    BatchRequests batch = new BatchRequests();
    for (int number = 0; number < a.get("number").getAsInt(); number++) {
      reads.add(connectors.count().toGetRequestInformation());
      batch.add(reads.get(number));
    }
    var one = connectors.toPostRequestInformation(Scenarios.connector());
    var two = connectors.toPostRequestInformation(Scenarios.connector());
    var last = connectors.count().toGetRequestInformation();
    batch.addTogether(List.of(one, two)).add(last, two);
    BatchAnswers answers = client.batch(batch);
    List<Object> seen = new ArrayList<>();
    reads.forEach(read -> seen.add(answers.get(read)));
    seen.addAll(Arrays.asList(answers.get(one).getId(), answers.get(two).getId()));
    seen.add(answers.get(last));
    return seen;
  }

  /** Reads one, changes it as the test says, and sends it back. */
  static Object changeRead(JsonObject a) {
    var one = Scenarios.one(a);
    IdentityApiConnector read = one.get();
    List<String> changes = Arrays.asList(a.get("changes").getAsString().split(","));
    if (changes.contains("list")) {
      read = Scenarios.connectors(a).iterate().iterator().next();
    }
    if (changes.contains("name")) {
      read.setDisplayName("New");
    }
    if (changes.contains("null")) {
      read.setDisplayName(null);
    }
    if (changes.contains("same")) {
      read.setTargetUrl(read.getTargetUrl());
      read.getAuthenticationConfiguration();
    }
    if (changes.contains("nested")) {
      ((BasicAuthentication) read.getAuthenticationConfiguration()).setPassword("new");
    }
    if (changes.contains("more")) {
      read.getAdditionalData().put("x", 2);
    }
    boolean whole = changes.contains("whole");
    one.patch(read, c -> c.wholeBody = whole);
    return null;
  }
}
