package depot4;

import depot4.lend.LendPostRequestBody;
import depot4.models.Makers;
import depot4.models.Notes;
import depot4.models.Parts;
import depot4.models.Tools;
import depot4.models.ToolsCollectionResponse;
import depot4.models.odataerrors.ODataError;
import depot4.queries.ToolsPath;
import depot4.requests.NotesItemRequestBuilder;
import depot4.requests.ToolsCollectionRequestBuilder;
import depot4.requests.ToolsItemRequestBuilder;
import depot4.runtime.BatchAnswers;
import depot4.runtime.BatchFormat;
import depot4.runtime.BatchRequests;
import depot4.runtime.Condition;
import depot4.runtime.RequestAdapter;
import depot4.runtime.RequestInformation;
import depot4.runtime.Response;
import depot4.serviceclient.EntityContainerClient;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What a user does with the real service, at one of its versions: each method is a chapter, with
 * numbers of its own.
 */
public final class Story {
  private final EntityContainerClient client;
  private final Versioned versioned;
  private final String root;
  private final int base;

  private Story(String root, int base) {
    this.root = root;
    this.base = base;
    client = new EntityContainerClient(RequestAdapter.builder(root).build());
    versioned = new Versioned(client);
  }

  /** Prints what went wrong in each chapter; empty for nothing. */
  public static void main(String[] arguments) {
    Chapters.tell(new Story(arguments[0], Integer.parseInt(arguments[1])));
  }

  private static void same(Object found, Object expected) {
    boolean numbers = found instanceof BigDecimal && expected instanceof BigDecimal;
    boolean equal =
        numbers
            ? ((BigDecimal) found).compareTo((BigDecimal) expected) == 0
            : Objects.equals(found, expected);
    if (!equal) {
      throw new IllegalStateException("found " + found + ", expected " + expected);
    }
  }

  private static ODataError failure(Runnable call) {
    try {
      call.run();
    } catch (ODataError error) {
      return error;
    }
    throw new IllegalStateException("the service takes it");
  }

  private Tools given(int number) {
    Tools made = new Tools();
    made.setId(base + number);
    made.setName("tool " + number);
    return made;
  }

  private Tools made(int number) {
    return client.tools().post(given(number));
  }

  private ToolsItemRequestBuilder tool(int number) {
    return client.tools().byId(base + number);
  }

  private Parts part(int number, String label) {
    Parts made = new Parts();
    made.setNo(number);
    made.setLabel(label);
    return made;
  }

  private List<Integer> numbers(Iterable<Tools> tools) {
    return StreamSupport.stream(tools.spliterator(), false)
        .map(tool -> tool.getId() - base)
        .collect(Collectors.toList());
  }

  void chapterCreated() {
    OffsetDateTime checked = OffsetDateTime.parse("2024-02-29T12:00:00.123Z");
    Tools lathe = given(100);
    lathe.setName("Drehbank \u00abGr\u00f6\u00dfe 1\u00bb");
    lathe.setStock(3);
    lathe.setPrice(new BigDecimal("1200.25"));
    lathe.setWeight(80.5);
    lathe.setSerial((1L << 53) - 1);
    lathe.setBought(LocalDate.of(2020, 2, 29));
    lathe.setOpens(Versioned.OPENS);
    lathe.setCheckedAt(checked);
    lathe.setTags(List.of("heavy", "iron & steel"));
    lathe.setParts(List.of(part(1, "chuck"), part(2, null)));
    Tools answered = client.tools().post(lathe);
    same(answered.getName(), lathe.getName());
    Tools read = tool(100).get(asked -> asked.queryParameters.expand = new String[] {"parts"});
    same(read.getName(), lathe.getName());
    same(read.getStock(), 3);
    same(read.getPrice(), lathe.getPrice());
    same(read.getWeight(), 80.5);
    same(read.getSerial(), (1L << 53) - 1);
    same(read.getBought(), lathe.getBought());
    same(read.getOpens(), Versioned.OPENS);
    same(read.getCheckedAt().toInstant(), checked.toInstant());
    same(read.getCondition(), "sound");
    same(Versioned.tags(read), List.of("heavy", "iron & steel"));
    same(read.getParts().size(), 2);
    same(client.parts().byToolIdNo(base + 100, 1).get().getLabel(), "chuck");
  }

  void chapterLinked() {
    Makers asked = new Makers();
    asked.setName("O'Neil & S\u00f6hne");
    Makers maker = client.makers().post(asked);
    Tools bound = given(200);
    Versioned.bind(bound, maker.getId());
    same(client.tools().post(bound).getMakerId(), maker.getId());
    ToolsCollectionResponse found =
        client
            .tools()
            .get(
                options -> {
                  options.queryParameters.filter =
                      "maker/name eq 'O''Neil & S\u00f6hne' and ID eq " + (base + 200);
                  options.queryParameters.expand = new String[] {"maker"};
                  options.queryParameters.select = Versioned.SELECTED;
                });
    same(numbers(found.getValue()), List.of(200));
    same(found.getValue().get(0).getMaker().getName(), "O'Neil & S\u00f6hne");
    same(found.getValue().get(0).isSet("stock"), false);
    same(numbers(client.makers().byId(maker.getId()).tools().get().getValue()), List.of(200));
  }

  void chapterPaged() {
    for (int number = 300; number < 305; number++) {
      made(number);
    }
    String some = "ID ge " + (base + 300) + " and ID lt " + (base + 305);
    String[] order = {"ID desc"};
    ToolsCollectionResponse first =
        client
            .tools()
            .get(
                options -> {
                  options.queryParameters.filter = some;
                  options.queryParameters.orderby = order;
                  options.queryParameters.count = true;
                });
    same(first.getOdataCount(), 5L);
    same(first.getValue().size(), 2);
    same(first.getOdataNextLink() == null, false);
    Iterable<Tools> every =
        client
            .tools()
            .iterate(
                options -> {
                  options.queryParameters.filter = some;
                  options.queryParameters.orderby = order;
                });
    same(numbers(every), List.of(304, 303, 302, 301, 300));
    same(client.tools().count().get(options -> options.queryParameters.filter = some), 5);
  }

  void chapterChanged() {
    Tools tool = given(400);
    tool.setPrice(new BigDecimal("1.5"));
    tool.setStock(7);
    client.tools().post(tool);
    Tools change = new Tools();
    change.setName("renamed");
    change.setPrice(null);
    tool(400).patch(change);
    Tools read = tool(400).get();
    same(read.getName(), "renamed");
    same(read.getPrice(), null);
    same(read.getStock(), 7);
    read.setStock(8);
    tool(400).patch(read);
    same(tool(400).get().getStock(), 8);
  }

  void chapterGuarded() {
    Notes first = new Notes();
    first.setId(base + 1);
    first.setText("first");
    client.notes().post(first);
    NotesItemRequestBuilder one = client.notes().byId(base + 1);
    Response<Notes> answer = client.send(one.toGetRequestInformation());
    same(answer.getStatus(), 200);
    String etag = answer.getValue().etag();
    Notes change = new Notes();
    change.setText("second");
    one.patch(change, options -> options.ifMatch(etag));
    ODataError refused = failure(() -> one.patch(change, options -> options.ifMatch(etag)));
    same(refused.getResponseStatusCode(), 412);
    same(one.get().getText(), "second");
  }

  void chapterStreamed() throws Exception {
    made(500);
    byte[] image = new byte[100_000];
    for (int at = 0; at < image.length; at++) {
      image[at] = (byte) at;
    }
    versioned
        .photo(tool(500))
        .put(
            new ByteArrayInputStream(image),
            options -> options.headers.add("Content-Type", "image/png"));
    same(Arrays.equals(versioned.photo(tool(500)).get().readAllBytes(), image), true);
  }

  void chapterOperated() {
    for (int number = 600; number < 603; number++) {
      Tools tool = given(number);
      tool.setStock(2);
      tool.setWeight(number == 602 ? 600.0 : number - 599.0);
      tool.setPrice(new BigDecimal(base + number).add(new BigDecimal("0.5")));
      client.tools().post(tool);
    }
    List<Integer> lighter = numbers(versioned.lighter(base + 602, 1000));
    same(lighter.containsAll(List.of(600, 601)), true);
    List<Integer> within = numbers(versioned.within(new BigDecimal(base + 601.50)));
    same(within.containsAll(List.of(600, 601)), true);
    same(within.contains(602), false);
    Tools graded = versioned.graded(base + 600, 4, "say \"no\" & 'never'");
    same(graded.getId(), base + 600);
    same(graded.getWeight(), 4.0);
    same(graded.getName(), "say \"no\" & 'never'");
    int before = client.total().get().getValue();
    same(client.lend().post(lent(601, 2), Versioned::called).getStock(), 0);
    same(client.total().get().getValue(), before - 2);
  }

  private LendPostRequestBody lent(int number, int amount) {
    LendPostRequestBody body = new LendPostRequestBody();
    body.setTool(base + number);
    body.setAmount(amount);
    return body;
  }

  void chapterFailed() {
    Tools tool = given(700);
    tool.setStock(1);
    client.tools().post(tool);
    ODataError refused = failure(() -> client.lend().post(lent(700, 5), Versioned::called));
    same(refused.getResponseStatusCode(), 409);
    same(refused.getCode(), "TOO_FEW");
    same(refused.getError().getMessage(), "only 1 left");
    same(failure(() -> tool(799).get()).getResponseStatusCode(), 404);
  }

  void chapterBatched() {
    int at = 800;
    for (BatchFormat format : Versioned.FORMATS) {
      batched(format, at);
      at += 20;
    }
  }

  private void batched(BatchFormat format, int at) {
    made(at);
    made(at + 1);
    EntityContainerClient other =
        new EntityContainerClient(RequestAdapter.builder(root).batchFormat(format).build());
    ToolsCollectionRequestBuilder tools = other.tools();
    RequestInformation<Tools> read = tools.byId(base + at).toGetRequestInformation();
    RequestInformation<Tools> missing = tools.byId(base + at + 9).toGetRequestInformation();
    RequestInformation<Void> gone = tools.byId(base + at + 1).toDeleteRequestInformation();
    Tools named = given(at + 2);
    named.setName("\u00fc in a batch");
    RequestInformation<Tools> making = tools.toPostRequestInformation(named);
    BatchAnswers answers =
        other.batch(new BatchRequests().add(read).addTogether(List.of(gone, making)));
    same(answers.get(read).getId(), base + at);
    same(answers.get(gone), null);
    same(answers.get(making).getName(), "\u00fc in a batch");
    RequestInformation<Tools> again = tools.toPostRequestInformation(given(at));
    RequestInformation<Tools> never = tools.toPostRequestInformation(given(at + 3));
    BatchAnswers others =
        other.batch(new BatchRequests().add(missing).addTogether(List.of(never, again)).add(read));
    failure(() -> others.get(missing));
    failure(() -> others.get(again));
    same(others.get(read).getId(), base + at);
    String some = "ID ge " + (base + at) + " and ID lt " + (base + at + 9);
    ToolsCollectionResponse left =
        client
            .tools()
            .get(
                options -> {
                  options.queryParameters.filter = some;
                  options.queryParameters.orderby = new String[] {"ID"};
                });
    same(numbers(left.getValue()), List.of(at, at + 2));
  }

  void chapterDeleted() {
    made(900);
    tool(900).delete();
    same(failure(() -> tool(900).get()).getResponseStatusCode(), 404);
  }

  void chapterAsked() {
    String hostile = "' or 1 eq 1 or name eq '";
    Tools first = given(950);
    first.setName("O'Neil & S\u00f6hne");
    first.setPrice(new BigDecimal("10.50"));
    first.setBought(LocalDate.of(2020, 2, 29));
    Tools second = given(951);
    second.setName(hostile);
    second.setPrice(new BigDecimal("20"));
    second.setSerial(9007199254740991L);
    client.tools().post(first);
    client.tools().post(second);
    ToolsPath tools = new ToolsPath();
    same(found(tools.name().eq("O'Neil & S\u00f6hne")), List.of(950));
    same(found(tools.name().eq(hostile)), List.of(951));
    same(found(tools.name().startsWith("O'").or(tools.name().contains("or 1"))), List.of(950, 951));
    same(found(tools.price().gt(new BigDecimal("10.50"))), List.of(951));
    same(found(tools.bought().eq(LocalDate.of(2020, 2, 29))), List.of(950));
    same(found(tools.serial().eq(9007199254740991L)), List.of(951));
    same(found(tools.price().in(List.of(new BigDecimal("10.5"), BigDecimal.TEN))), List.of(950));
    same(found(tools.name().toLower().length().eq(14)), List.of(950));
  }

  private List<Integer> found(Condition condition) {
    ToolsPath tools = new ToolsPath();
    Condition mine = tools.id().ge(base + 950).and(tools.id().lt(base + 960)).and(condition);
    return numbers(
        client
            .tools()
            .get(
                options -> {
                  options.queryParameters.filter(mine);
                  options.queryParameters.orderby(tools.id());
                })
            .getValue());
  }
}
