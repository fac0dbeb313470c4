import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.microsoft.graph.boss.promote.PromotePostRequestBody;
import com.microsoft.graph.models.Person;
import com.microsoft.graph.models.ReferenceCreate;
import com.microsoft.graph.models.ReferenceUpdate;
import com.microsoft.graph.models.Unit;
import com.microsoft.graph.requests.PersonItemRequestBuilder;
import com.microsoft.graph.runtime.RequestAdapter;
import com.microsoft.graph.runtime.RequestInformation;
import com.microsoft.graph.serviceclient.ServiceClient;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Answers the vectors of typed calls: each is written out as a user of the client would. */
public final class CallRunner {
  private static final ServiceClient CLIENT =
      new ServiceClient(RequestAdapter.builder("https://service.example/v1").build());
  private static final UUID SERIAL = UUID.fromString("01234567-89ab-cdef-0123-456789abcdef");
  private static final PersonItemRequestBuilder ONE = CLIENT.people().byId("1");
  private static final String TWO = "https://service.example/v1/people('2')";

  private CallRunner() {}

  public static void main(String[] arguments) throws Exception {
    String text = Files.readString(Path.of(arguments[0]));
    List<Object> answers = new ArrayList<>();
    for (JsonElement question : JsonParser.parseString(text).getAsJsonArray()) {
      answers.add(answer(question.getAsJsonObject().get("name").getAsString()));
    }
    Gson gson = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
    new PrintStream(System.out, true, StandardCharsets.UTF_8).println(gson.toJson(answers));
  }

  private static Map<String, Object> answer(String name) {
    Map<String, Object> answer = new LinkedHashMap<>();
    try {
      RequestInformation<?> request = call(name);
      byte[] content = request.getContent();
      answer.put("method", request.getHttpMethod().name());
      answer.put("url", request.getUrl());
      answer.put("headers", request.getHeaders());
      answer.put("body", content == null ? null : new String(content, StandardCharsets.UTF_8));
    } catch (RuntimeException error) {
      answer.put("error", error.toString());
    }
    return answer;
  }

  private static RequestInformation<?> call(String name) {
    switch (name) {
      case "a composite key":
        return CLIENT.orders().byRegionNumber("north/1", 7).toGetRequestInformation();
      case "a guid key":
        return CLIENT.assets().bySerial(SERIAL).toGetRequestInformation();
      case "a text key":
        return CLIENT
            .people()
            .byId("O'Neil")
            .toGetRequestInformation(c -> c.queryParameters.select = new String[] {"id"});
      case "an alternate key":
        return CLIENT.people().byEmail("ann lee").toGetRequestInformation();
      case "a count with a filter":
        return CLIENT
            .people()
            .count()
            .toGetRequestInformation(c -> c.queryParameters.filter = "id eq 'x'");
      case "a cast of a collection":
        return CLIENT
            .people()
            .asEmployee()
            .toGetRequestInformation(c -> c.queryParameters.select = new String[] {"badge"});
      case "a navigation below a cast":
        return ONE.asEmployee().tools().toGetRequestInformation();
      case "a bound function":
        return CLIENT
            .people()
            .near(1.5, Unit.MILE, OffsetDateTime.parse("2024-01-02T03:04:05Z"))
            .toGetRequestInformation(c -> c.queryParameters.top = 2);
      case "a bound action":
        PromotePostRequestBody body = new PromotePostRequestBody();
        body.setLevel(3);
        body.setBy(Unit.MILE);
        return CLIENT.boss().promote().toPostRequestInformation(body);
      case "an unbound action without parameters":
        return CLIENT.reset().toPostRequestInformation();
      case "an unbound function":
        return CLIENT.nearest("Ulm").toGetRequestInformation();
      default:
        return referenceOrChange(name);
    }
  }

  private static RequestInformation<?> referenceOrChange(String name) {
    switch (name) {
      case "adding a reference":
        ReferenceCreate added = new ReferenceCreate();
        added.setOdataId(TWO);
        return ONE.friends().ref().toPostRequestInformation(added);
      case "removing a reference":
        return ONE.friends().byId("2").ref().toDeleteRequestInformation();
      case "setting a reference":
        ReferenceUpdate set = new ReferenceUpdate();
        set.setOdataId(TWO);
        return ONE.manager().ref().toPutRequestInformation(set);
      case "reading a reference":
        return ONE.manager().ref().toGetRequestInformation();
      case "a media stream":
        return ONE.content().toGetRequestInformation();
      case "a stream property":
        return ONE.photo().toGetRequestInformation();
      case "an update with an ETag":
        Person changed = new Person();
        changed.setEmail(null);
        return ONE.toPatchRequestInformation(changed, c -> c.ifMatch("W/\"1\""));
      case "a deletion of whatever is there":
        return CLIENT
            .assets()
            .bySerial(SERIAL)
            .toDeleteRequestInformation(c -> c.headers.add("If-Match", "*"));
      case "a complex value":
        return ONE.home().toGetRequestInformation();
      default:
        throw new IllegalArgumentException("no such call");
    }
  }
}
