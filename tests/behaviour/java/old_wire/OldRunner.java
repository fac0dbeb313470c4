package vectors.runtime;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import shop.runtime.FakeHttp;
import vectors.models.Product;
import vectors.models.odataerrors.ODataError;
import vectors.schema.SchemaTypes;
import vectors.serviceclient.ShopClient;

/** Answers the vectors of the old wire (tests/old_wire_answers.py), calls as a user writes them. */
public final class OldRunner {
  private final FakeHttp http = new FakeHttp();
  private final ShopClient client;

  private OldRunner(String baseUrl) {
    client = new ShopClient(RequestAdapter.builder(baseUrl).httpClient(http).maxRetries(0).build());
  }

  public static void main(String[] arguments) throws Exception {
    List<Object> answers = new ArrayList<>();
    String text = Files.readString(Path.of(arguments[0]));
    for (JsonElement question : JsonParser.parseString(text).getAsJsonArray()) {
      try {
        answers.add(answer(question.getAsJsonObject()));
      } catch (Exception error) {
        StackTraceElement[] trace = error.getStackTrace();
        answers.add(Map.of("failed", error + " " + Arrays.asList(trace).subList(0, 4)));
      }
    }
    Gson gson = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
    new PrintStream(System.out, true, StandardCharsets.UTF_8).println(gson.toJson(answers));
    System.exit(0);
  }

  private static Object answer(JsonObject question) throws Exception {
    JsonObject asked = question.getAsJsonObject("case");
    String kind = text(question, "kind");
    if (kind.equals("literal")) {
      return Map.of("text", literal(text(asked, "type"), text(asked, "value")));
    }
    boolean own = asked.has("base_url");
    OldRunner runner = new OldRunner(text(own ? asked : question, "base_url"));
    switch (kind) {
      case "reading":
        return runner.reading(asked);
      case "writing":
        return runner.writing(asked);
      default:
        return runner.called(asked);
    }
  }

  private static String text(JsonObject object, String name) {
    return object.get(name).getAsString();
  }

  private static String literal(String type, String text) throws Exception {
    Object value = text;
    if (type.equals("Edm.Binary")) {
      byte[] bytes = new byte[text.length() / 2];
      for (int at = 0; at < bytes.length; at++) {
        bytes[at] = (byte) Integer.parseInt(text.substring(2 * at, 2 * at + 2), 16);
      }
      value = bytes;
    } else if (type.equals("Edm.Double") || type.equals("Edm.Single")) {
      value = Double.valueOf(text.replace("INF", "Infinity"));
    } else if (type.equals("Edm.Decimal")) {
      value = new BigDecimal(text);
    }
    String written = UrlText.literal(value, "older:" + type);
    return URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private void answers(JsonObject said) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    if (said.has("headers")) {
      said.getAsJsonObject("headers")
          .entrySet()
          .forEach(e -> headers.put(e.getKey(), List.of(e.getValue().getAsString())));
    }
    byte[] body = new byte[0];
    if (said.has("base64")) {
      body = Base64.getDecoder().decode(text(said, "base64"));
    } else if (said.has("text")) {
      body = text(said, "text").getBytes(StandardCharsets.UTF_8);
    }
    http.answers.add(new FakeHttp.Scripted(said.get("status").getAsInt(), headers, body));
  }

  private Object reading(JsonObject asked) throws Exception {
    JsonObject said = new JsonObject();
    said.addProperty("status", 200);
    said.addProperty("text", text(asked, "text"));
    answers(said);
    boolean many = text(asked, "type").startsWith("Collection(");
    Object value = many ? client.products().get().getValue() : Calls.product(client).get();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("becomes", many ? text(asked, "type") : ((Model) value).type().name());
    answer.put("reads", reads(value, asked.getAsJsonArray("reads")));
    return answer;
  }

  private Object writing(JsonObject asked) throws Exception {
    JsonObject said = new JsonObject();
    said.addProperty("status", 204);
    answers(said);
    JsonObject members = new JsonObject();
    for (JsonElement set : asked.getAsJsonArray("sets")) {
      members.add(
          text(set.getAsJsonObject(), "at").substring(1), set.getAsJsonObject().get("value"));
    }
    Product made =
        (Product) SchemaTypes.SCHEMA.model(text(asked, "type")).fromJson(members.toString());
    if (text(asked, "operation").equals("create")) {
      client.products().post(made);
    } else {
      Calls.product(client).patch(made);
    }
    String body = (String) http.requests.get(0).get("body");
    byte[] written = Base64.getDecoder().decode(body);
    return Map.of("written", new String(written, StandardCharsets.UTF_8));
  }

  private Object called(JsonObject asked) throws Exception {
    answers(asked.getAsJsonObject("answer"));
    if (asked.has("then")) {
      asked
          .getAsJsonArray("then")
          .forEach(each -> answers(each.getAsJsonObject().getAsJsonObject("answer")));
    }
    Object gives;
    try {
      Object value = Calls.made(client, text(asked, "name"));
      gives = given(value, asked.getAsJsonObject("gives"));
    } catch (ClientException error) {
      gives = Map.of("error", error(error));
    }
    http.requests.forEach(request -> request.putIfAbsent("body", null));
    return Map.of("sent", http.requests, "gives", gives);
  }

  private static Object error(RuntimeException error) {
    Map<String, Object> told = new LinkedHashMap<>();
    if (error instanceof ODataError) {
      ODataError failure = (ODataError) error;
      told.put("status", failure.getResponseStatusCode());
      told.put("code", failure.getError().getCode());
      told.put("message", failure.getError().getMessage());
      if (failure.getError().getDetails() != null) {
        told.put(
            "details",
            failure.getError().getDetails().stream()
                .map(each -> Map.of("code", each.getCode(), "message", each.getMessage()))
                .collect(Collectors.toList()));
      }
    }
    return told;
  }

  private static Object given(Object value, JsonObject wanted) throws Exception {
    if (value == null) {
      return Map.of("nothing", true);
    }
    if (value instanceof BatchAnswers) {
      return Map.of("answers", answered((BatchAnswers) value, wanted.getAsJsonArray("answers")));
    }
    if (value instanceof Pages) {
      List<Object> items = new ArrayList<>();
      ((Pages<?>) value).forEach(items::add);
      return listed(items, null, wanted);
    }
    if (value instanceof InputStream) {
      byte[] bytes = ((InputStream) value).readAllBytes();
      return Map.of("base64", Base64.getEncoder().encodeToString(bytes));
    }
    if (wanted.has("references")) {
      return Map.of("references", ((Page<?>) value).getValue());
    }
    if (wanted.has("items")) {
      Object count = value.getClass().getMethod("getOdataCount").invoke(value);
      return listed((List<?>) value(value), count, wanted);
    }
    if (wanted.has("value")) {
      Object plain = value instanceof Model ? value(value) : value;
      return Map.of("type", text(wanted, "type"), "value", shown(plain));
    }
    Model model = (Model) value;
    JsonArray reads = wanted.has("reads") ? wanted.getAsJsonArray("reads") : new JsonArray();
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("becomes", model.type().name());
    told.put("reads", reads(model, reads));
    told.put("annotations", model.getAdditionalData());
    return told;
  }

  private static Object value(Object holder) throws Exception {
    return holder.getClass().getMethod("getValue").invoke(holder);
  }

  private static List<Object> answered(BatchAnswers answers, JsonArray wanted) throws Exception {
    List<Object> found = new ArrayList<>();
    for (int at = 0; at < answers.size(); at++) {
      try {
        Object value = answers.get(Calls.SENT.get(at));
        found.add(given(value, wanted.get(at).getAsJsonObject()));
      } catch (ClientException error) {
        found.add(Map.of("error", error(error)));
      }
    }
    return found;
  }

  private static Object listed(List<?> items, Object count, JsonObject wanted) throws Exception {
    JsonArray reads = wanted.has("reads") ? wanted.getAsJsonArray("reads") : new JsonArray();
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("items", items.size());
    told.put("reads", reads(items, reads));
    told.put("count", count == null ? null : count.toString());
    return told;
  }

  private static List<Object> reads(Object value, JsonArray reads) throws Exception {
    List<Object> found = new ArrayList<>();
    for (JsonElement read : reads) {
      String[] steps = text(read.getAsJsonObject(), "at").substring(1).split("/");
      Object holder = value;
      for (String step : Arrays.asList(steps).subList(0, steps.length - 1)) {
        holder = reach(holder, step);
      }
      found.add(read(holder, steps[steps.length - 1]));
    }
    return found;
  }

  private static Object reach(Object from, String step) throws Exception {
    if (from instanceof List) {
      return ((List<?>) from).get(Integer.parseInt(step));
    }
    for (Method method : from.getClass().getMethods()) {
      if (method.getName().equalsIgnoreCase("get" + step) && method.getParameterCount() == 0) {
        return method.invoke(from);
      }
    }
    throw new NoSuchMethodException(step);
  }

  private static Object read(Object holder, String last) throws Exception {
    if (holder instanceof Model && !((Model) holder).isSet(last)) {
      return Map.of("state", reach(holder, last) == null ? "absent" : "wrong");
    }
    Object value = reach(holder, last);
    if (value == null) {
      return Map.of("state", "null");
    }
    if (value instanceof Model) {
      return Map.of("state", "model", "type", ((Model) value).type().name());
    }
    return Map.of("state", "value", "value", shown(value));
  }

  private static Object shown(Object value) {
    if (value instanceof List) {
      return ((List<?>) value).stream().map(OldRunner::shown).collect(Collectors.toList());
    }
    if (value instanceof Double || value instanceof Float) {
      return value.toString().replace("Infinity", "INF");
    }
    if (value instanceof Duration) {
      return String.valueOf(((Duration) value).getSeconds());
    }
    if (value instanceof byte[]) {
      StringBuilder hex = new StringBuilder();
      for (byte octet : (byte[]) value) {
        hex.append(String.format("%02x", octet));
      }
      return hex.toString();
    }
    return value.toString();
  }
}
