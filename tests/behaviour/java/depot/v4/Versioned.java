package depot4;

import depot4.models.Tools;
import depot4.requests.ContentRequestBuilder;
import depot4.requests.ToolsItemRequestBuilder;
import depot4.runtime.BatchFormat;
import depot4.runtime.RequestConfiguration;
import depot4.serviceclient.EntityContainerClient;
import depot4.tools.item.grade.GradePostRequestBody;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/** What the story says with other names or types at OData 4.0. */
final class Versioned {
  static final LocalTime OPENS = LocalTime.of(8, 30);
  static final String[] SELECTED = {"ID"};
  static final List<BatchFormat> FORMATS = List.of(BatchFormat.JSON, BatchFormat.MULTIPART);

  private final EntityContainerClient client;

  Versioned(EntityContainerClient client) {
    this.client = client;
  }

  static List<String> tags(Tools tool) {
    return tool.getTags();
  }

  static void bind(Tools tool, UUID maker) {
    tool.getAdditionalData().put("maker@odata.bind", "Makers(" + maker + ")");
  }

  /** What an action's request says besides. */
  static void called(RequestConfiguration<?> asked) {}

  ContentRequestBuilder photo(ToolsItemRequestBuilder tool) {
    return tool.photo();
  }

  Iterable<Tools> lighter(int than, int most) {
    return client.tools().byId(than).lighter(most).get().getValue();
  }

  Iterable<Tools> within(BigDecimal limit) {
    return client.within(limit).get().getValue();
  }

  Tools graded(int number, int stars, String note) {
    GradePostRequestBody body = new GradePostRequestBody();
    body.setStars(stars);
    body.setNote(note);
    return client.tools().byId(number).grade().post(body);
  }
}
