package shop.runtime;

import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Answers the vectors of calls, types and styles over the client of the package shop. */
public final class HttpRunner {
  private HttpRunner() {}

  public static void main(String[] arguments) throws Exception {
    List<?> questions = (List<?>) Json.parse(Files.readString(Path.of(arguments[0])));
    List<Object> answers = new ArrayList<>();
    for (Object question : questions) {
      answers.add(answer((Map<?, ?>) question));
    }
    System.out.println(JsonWriter.text(answers, null));
  }

  private static Object answer(Map<?, ?> question) {
    try {
      switch ((String) question.get("kind")) {
        case "style":
          return style(question);
        case "wire":
          return wire(question);
        case "made":
          return made(question);
        case "validation":
          return ValidationQuestion.answer(question);
        default:
          return call(question);
      }
    } catch (InvocationTargetException error) {
      return failed(error.getCause());
    } catch (Exception error) {
      return failed(error);
    }
  }

  private static Map<String, Object> failed(Throwable error) {
    Map<String, Object> told = new LinkedHashMap<>();
    boolean typed = error instanceof IllegalArgumentException || error instanceof ClientException;
    told.put(typed ? "refused" : "broken", String.valueOf(error));
    return told;
  }

  // Styles

  private static Object style(Map<?, ?> asked) {
    String name = (String) asked.get("parameter");
    Parameter parameter;
    switch ((String) asked.get("in")) {
      case "path":
        parameter = Parameter.path(name);
        break;
      case "header":
        parameter = Parameter.header(name);
        break;
      case "cookie":
        parameter = Parameter.cookie(name);
        break;
      case "querystring":
        parameter = Parameter.queryString();
        break;
      default:
        parameter = Parameter.query(name);
    }
    Style style = Style.valueOf((String) asked.get("style"));
    if (style == Style.CONTENT) {
      parameter.content((String) asked.get("mediaType"));
    } else {
      parameter.style(style, (Boolean) asked.get("explode"));
    }
    if (Boolean.TRUE.equals(asked.get("allowReserved"))) {
      parameter.reserved();
    }
    Object value = asked.get("value");
    Map<String, Object> told = new LinkedHashMap<>();
    if (parameter.location == Parameter.Location.PATH) {
      told.put("text", PathValue.of(parameter, value, Codec.ANY).text);
      return told;
    }
    ParameterWriter writer = new ParameterWriter();
    writer.put(parameter, value, Codec.ANY);
    String text = null;
    if (parameter.location == Parameter.Location.HEADER) {
      text = writer.headers().get(name.toLowerCase(Locale.ROOT));
    } else if (parameter.location == Parameter.Location.COOKIE) {
      text = writer.headers().get("cookie");
    } else if (!writer.query().isEmpty()) {
      text = writer.query();
    }
    told.put("text", text);
    return told;
  }

  // Types

  private static ModelType<?> type(Object name) throws ReflectiveOperationException {
    return (ModelType<?>) Class.forName("shop.models." + name).getField("TYPE").get(null);
  }

  private static Object wire(Map<?, ?> asked) throws Exception {
    Model model = type(asked.get("class")).fromJson((String) asked.get("text"));
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("becomes", model.getClass().getSimpleName());
    Map<?, ?> getters = (Map<?, ?>) asked.get("getters");
    List<Object> reads = new ArrayList<>();
    for (Object read : (List<?>) asked.get("reads")) {
      reads.add(read(model, (String) ((Map<?, ?>) read).get("at"), getters));
    }
    told.put("reads", reads);
    set(model, (List<?>) asked.get("sets"), getters);
    told.put("written", model.toJson());
    return told;
  }

  private static Object made(Map<?, ?> asked) throws Exception {
    Model model = type(asked.get("class")).create();
    set(model, (List<?>) asked.get("sets"), (Map<?, ?>) asked.get("getters"));
    return Map.of("written", model.toJson());
  }

  /** Sets typed values: those that another model of the class reads of the JSON. */
  private static void set(Model model, List<?> sets, Map<?, ?> getters) throws Exception {
    for (Object each : sets) {
      Map<?, ?> set = (Map<?, ?>) each;
      String name = ((String) set.get("at")).substring(1);
      Model other = model.type().create();
      other.putJsonValue(name, set.get("value"));
      Method getter = getter(model, name, getters);
      Object value = getter.invoke(other);
      String setter = "set" + getter.getName().substring("get".length());
      model.getClass().getMethod(setter, getter.getReturnType()).invoke(model, value);
    }
  }

  private static Method getter(Object holder, String name, Map<?, ?> getters)
      throws ReflectiveOperationException {
    Object found = getters.get(holder.getClass().getSimpleName() + "/" + name);
    return found == null ? null : holder.getClass().getMethod((String) found);
  }

  private static Map<String, Object> read(Model model, String pointer, Map<?, ?> getters)
      throws Exception {
    Object at = model;
    Map<String, Object> told = new LinkedHashMap<>();
    try {
      for (String step : pointer.substring(1).split("/", -1)) {
        at = below(at, step.replace("~1", "/").replace("~0", "~"), getters, told);
        if (told.containsKey("state")) {
          return told;
        }
      }
    } catch (InvocationTargetException error) {
      if (error.getCause() instanceof DecodeException) {
        told.put("state", "raw");
        return told;
      }
      throw error;
    } catch (DecodeException error) {
      told.put("state", "raw");
      return told;
    }
    describe(at, told);
    return told;
  }

  private static Object below(
      Object holder, String step, Map<?, ?> getters, Map<String, Object> told) throws Exception {
    Object value;
    if (holder instanceof List) {
      value = ((List<?>) holder).get(Integer.parseInt(step));
    } else if (holder instanceof Map) {
      if (!((Map<?, ?>) holder).containsKey(step)) {
        told.put("state", "absent");
        return null;
      }
      value = ((Map<?, ?>) holder).get(step);
    } else {
      Model model = (Model) holder;
      if (!model.isSet(step)) {
        told.put("state", "absent");
        return null;
      }
      Method getter = getter(model, step, getters);
      value =
          getter == null
              ? ((Map<?, ?>) model.getClass().getMethod("additionalProperties").invoke(model))
                  .get(step)
              : getter.invoke(model);
      told.put("any", getter != null && getter.getReturnType() == Object.class);
    }
    return value instanceof Union ? variant((Union) value, told) : value;
  }

  /** The value of a union, by the accessor that gives one. */
  private static Object variant(Union union, Map<String, Object> told) throws Exception {
    for (Method method : union.getClass().getDeclaredMethods()) {
      if (method.getName().startsWith("get") && method.getParameterCount() == 0) {
        Object value = method.invoke(union);
        if (value != null) {
          return value instanceof Union ? variant((Union) value, told) : value;
        }
      }
    }
    told.put("state", "raw");
    return null;
  }

  private static void describe(Object value, Map<String, Object> told) {
    boolean any = Boolean.TRUE.equals(told.remove("any"));
    if (value == null) {
      told.put("state", "null");
    } else if (any || value instanceof List || value instanceof Map) {
      told.put("state", "raw");
    } else {
      told.put("state", value instanceof Model ? "model" : "value");
      told.put("type", value.getClass().getSimpleName());
      if (!(value instanceof Model)) {
        told.put("value", text(value));
      }
    }
  }

  private static String text(Object value) {
    if (value instanceof byte[]) {
      StringBuilder hex = new StringBuilder();
      for (byte octet : (byte[]) value) {
        hex.append(String.format("%02x", octet));
      }
      return hex.toString();
    }
    return value instanceof Double
        ? BigDecimal.valueOf((Double) value).stripTrailingZeros().toPlainString()
        : value.toString();
  }

  // Calls

  private static Object call(Map<?, ?> asked) throws Exception {
    FakeHttp http = new FakeHttp();
    for (Object each : (List<?>) asked.get("answers")) {
      http.answers.add(scripted((Map<?, ?>) each));
    }
    RequestAdapter.Builder builder =
        RequestAdapter.builder((String) asked.get("base_url")).maxRetries(0);
    if (asked.get("idle") == null) {
      builder.httpClient(http);
    } else {
      builder.idleTimeout(Duration.ofMillis(((Number) asked.get("idle")).longValue()));
    }
    for (Map.Entry<?, ?> given : ((Map<?, ?>) asked.get("credentials")).entrySet()) {
      Scheme scheme =
          (Scheme)
              Class.forName("shop.serviceclient.Schemes")
                  .getField((String) given.getKey())
                  .get(null);
      builder.credential(scheme, credential(scheme, given.getValue()));
    }
    Map<String, Object> told = new LinkedHashMap<>();
    try (RequestAdapter adapter = builder.build()) {
      Object client =
          Class.forName("shop.serviceclient." + asked.get("client"))
              .getConstructor(RequestAdapter.class)
              .newInstance(adapter);
      try {
        called((ServiceRequestBuilder) client, asked, told);
      } catch (InvocationTargetException error) {
        told(error.getCause(), told);
      } catch (ClientException | IllegalArgumentException error) {
        told(error, told);
      }
    }
    told.put("requests", http.requests);
    return told;
  }

  private static void told(Throwable error, Map<String, Object> told) {
    if (error instanceof HttpError) {
      HttpError failure = (HttpError) error;
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("status", failure.getResponseStatusCode());
      facts.put("text", new String(failure.getBody(), StandardCharsets.UTF_8));
      Object body = failure.getError();
      facts.put("body", JsonWriter.plain(body, null));
      facts.put("type", body == null ? null : body.getClass().getSimpleName());
      told.put("error", facts);
    } else {
      told.putAll(failed(error));
    }
  }

  private static FakeHttp.Scripted scripted(Map<?, ?> answer) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    if (answer.get("headers") != null) {
      ((Map<?, ?>) answer.get("headers"))
          .forEach((name, value) -> headers.put((String) name, List.of((String) value)));
    }
    byte[] body =
        answer.get("base64") == null
            ? String.valueOf(answer.get("text") == null ? "" : answer.get("text"))
                .getBytes(StandardCharsets.UTF_8)
            : Base64.getDecoder().decode((String) answer.get("base64"));
    return new FakeHttp.Scripted(((Number) answer.get("status")).intValue(), headers, body);
  }

  private static Credential credential(Scheme scheme, Object given) {
    if (given instanceof List) {
      List<?> both = (List<?>) given;
      return Credential.basic((String) both.get(0), (String) both.get(1));
    }
    return scheme.name().endsWith("Key")
        ? Credential.apiKey((String) given)
        : Credential.bearer((String) given);
  }

  private static void called(
      ServiceRequestBuilder client, Map<?, ?> asked, Map<String, Object> told) throws Exception {
    Object builder = client;
    for (Object each : (List<?>) asked.get("chain")) {
      Map<?, ?> step = (Map<?, ?>) each;
      List<?> values = (List<?>) step.get("values");
      for (Method method : builder.getClass().getMethods()) {
        if (method.getName().equals(step.get("name"))
            && method.getParameterCount() == values.size()) {
          Object[] arguments = new Object[values.size()];
          for (int at = 0; at < arguments.length; at++) {
            arguments[at] = Arguments.of(values.get(at), method.getGenericParameterTypes()[at]);
          }
          builder = method.invoke(builder, arguments);
          break;
        }
      }
    }
    String verb = (String) asked.get("verb");
    Configure<QueryParameters> configure = configuration -> {};
    Map<?, ?> fields = (Map<?, ?>) asked.get("fields");
    Map<?, ?> more = (Map<?, ?>) asked.get("other headers");
    configure =
        configuration -> {
          fill(configuration.queryParameters, fields);
          if (more != null) {
            more.forEach((name, value) -> configuration.headers.add((String) name, (String) value));
          }
        };
    if (Boolean.TRUE.equals(asked.get("all pages"))) {
      Object named = asked.get("pages");
      String pages = named == null ? "iterate" : (String) named;
      Method iterate = builder.getClass().getMethod(pages, Configure.class);
      told.put("items", items((Iterable<?>) iterate.invoke(builder, configure)));
      return;
    }
    RequestInformation<?> request = request(builder, verb, asked, configure);
    if (asked.get("idle") != null) {
      arrivals((Items<?>) request.send(), told);
      return;
    }
    if (Boolean.TRUE.equals(asked.get("response"))) {
      Response<?> response = client.send(request);
      told.put("status", response.getStatus());
      told.put("headers", response.getHeaders());
      Object value = response.getOther() == null ? response.getValue() : response.getOther();
      value(value, told);
      return;
    }
    value(request.send(), told);
  }

  private static RequestInformation<?> request(
      Object builder, String verb, Map<?, ?> asked, Configure<QueryParameters> configure)
      throws Exception {
    String maker = "to" + verb.substring(0, 1).toUpperCase(Locale.ROOT) + verb.substring(1);
    List<?> path = asked.get("path") == null ? List.of() : (List<?>) asked.get("path");
    int first = path.size();
    boolean hasBody = asked.containsKey("body");
    boolean named = asked.get("media type") != null;
    for (Method method : builder.getClass().getMethods()) {
      int count = first + (hasBody ? (named ? 3 : 2) : 1);
      if (!method.getName().equals(maker + "RequestInformation")
          || method.getParameterCount() != count) {
        continue;
      }
      List<Object> arguments = new ArrayList<>();
      for (Object value : path) {
        arguments.add(Arguments.of(value, method.getGenericParameterTypes()[arguments.size()]));
      }
      if (hasBody) {
        Method usual =
            Arrays.stream(builder.getClass().getMethods())
                .filter(each -> each.getName().equals(method.getName()))
                .filter(each -> each.getParameterCount() == first + 2)
                .findFirst()
                .orElseThrow();
        arguments.add(Arguments.of(asked.get("body"), usual.getGenericParameterTypes()[first]));
        if (named) {
          arguments.add(asked.get("media type"));
        }
      }
      arguments.add(configure);
      return (RequestInformation<?>) method.invoke(builder, arguments.toArray());
    }
    throw new NoSuchMethodException(maker);
  }

  private static void fill(QueryParameters parameters, Map<?, ?> fields) {
    fields.forEach(
        (name, value) -> {
          try {
            Field field = parameters.getClass().getField((String) name);
            field.set(parameters, Arguments.of(value, field.getGenericType()));
          } catch (ReflectiveOperationException error) {
            throw new IllegalStateException(error);
          }
        });
  }

  private static void value(Object value, Map<String, Object> told) throws Exception {
    if (value == null) {
      told.put("nothing", true);
    } else if (value instanceof InputStream) {
      byte[] bytes = ((InputStream) value).readAllBytes();
      told.put("base64", Base64.getEncoder().encodeToString(bytes));
    } else if (value instanceof Items) {
      told.put("items", items((Items<?>) value));
    } else {
      told.put("value", JsonWriter.plain(value, null));
    }
  }

  /** How many milliseconds each item came after the call had answered. */
  private static void arrivals(Items<?> items, Map<String, Object> told) {
    long start = System.nanoTime();
    List<Object> times = new ArrayList<>();
    told.put("arrivals", times);
    for (Object item : items) {
      times.add((System.nanoTime() - start) / 1_000_000);
    }
  }

  private static List<Object> items(Iterable<?> values) {
    List<Object> items = new ArrayList<>();
    values.forEach(value -> items.add(JsonWriter.plain(value, null)));
    return items;
  }
}
