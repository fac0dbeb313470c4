import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.graph.runtime.Configure;
import com.microsoft.graph.runtime.Json;
import com.microsoft.graph.runtime.Model;
import com.microsoft.graph.runtime.ModelType;
import com.microsoft.graph.runtime.OpenEnum;
import com.microsoft.graph.runtime.QueryParameters;
import com.microsoft.graph.runtime.RequestAdapter;
import com.microsoft.graph.runtime.RequestInformation;
import com.microsoft.graph.runtime.Schema;
import com.microsoft.graph.runtime.Validator;
import com.microsoft.graph.runtime.Violation;
import com.microsoft.graph.runtime.WriteOperation;
import com.microsoft.graph.schema.SchemaTypes;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Answers test vectors: reads questions from a file, prints the answers (tests/vector_answers.py).
 */
public final class VectorRunner {
  private static final Schema SCHEMA = SchemaTypes.SCHEMA;
  private static final String ROOT = "https://graph.microsoft.com/v1.0";

  private VectorRunner() {}

  public static void main(String[] arguments) throws Exception {
    String text = Files.readString(Path.of(arguments[0]));
    List<Object> answers = new ArrayList<>();
    for (JsonElement question : JsonParser.parseString(text).getAsJsonArray()) {
      answers.add(answer(question.getAsJsonObject()));
    }
    Gson gson = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
    new PrintStream(System.out, true, StandardCharsets.UTF_8).println(gson.toJson(answers));
  }

  private static Object answer(JsonObject asked) {
    try {
      switch (asked.get("kind").getAsString()) {
        case "validation":
          return validation(asked);
        case "wire":
          return wire(asked);
        default:
          return request(asked);
      }
    } catch (InvocationTargetException error) {
      return Map.of("error", String.valueOf(error.getCause()));
    } catch (Exception error) {
      return Map.of("error", String.valueOf(error));
    }
  }

  private static Object validation(JsonObject asked) throws Exception {
    String type = asked.get("type").getAsString();
    String text = asked.get("text").getAsString();
    WriteOperation operation =
        asked.get("operation").isJsonNull()
            ? null
            : WriteOperation.valueOf(asked.get("operation").getAsString().toUpperCase(Locale.ROOT));
    List<Violation> found;
    if (asked.has("class")) {
      Class<?> body = Class.forName(asked.get("class").getAsString());
      found = new Validator(SCHEMA).validate(typeOf(body), text, operation);
      sameOfBody(typeOf(body), text, operation, found);
    } else {
      found = new Validator(SCHEMA).validate(type, text, operation);
      sameOfModel(type, text, operation, found);
    }
    return Map.of(
        "violations",
        found.stream()
            .map(v -> List.of(v.pointer(), v.code(), v.severity().toString()))
            .collect(Collectors.toList()));
  }

  /** A model of the payload, all of it read, is told the same. */
  private static void sameOfModel(
      String type, String text, WriteOperation operation, List<Violation> expected)
      throws Exception {
    ModelType<?> declared = SCHEMA.model(type);
    Object payload = Json.parse(text);
    if (declared == null || !(payload instanceof Map)) {
      return;
    }
    Model model = declared.fromJson(text);
    touch(model);
    boolean says = ((Map<?, ?>) payload).containsKey("@odata.type");
    if (!says && typeOf(model.getClass()) != declared) {
      return;
    }
    List<String> ours = told(model.validate(operation));
    if (!ours.equals(told(expected))) {
      throw new IllegalStateException("as a model: " + ours);
    }
  }

  private static void sameOfBody(
      ModelType<?> type, String text, WriteOperation operation, List<Violation> expected)
      throws Exception {
    if (Json.parse(text) instanceof Map) {
      Model model = type.fromJson(text);
      touch(model);
      if (!told(model.validate(operation)).equals(told(expected))) {
        throw new IllegalStateException("as a model: " + model.validate(operation));
      }
    }
  }

  private static List<String> told(List<Violation> violations) {
    return violations.stream().map(Violation::toString).sorted().collect(Collectors.toList());
  }

  /** Reads all that can be read: reading must not change what is validated or written. */
  private static void touch(Model model) throws Exception {
    for (Method method : model.getClass().getMethods()) {
      if (!method.getName().startsWith("get") || method.getParameterCount() > 0) {
        continue;
      }
      try {
        Object value = method.invoke(model);
        for (Object item : value instanceof List ? (List<?>) value : Arrays.asList(value)) {
          if (item instanceof Model) {
            touch((Model) item);
          }
        }
      } catch (InvocationTargetException | IllegalStateException error) {
        // What does not fit its type cannot be read: the payload is wrong, and that is the point.
        continue;
      }
    }
  }

  private static ModelType<?> typeOf(Class<?> model) throws ReflectiveOperationException {
    return (ModelType<?>) model.getField("TYPE").get(null);
  }

  private static Object wire(JsonObject asked) throws Exception {
    Model model = SCHEMA.model(asked.get("type").getAsString()).fromJson(text(asked, "text"));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("becomes", typeOf(model.getClass()).name());
    List<Object> reads = new ArrayList<>();
    for (JsonElement read : asked.getAsJsonArray("reads")) {
      reads.add(read(model, text(read.getAsJsonObject(), "at")));
    }
    answer.put("reads", reads);
    touch(model);
    for (JsonElement element : asked.getAsJsonArray("sets")) {
      JsonObject set = element.getAsJsonObject();
      List<String> steps = steps(text(set, "at"));
      Model holder = (Model) reach(model, steps.subList(0, steps.size() - 1));
      set(holder, steps.get(steps.size() - 1), JsonParser.parseString(text(set, "text")));
    }
    answer.put("written", model.toJson());
    return answer;
  }

  private static String text(JsonObject object, String name) {
    return object.get(name).getAsString();
  }

  private static List<String> steps(String pointer) {
    return Arrays.asList(pointer.substring(1).split("/"));
  }

  private static Object reach(Object from, List<String> steps) throws Exception {
    Object value = from;
    for (String step : steps) {
      value =
          value instanceof List
              ? ((List<?>) value).get(Integer.parseInt(step))
              : accessor(value, "get", step).invoke(value);
    }
    return value;
  }

  private static Method accessor(Object model, String verb, String wireName) {
    String name = verb + wireName.substring(0, 1).toUpperCase(Locale.ROOT) + wireName.substring(1);
    int count = verb.equals("get") ? 0 : 1;
    return Arrays.stream(model.getClass().getMethods())
        .filter(method -> method.getName().equals(name) && method.getParameterCount() == count)
        .findFirst()
        .orElseThrow();
  }

  private static Object read(Model model, String pointer) throws Exception {
    List<String> steps = steps(pointer);
    Object holder = reach(model, steps.subList(0, steps.size() - 1));
    String last = steps.get(steps.size() - 1);
    if (holder instanceof Model && !((Model) holder).isSet(last)) {
      return Map.of("state", reach(holder, List.of(last)) == null ? "absent" : "wrong");
    }
    Object value = reach(holder, List.of(last));
    if (value == null) {
      return Map.of("state", "null");
    }
    if (value instanceof Model) {
      return Map.of("state", "model", "type", typeOf(value.getClass()).name());
    }
    return Map.of("state", "value", "value", shown(value));
  }

  private static String shown(Object value) {
    if (value instanceof Double || value instanceof Float) {
      return value.toString().replace("Infinity", "INF");
    }
    if (value instanceof Duration) {
      Duration duration = (Duration) value;
      return BigDecimal.valueOf(duration.getSeconds())
          .add(BigDecimal.valueOf(duration.getNano(), 9))
          .toPlainString();
    }
    if (value instanceof byte[]) {
      StringBuilder hex = new StringBuilder();
      for (byte octet : (byte[]) value) {
        hex.append(String.format("%02x", octet));
      }
      return hex.toString();
    }
    if (value instanceof Set) {
      return ((Set<?>) value)
          .stream().map(Object::toString).sorted().collect(Collectors.joining(","));
    }
    return value.toString();
  }

  private static void set(Model holder, String name, JsonElement value) throws Exception {
    Method setter = accessor(holder, "set", name);
    Object given =
        value.isJsonNull() ? null : converted(value, setter.getGenericParameterTypes()[0]);
    setter.invoke(holder, given);
  }

  private static Object converted(JsonElement value, Type type) throws Exception {
    if (type instanceof ParameterizedType) {
      ParameterizedType generic = (ParameterizedType) type;
      Type inner = generic.getActualTypeArguments()[0];
      if (generic.getRawType() == Set.class) {
        Set<Object> members = new LinkedHashSet<>();
        for (String member : value.getAsString().split(",")) {
          members.add(member((Class<?>) inner, member));
        }
        return members;
      }
      List<Object> items = new ArrayList<>();
      for (JsonElement item : value.getAsJsonArray()) {
        items.add(converted(item, inner));
      }
      return items;
    }
    Class<?> wanted = (Class<?>) type;
    if (OpenEnum.class.isAssignableFrom(wanted)) {
      return member(wanted, value.getAsString());
    }
    if (Model.class.isAssignableFrom(wanted)) {
      return typeOf(wanted).fromJson(value.toString());
    }
    switch (wanted.getSimpleName()) {
      case "String":
        return value.getAsString();
      case "Boolean":
        return value.getAsBoolean();
      case "Integer":
        return value.getAsInt();
      case "Long":
        return value.getAsLong();
      case "Float":
        return Float.parseFloat(value.getAsString().replace("INF", "Infinity"));
      case "Double":
        return Double.parseDouble(value.getAsString().replace("INF", "Infinity"));
      case "BigDecimal":
        return value.getAsBigDecimal();
      case "UUID":
        return java.util.UUID.fromString(value.getAsString());
      case "LocalDate":
        return java.time.LocalDate.parse(value.getAsString());
      case "LocalTime":
        return java.time.LocalTime.parse(value.getAsString());
      case "OffsetDateTime":
        return java.time.OffsetDateTime.parse(value.getAsString());
      case "Duration":
        return Duration.parse(value.getAsString());
      case "byte[]":
        return java.util.Base64.getUrlDecoder().decode(value.getAsString());
      default:
        return Json.parse(value.toString());
    }
  }

  private static Object member(Class<?> type, String text) throws Exception {
    return type.getMethod("forValue", String.class).invoke(null, text);
  }

  private static Object request(JsonObject asked) throws Exception {
    Object builder =
        Class.forName("com.microsoft.graph.serviceclient.GraphServiceClient")
            .getConstructor(RequestAdapter.class)
            .newInstance(RequestAdapter.builder(ROOT).build());
    for (JsonElement segment : asked.getAsJsonArray("path")) {
      builder = follow(builder, segment);
    }
    String verb = verb(text(asked, "operation"));
    RequestInformation<?> made = made(builder, "to" + verb + "RequestInformation", asked);
    byte[] content = made.getContent();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("method", made.getHttpMethod().name());
    answer.put("url", made.getUrl());
    answer.put("headers", made.getHeaders());
    answer.put("body", content == null ? null : new String(content, StandardCharsets.UTF_8));
    return answer;
  }

  private static String verb(String operation) {
    switch (operation) {
      case "create":
      case "invoke":
        return "Post";
      case "update":
        return "Patch";
      case "delete":
        return "Delete";
      default:
        return "Get";
    }
  }

  private static Object follow(Object builder, JsonElement segment) throws Exception {
    boolean key = segment.isJsonObject();
    String plain = key ? "by" : segment.getAsString().replace("$", "");
    String name = plain.substring(plain.lastIndexOf('.') + 1);
    Method accessor =
        Arrays.stream(builder.getClass().getMethods())
            .filter(m -> key ? m.getName().startsWith(name) : m.getName().equals(name))
            .findFirst()
            .orElseThrow();
    return key
        ? accessor.invoke(builder, segment.getAsJsonObject().get("key").getAsString())
        : accessor.invoke(builder);
  }

  private static RequestInformation<?> made(Object builder, String name, JsonObject asked)
      throws Exception {
    int count = asked.has("body") ? 2 : 1;
    Method method =
        Arrays.stream(builder.getClass().getMethods())
            .filter(m -> m.getName().equals(name) && m.getParameterCount() == count)
            .filter(m -> m.getParameterTypes()[count - 1] == Configure.class && !m.isBridge())
            .findFirst()
            .orElseThrow();
    Configure<QueryParameters> configure =
        configuration -> {
          if (asked.has("query")) {
            asked
                .getAsJsonObject("query")
                .entrySet()
                .forEach(e -> put(configuration.queryParameters, e.getKey(), e.getValue()));
          }
          if (asked.has("headers")) {
            asked
                .getAsJsonObject("headers")
                .entrySet()
                .forEach(e -> configuration.headers.add(e.getKey(), e.getValue().getAsString()));
          }
        };
    if (count == 1) {
      return (RequestInformation<?>) method.invoke(builder, configure);
    }
    JsonObject body = asked.getAsJsonObject("body");
    ModelType<?> type =
        body.get("type").isJsonNull()
            ? typeOf(method.getParameterTypes()[0])
            : SCHEMA.model(text(body, "type"));
    Object model = type.fromJson(text(body, "text"));
    return (RequestInformation<?>) method.invoke(builder, model, configure);
  }

  private static void put(QueryParameters parameters, String name, JsonElement value) {
    try {
      Field field = parameters.getClass().getField(name);
      if (field.getType() == String[].class) {
        List<String> items = new ArrayList<>();
        ((JsonArray) value).forEach(item -> items.add(item.getAsString()));
        field.set(parameters, items.toArray(new String[0]));
      } else {
        field.set(parameters, converted(value, field.getType()));
      }
    } catch (Exception error) {
      throw new IllegalStateException(error);
    }
  }
}
