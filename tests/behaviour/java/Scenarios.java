import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.graph.identity.apiconnectors.item.uploadclientcertificate.UploadClientCertificatePostRequestBody;
import com.microsoft.graph.models.BasicAuthentication;
import com.microsoft.graph.models.ClientCertificateAuthentication;
import com.microsoft.graph.models.IdentityApiConnector;
import com.microsoft.graph.models.IdentityApiConnectorCollectionResponse;
import com.microsoft.graph.models.Pkcs12Certificate;
import com.microsoft.graph.models.Pkcs12CertificateInformation;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.requests.IdentityContainerApiConnectorsCollectionRequestBuilder;
import com.microsoft.graph.requests.IdentityContainerApiConnectorsItemRequestBuilder;
import com.microsoft.graph.runtime.AccessToken;
import com.microsoft.graph.runtime.BatchAnswers;
import com.microsoft.graph.runtime.BatchFormat;
import com.microsoft.graph.runtime.Configure;
import com.microsoft.graph.runtime.Gets;
import com.microsoft.graph.runtime.ListQueryParameters;
import com.microsoft.graph.runtime.Pages;
import com.microsoft.graph.runtime.Probe;
import com.microsoft.graph.runtime.QueryParameters;
import com.microsoft.graph.runtime.RequestAdapter;
import com.microsoft.graph.runtime.RequestInformation;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/** What tests ask the client to do; each gives what is to be seen of it. */
final class Scenarios {
  private static final List<String> ASKED = new ArrayList<>();

  private Scenarios() {}

  private static RequestAdapter.Builder builder(JsonObject a) {
    RequestAdapter.Builder builder = RequestAdapter.builder(a.get("root").getAsString());
    ASKED.clear();
    if (a.has("tokens")) {
      List<String> tokens = new ArrayList<>();
      a.getAsJsonArray("tokens").forEach(token -> tokens.add(token.getAsString()));
      long lasts = a.has("lasts") ? a.get("lasts").getAsLong() : 3600;
      builder.credential(
          scopes -> {
            ASKED.add(String.join(" ", scopes));
            String token = tokens.get(Math.min(ASKED.size(), tokens.size()) - 1);
            if (token.startsWith("!")) {
              throw new IllegalStateException(token.substring(1));
            }
            return new AccessToken(token, OffsetDateTime.now().plusSeconds(lasts));
          });
    }
    if (a.has("scopes")) {
      builder.scopes(a.get("scopes").getAsString());
    }
    if (a.has("retries")) {
      builder.maxRetries(a.get("retries").getAsInt());
    }
    if (a.has("pages")) {
      builder.maxPages(a.get("pages").getAsInt());
    }
    if (a.has("allowHttp")) {
      builder.allowHttp(a.get("allowHttp").getAsBoolean());
    }
    if (a.has("allowTokenOverHttp")) {
      builder.allowTokenOverHttp(a.get("allowTokenOverHttp").getAsBoolean());
    }
    if (a.has("idleMillis")) {
      builder.idleTimeout(Duration.ofMillis(a.get("idleMillis").getAsLong()));
    }
    if (a.has("millis")) {
      builder.timeout(Duration.ofMillis(a.get("millis").getAsLong()));
    }
    if (a.has("batchLimit")) {
      builder.batchLimit(a.get("batchLimit").getAsInt());
    }
    if (a.has("batchFormat")) {
      builder.batchFormat(BatchFormat.valueOf(a.get("batchFormat").getAsString()));
    }
    if (a.has("batchSlash")) {
      builder.batchUrlsStartWithSlash(a.get("batchSlash").getAsBoolean());
    }
    if (a.has("check")) {
      builder.validate(a.get("check").getAsBoolean());
    }
    return builder;
  }

  static GraphServiceClient client(JsonObject a) {
    return new GraphServiceClient(builder(a).build());
  }

  static IdentityContainerApiConnectorsCollectionRequestBuilder connectors(JsonObject a) {
    return client(a).identity().apiConnectors();
  }

  static IdentityContainerApiConnectorsItemRequestBuilder one(JsonObject a) {
    return connectors(a).byIdentityApiConnectorId(a.get("key").getAsString());
  }

  static boolean isAsync(JsonObject a) {
    return a.has("async") && a.get("async").getAsBoolean();
  }

  static <T> T waited(CompletableFuture<T> future) throws Throwable {
    try {
      return future.get();
    } catch (ExecutionException error) {
      throw error.getCause();
    }
  }

  static IdentityApiConnector connector() {
    IdentityApiConnector connector = new IdentityApiConnector();
    connector.setDisplayName("Test API");
    connector.setTargetUrl("https://someapi.com/api");
    BasicAuthentication basic = new BasicAuthentication();
    basic.setUsername("MyUsername");
    basic.setPassword("MyPassword");
    connector.setAuthenticationConfiguration(basic);
    return connector;
  }

  static IdentityApiConnector named(String name) {
    IdentityApiConnector connector = new IdentityApiConnector();
    connector.setDisplayName(name);
    return connector;
  }

  static Object createBasic(JsonObject a) throws Throwable {
    IdentityApiConnector made =
        isAsync(a) ? waited(connectors(a).postAsync(connector())) : connectors(a).post(connector());
    BasicAuthentication basic = (BasicAuthentication) made.getAuthenticationConfiguration();
    return List.of(made.getId(), basic.getPassword(), basic.getOdataType());
  }

  static Object createCertificate(JsonObject a) throws Throwable {
    Pkcs12Certificate certificate = new Pkcs12Certificate();
    certificate.setPkcs12Value(a.get("text").getAsString());
    certificate.setPassword("");
    IdentityApiConnector body = connector();
    body.setAuthenticationConfiguration(certificate);
    IdentityApiConnector made =
        isAsync(a) ? waited(connectors(a).postAsync(body)) : connectors(a).post(body);
    Pkcs12CertificateInformation first =
        ((ClientCertificateAuthentication) made.getAuthenticationConfiguration())
            .getCertificateList()
            .get(0);
    return List.of(first.getThumbprint(), first.getNotAfter(), first.getIsActive());
  }

  static Object list(JsonObject a) throws Throwable {
    Configure<ListQueryParameters> configure =
        configuration -> {
          if (a.has("select")) {
            configuration.queryParameters.select = a.get("select").getAsString().split(",");
          }
          if (a.has("top")) {
            configuration.queryParameters.top = a.get("top").getAsInt();
          }
          if (a.has("count")) {
            configuration.queryParameters.count = true;
          }
          if (a.has("text")) {
            configuration.queryParameters.filter = a.get("text").getAsString();
            configuration.queryParameters.search = a.get("text").getAsString();
          }
          if (a.has("headers")) {
            for (Map.Entry<String, JsonElement> field : a.getAsJsonObject("headers").entrySet()) {
              configuration.headers.add(field.getKey(), field.getValue().getAsString());
            }
          }
          if (a.has("own")) {
            configuration.queryParameters.add(a.get("own").getAsString(), "1");
          }
          if (a.has("callMillis")) {
            configuration.timeout = Duration.ofMillis(a.get("callMillis").getAsLong());
          }
        };
    IdentityApiConnectorCollectionResponse page =
        isAsync(a) ? waited(connectors(a).getAsync(configure)) : connectors(a).get(configure);
    Map<String, Object> seen = new LinkedHashMap<>();
    seen.put("names", names(page.getValue()));
    seen.put("count", page.getOdataCount());
    seen.put("next", page.getOdataNextLink());
    seen.put("asked", List.copyOf(ASKED));
    return seen;
  }

  private static List<String> names(List<IdentityApiConnector> items) {
    List<String> names = new ArrayList<>();
    items.forEach(item -> names.add(item.getDisplayName()));
    return names;
  }

  static Object twice(JsonObject a) {
    IdentityContainerApiConnectorsCollectionRequestBuilder connectors = connectors(a);
    connectors.get();
    connectors.get();
    return List.copyOf(ASKED);
  }

  static Object iterate(JsonObject a) throws Throwable {
    Pages<IdentityApiConnector> pages =
        connectors(a)
            .iterate(c -> c.queryParameters.top = a.has("top") ? a.get("top").getAsInt() : null);
    List<String> names = new ArrayList<>();
    if (isAsync(a)) {
      waited(pages.forEachAsync(item -> names.add(item.getDisplayName())));
    } else {
      for (IdentityApiConnector item : pages) {
        names.add(item.getDisplayName());
      }
    }
    Map<String, Object> seen = new LinkedHashMap<>();
    seen.put("names", names);
    seen.put("delta", pages.getDeltaLink());
    seen.put("count", pages.getCount());
    return seen;
  }

  static Object stream(JsonObject a) {
    return connectors(a).iterate().stream()
        .map(IdentityApiConnector::getDisplayName)
        .limit(3)
        .collect(Collectors.toList());
  }

  static Object withUrl(JsonObject a) {
    IdentityContainerApiConnectorsCollectionRequestBuilder connectors = connectors(a);
    String link = a.has("link") ? a.get("link").getAsString() : connectors.get().getOdataNextLink();
    return names(connectors.withUrl(link).get().getValue());
  }

  static Object read(JsonObject a) throws Throwable {
    IdentityApiConnector found =
        isAsync(a)
            ? waited(one(a).getAsync())
            : one(a).get(c -> c.queryParameters.select = new String[] {"id", "displayName"});
    Map<String, Object> seen = new LinkedHashMap<>();
    seen.put("name", found.getDisplayName());
    seen.put("etag", found.etag());
    seen.put("more", new ArrayList<>(found.getAdditionalData().keySet()));
    seen.put("json", found.toJson());
    if (found.getAuthenticationConfiguration() != null) {
      seen.put("class", found.getAuthenticationConfiguration().getClass().getSimpleName());
      seen.put("configuration", found.getAuthenticationConfiguration().toJson());
    }
    return seen;
  }

  static Object update(JsonObject a) throws Throwable {
    Configure<QueryParameters> configure =
        c -> {
          if (a.has("etag")) {
            c.ifMatch(a.get("etag").getAsString());
          }
        };
    IdentityApiConnector body = named(a.get("name").getAsString());
    IdentityApiConnector answer =
        isAsync(a) ? waited(one(a).patchAsync(body, configure)) : one(a).patch(body, configure);
    return answer == null ? null : answer.getDisplayName();
  }

  static Object delete(JsonObject a) throws Throwable {
    Configure<QueryParameters> configure =
        c -> {
          if (a.has("etag")) {
            c.ifMatch(a.get("etag").getAsString());
          }
        };
    if (isAsync(a)) {
      waited(one(a).deleteAsync(configure));
    } else {
      one(a).delete(configure);
    }
    return null;
  }

  static Object upload(JsonObject a) throws Throwable {
    UploadClientCertificatePostRequestBody body = new UploadClientCertificatePostRequestBody();
    body.setPkcs12Value("AAAA");
    body.setPassword("secret-word");
    IdentityApiConnector answer =
        isAsync(a)
            ? waited(one(a).uploadClientCertificate().postAsync(body))
            : one(a).uploadClientCertificate().post(body);
    int certificates =
        ((ClientCertificateAuthentication) answer.getAuthenticationConfiguration())
            .getCertificateList()
            .size();
    return List.of(certificates, body.toString());
  }

  static Object count(JsonObject a) throws Throwable {
    return isAsync(a) ? waited(connectors(a).count().getAsync()) : connectors(a).count().get();
  }

  static Object createIncomplete(JsonObject a) {
    return connectors(a)
        .post(
            named("only a name"),
            c -> {
              if (a.has("callCheck")) {
                c.validate = a.get("callCheck").getAsBoolean();
              }
            })
        .getId();
  }

  static Object batch(JsonObject a) {
    GraphServiceClient client = client(a);
    IdentityContainerApiConnectorsCollectionRequestBuilder connectors =
        client.identity().apiConnectors();
    RequestInformation<IdentityApiConnectorCollectionResponse> listing =
        connectors.toGetRequestInformation(c -> c.queryParameters.top = 1);
    RequestInformation<IdentityApiConnector> making =
        connectors.toPostRequestInformation(connector());
    RequestInformation<IdentityApiConnector> missing =
        connectors.byIdentityApiConnectorId("none").toGetRequestInformation();
    RequestInformation<Integer> counting = connectors.count().toGetRequestInformation();
    BatchAnswers answers = client.batchInOrder(List.of(listing, making, missing, counting));
    int status;
    try {
      status = answers.get(missing) == null ? 0 : 200;
    } catch (ODataError error) {
      status = error.getResponseStatusCode();
    }
    BasicAuthentication made =
        (BasicAuthentication) answers.get(making).getAuthenticationConfiguration();
    return List.of(
        names(answers.get(listing).getValue()),
        made.getPassword(),
        status,
        answers.get(counting),
        answers.size());
  }

  static Object batchOf(JsonObject a) {
    GraphServiceClient client = client(a);
    List<RequestInformation<?>> requests = new ArrayList<>();
    String hostile = a.has("text") ? a.get("text").getAsString() : "x";
    for (int number = 0; number < a.get("number").getAsInt(); number++) {
      requests.add(
          client
              .identity()
              .apiConnectors()
              .byIdentityApiConnectorId(hostile)
              .toPatchRequestInformation(named(hostile)));
    }
    return client.batch(requests).size();
  }

  static Object batchElsewhere(JsonObject a) {
    GraphServiceClient elsewhere =
        new GraphServiceClient(RequestAdapter.builder(a.get("other").getAsString()).build());
    return client(a)
        .batch(List.of(elsewhere.identity().apiConnectors().toGetRequestInformation()))
        .size();
  }

  static Object ownToken(JsonObject a) {
    GraphServiceClient client = client(a);
    RequestInformation<?> request =
        client
            .identity()
            .apiConnectors()
            .toGetRequestInformation(c -> c.headers.add("Authorization", "Bearer x"));
    return a.has("batch")
        ? client.batch(List.of(request)).size()
        : client.send(request).getStatus();
  }

  static Object base(JsonObject a) {
    return builder(a).build().toString();
  }

  static Object followingClient(JsonObject a) {
    HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();
    return builder(a).httpClient(http).build().toString();
  }

  static Object ownClient(JsonObject a) {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    RequestAdapter adapter = builder(a).httpClient(http).build();
    return new GraphServiceClient(adapter).identity().apiConnectors().count().get();
  }

  /** Everything that can be printed of a call with secrets in it. */
  static Object shown(JsonObject a) {
    GraphServiceClient client = client(a);
    Gets<IdentityApiConnectorCollectionResponse, ListQueryParameters> connectors =
        client.identity().apiConnectors();
    Configure<ListQueryParameters> configure =
        c -> {
          c.headers.add("X-Api-Key", "key-789");
          c.headers.add("Authorization", "Bearer abc123abc");
        };
    RequestInformation<?> request = connectors.toGetRequestInformation(configure);
    BasicAuthentication body = new BasicAuthentication();
    body.setUsername("u");
    body.setPassword("hush-hush");
    IdentityApiConnector holder = new IdentityApiConnector();
    holder.setAuthenticationConfiguration(body);
    String failure = "";
    try {
      connectors.get();
    } catch (ODataError error) {
      failure = error + " " + error.getMessage();
    }
    RequestAdapter.Builder adapter = builder(a);
    return List.of(
        client.toString(),
        connectors.toString(),
        request.toString(),
        body.toString(),
        holder.toString(),
        failure,
        adapter.toString(),
        adapter.build().toString(),
        new AccessToken(a.getAsJsonArray("tokens").get(0).getAsString(), OffsetDateTime.now())
            .toString());
  }

  static Object secretLink(JsonObject a) {
    IdentityContainerApiConnectorsCollectionRequestBuilder there =
        connectors(a).withUrl(a.get("link").getAsString());
    String failure = "";
    try {
      there.get();
    } catch (ODataError error) {
      failure = error + " " + error.getUrl() + " " + error.getMessage();
    }
    return List.of(failure, there.toString(), there.toGetRequestInformation().toString());
  }

  /** A list that a caller goes on with after it was set, and models that are changed in place. */
  static Object heldValues(JsonObject a) {
    ClientCertificateAuthentication configuration = new ClientCertificateAuthentication();
    List<Pkcs12CertificateInformation> list = new ArrayList<>();
    configuration.setCertificateList(list);
    Pkcs12CertificateInformation added = new Pkcs12CertificateInformation();
    list.add(added);
    added.setThumbprint("later");
    IdentityApiConnector holder = new IdentityApiConnector();
    holder.setAuthenticationConfiguration(configuration);
    holder.setDisplayName(null);
    boolean same = holder.getAuthenticationConfiguration() == configuration;
    IdentityApiConnector again = IdentityApiConnector.TYPE.fromJson(holder.toJson());
    ((ClientCertificateAuthentication) again.getAuthenticationConfiguration())
        .getCertificateList()
        .get(0)
        .setIsActive(true);
    again.getAdditionalData().put("x", 1);
    boolean refused = false;
    try {
      again.getAdditionalData().put("displayName", "y");
    } catch (IllegalArgumentException error) {
      refused = true;
    }
    again.unset("displayName");
    return List.of(
        holder.toJson(),
        same,
        again.toJson(),
        refused,
        holder.isSet("displayName"),
        holder.isSet("targetUrl"),
        again.equals(IdentityApiConnector.TYPE.fromJson(again.toJson())),
        again.equals(holder));
  }

  static Object segments(JsonObject a) {
    return Probe.segments(a);
  }

  static Object literals(JsonObject a) {
    return Probe.literals(a);
  }

  static Object predicate(JsonObject a) {
    return Probe.predicate(a);
  }

  static Object typedSegment(JsonObject a) {
    return Probe.typedSegment(a);
  }

  static Object pauses(JsonObject a) {
    return Probe.pauses(a);
  }

  static Object download(JsonObject a) throws Throwable {
    return Probe.download(a, builder(a).build());
  }
}
