import com.google.gson.Gson;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import kennel.models.Body_add_photos_stays__stay_id__photos_post;
import kennel.models.Body_log_in_token_post;
import kennel.models.Cat;
import kennel.models.Change;
import kennel.models.Change_box;
import kennel.models.Dog;
import kennel.models.ExportGetResponse;
import kennel.models.Mood;
import kennel.models.Problem;
import kennel.models.SessionGetResponseValue;
import kennel.models.Stay;
import kennel.models.Stay_animal;
import kennel.models.Stay_box;
import kennel.models.StoredStay;
import kennel.models.TicksGetResponse;
import kennel.models.Token;
import kennel.models.Uploaded;
import kennel.requests.StaysItemRequestBuilder;
import kennel.runtime.AuthenticationException;
import kennel.runtime.Credential;
import kennel.runtime.FileContent;
import kennel.runtime.HttpError;
import kennel.runtime.Items;
import kennel.runtime.RequestAdapter;
import kennel.runtime.ValidationException;
import kennel.serviceclient.KennelClient;
import kennel.serviceclient.Schemes;

/** The story of a kennel: logs in, stays, pages, changes, errors, files, cookies, streams. */
public final class KennelStory {
  private final KennelClient client;
  private final KennelClient stranger;
  private final Map<String, Object> told = new LinkedHashMap<>();
  private final List<UUID> ids = new ArrayList<>();

  private KennelStory(String root) {
    client =
        new KennelClient(
            RequestAdapter.builder(root)
                .credential(Schemes.O_AUTH2_PASSWORD_BEARER, Credential.bearer("token-of-ann"))
                .credential(Schemes.API_KEY_HEADER, Credential.apiKey("k&y"))
                .build());
    stranger = new KennelClient(RequestAdapter.builder(root).build());
  }

  public static void main(String[] arguments) throws Exception {
    KennelStory story = new KennelStory(arguments[0]);
    story.logIn();
    story.stay();
    story.page();
    story.change();
    story.fail();
    story.upload();
    story.visit();
    story.stream();
    System.out.println(new Gson().toJson(story.told));
    System.exit(0);
  }

  /** What an error of the service says. */
  private static Map<String, Object> failure(Callable<?> call) throws Exception {
    try {
      return Map.of("none", String.valueOf(call.call()));
    } catch (HttpError error) {
      Map<String, Object> made = new LinkedHashMap<>();
      made.put("status", error.getResponseStatusCode());
      if (error.getError() != null) {
        made.put("body", error.getError().getClass().getSimpleName());
      }
      Problem problem = error.getError(Problem.class);
      if (problem != null) {
        made.put("code", problem.getCode());
      }
      return made;
    }
  }

  private static Stay stayOfCat(String name) {
    Cat cat = new Cat();
    cat.setName(name);
    Stay stay = new Stay();
    stay.setAnimal(Stay_animal.ofCat(cat));
    return stay;
  }

  private StaysItemRequestBuilder first() {
    return client.stays().byStayId(ids.get(0));
  }

  private void logIn() throws Exception {
    Body_log_in_token_post login = new Body_log_in_token_post();
    login.setUsername("ann");
    login.setPassword("s3cret+&");
    Token token = client.token().post(login);
    told.put("token", List.of(token.getAccessToken(), token.getTokenType()));
    login.setPassword("no");
    told.put("no token", failure(() -> client.token().post(login)));
  }

  private void stay() {
    Stay tom = stayOfCat("Tom");
    tom.setMood(Mood.VeryWild);
    tom.setBox(Stay_box.ofInt64(3L));
    Dog dog = new Dog();
    dog.setName("Rex");
    dog.setTricks(List.of("sit"));
    dog.setBorn(OffsetDateTime.parse("2024-02-29T12:00:00Z"));
    Stay rex = new Stay();
    rex.setAnimal(Stay_animal.ofDog(dog));
    rex.setBox(Stay_box.ofString("b"));
    Stay kit = stayOfCat("Kit");
    kit.setWeights(Map.of("2024", List.of(1.5, 2.0)));
    for (Stay stay : List.of(tom, rex, kit)) {
      StoredStay made = client.stays().post(stay);
      ids.add(made.getId());
      Cat cat = made.getAnimal().getCat();
      if (cat == null) {
        Dog stored = made.getAnimal().getDog();
        told.put(stored.getName(), stored.getBorn().toLocalDate().toString());
      } else {
        told.put(cat.getName(), cat.getLives());
      }
      told.put("box of " + ids.size(), made.getBox() != null && made.getBox().getInt64() != null);
      told.put("weights of " + ids.size(), made.getWeights());
    }
  }

  private static List<UUID> ids(Iterable<StoredStay> stays) {
    List<UUID> found = new ArrayList<>();
    stays.forEach(stay -> found.add(stay.getId()));
    return found;
  }

  private void page() {
    told.put("a page", ids(client.stays().get()).equals(ids.subList(0, 2)));
    Iterable<StoredStay> every = client.stays().iterate(asked -> asked.queryParameters.limit = 1L);
    told.put("all pages", ids(every).equals(ids));
    List<StoredStay> wild =
        client.stays().get(asked -> asked.queryParameters.mood = List.of(Mood.VeryWild));
    told.put("wild ones", ids(wild).equals(ids.subList(0, 1)));
    told.put("one", first().get().getId().equals(ids.get(0)));
  }

  private void change() throws Exception {
    Change change = new Change();
    change.setMood(null);
    change.setBox(Change_box.ofString("c"));
    StoredStay changed = first().patch(change);
    told.put(
        "changed",
        List.of(changed.getMood() == null, changed.isSet("mood"), changed.getBox().getString()));
    first().delete();
    told.put("gone", failure(() -> first().get()));
  }

  private void fail() throws Exception {
    Stay nameless = stayOfCat("");
    told.put(
        "refused by the service",
        failure(() -> client.stays().post(nameless, asked -> asked.validate = false)));
    try {
      client.stays().post(nameless);
    } catch (ValidationException error) {
      told.put("refused by the client", error.violations().get(0).code());
    }
    told.put(
        "full",
        failure(
            () -> {
              for (int count = 0; count < 9; count++) {
                client.stays().post(stayOfCat("More"));
              }
              return null;
            }));
    try {
      stranger.stays().post(stayOfCat("Tom"));
    } catch (AuthenticationException error) {
      told.put("no credentials", true);
    }
    told.put("none needed", !stranger.stays().get().isEmpty());
  }

  private void upload() {
    Body_add_photos_stays__stay_id__photos_post photos =
        new Body_add_photos_stays__stay_id__photos_post();
    photos.setCaption("S\u00fc\u00df & \"x\"");
    photos.setPhotos(
        List.of(
            FileContent.of(new byte[300_000]).named("large.bin"),
            FileContent.of("abc".getBytes()).named("\u00e4.png").typed("image/png")));
    Uploaded uploaded = client.stays().byStayId(new UUID(0, 1)).photos().post(photos);
    told.put(
        "uploaded",
        List.of(
            uploaded.getCaption(),
            uploaded.getSizes(),
            uploaded.getNames(),
            uploaded.getTypes().get(1)));
  }

  private void visit() {
    Map<String, SessionGetResponseValue> session =
        client
            .session()
            .get(
                asked -> {
                  asked.queryParameters.visits = 4L;
                  asked.queryParameters.acceptLanguage = "de";
                });
    told.put(
        "session", List.of(session.get("visits").getInt64(), session.get("language").getString()));
    Map<String, String> headers =
        client
            .send(
                client
                    .session()
                    .toGetRequestInformation(asked -> asked.queryParameters.visits = 4L))
            .getHeaders();
    told.put("cookie", headers.getOrDefault("set-cookie", "").startsWith("visits=5"));
  }

  private void stream() throws Exception {
    try (Items<TicksGetResponse> ticks =
        client.ticks().get(asked -> asked.queryParameters.count = 3L)) {
      told.put(
          "ticks", ticks.stream().map(TicksGetResponse::getNumber).collect(Collectors.toList()));
    }
    try (Items<TicksGetResponse> ticks =
        client.ticks().get(asked -> asked.queryParameters.count = 100_000L)) {
      told.put("one of many ticks", Arrays.asList(ticks.iterator().next().getNumber()));
    }
    try (Items<ExportGetResponse> lines =
        client.export().get(asked -> asked.queryParameters.count = 1000L)) {
      told.put("lines", lines.stream().mapToLong(ExportGetResponse::getNumber).sum());
    }
    try (InputStream bytes = client.photos().bySize(500_000L).get()) {
      told.put("bytes", bytes.readAllBytes().length);
    }
  }
}
