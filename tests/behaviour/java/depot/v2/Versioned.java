package depot2;

import depot2.models.Tools;
import depot2.requests.ContentRequestBuilder;
import depot2.requests.ToolsItemRequestBuilder;
import depot2.runtime.BatchFormat;
import depot2.runtime.RequestConfiguration;
import depot2.serviceclient.EntityContainerClient;
import depot2.toolsgrade.ToolsGradePostRequestBody;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** What the story says with other names or types at OData 2.0. */
final class Versioned {
  static final Duration OPENS = Duration.ofMinutes(510);
  static final String[] SELECTED = {"ID", "maker"};
  static final List<BatchFormat> FORMATS = List.of(BatchFormat.MULTIPART);

  private final EntityContainerClient client;

  Versioned(EntityContainerClient client) {
    this.client = client;
  }

  static List<String> tags(Tools tool) {
    return tool.getTags();
  }

  static void bind(Tools tool, UUID maker) {
    tool.setMakerId(maker);
  }

  /** What an action's request says besides: this service reads no arguments without it. */
  static void called(RequestConfiguration<?> asked) {
    asked.headers.add("Content-Type", "application/json;charset=utf-8");
  }

  ContentRequestBuilder photo(ToolsItemRequestBuilder tool) {
    return tool.content();
  }

  Iterable<Tools> lighter(int than, int most) {
    return client.toolsLighter(than, most).get().getValue();
  }

  Iterable<Tools> within(BigDecimal limit) {
    return client.within(limit).get().getValue();
  }

  Tools graded(int number, int stars, String note) {
    ToolsGradePostRequestBody body = new ToolsGradePostRequestBody();
    body.setId(number);
    body.setStars(stars);
    body.setNote(note);
    return client.toolsGrade().post(body, Versioned::called);
  }
}
