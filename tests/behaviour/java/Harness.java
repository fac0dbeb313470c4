import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.runtime.RedirectRefusedException;
import com.microsoft.graph.runtime.ValidationException;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads one call a line, makes it by a method of Scenarios, and prints what came of it. */
public final class Harness {
  private static final Gson GSON = new GsonBuilder().serializeNulls().create();

  private Harness() {}

  public static void main(String[] arguments) throws Exception {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      out.println(GSON.toJson(answer(JsonParser.parseString(line).getAsJsonObject())));
    }
  }

  private static Map<String, Object> answer(JsonObject asked) {
    Map<String, Object> answer = new LinkedHashMap<>();
    try {
      String scenario = asked.get("scenario").getAsString();
      answer.put("result", scenario(scenario).invoke(null, asked));
    } catch (InvocationTargetException error) {
      describe(error.getCause(), answer);
    } catch (ReflectiveOperationException error) {
      describe(error, answer);
    }
    return answer;
  }

  private static Method scenario(String name) throws NoSuchMethodException {
    try {
      return Scenarios.class.getDeclaredMethod(name, JsonObject.class);
    } catch (NoSuchMethodException absent) {
      return AnswerScenarios.class.getDeclaredMethod(name, JsonObject.class);
    }
  }

  private static void describe(Throwable error, Map<String, Object> answer) {
    answer.put("kind", error.getClass().getSimpleName());
    answer.put("message", String.valueOf(error.getMessage()));
    answer.put("text", error.toString());
    if (error instanceof ODataError) {
      ODataError failure = (ODataError) error;
      answer.put("status", failure.getResponseStatusCode());
      answer.put("code", failure.getCode());
      answer.put("error", failure.getError().getAdditionalData().keySet());
      answer.put("target", failure.getError().getTarget());
      answer.put("requestId", failure.getRequestId());
      answer.put("clientRequestId", failure.getClientRequestId());
      answer.put("url", failure.getUrl());
      if (failure.getError().getDetails() != null) {
        answer.put("detail", failure.getError().getDetails().get(0).getCode());
      }
      if (failure.getError().getInnerError() != null) {
        answer.put("innerRequestId", failure.getError().getInnerError().getRequestId());
        answer.put("date", String.valueOf(failure.getError().getInnerError().getDate()));
      }
    }
    if (error instanceof ValidationException) {
      answer.put(
          "codes",
          ((ValidationException) error)
              .violations().stream()
                  .map(found -> found.pointer() + " " + found.code())
                  .collect(Collectors.toList()));
    }
    if (error instanceof RedirectRefusedException) {
      answer.put("location", ((RedirectRefusedException) error).location());
    }
  }
}
