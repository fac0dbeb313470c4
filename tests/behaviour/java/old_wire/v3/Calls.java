package vectors.runtime;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import vectors.discount.DiscountPostRequestBody;
import vectors.models.Product;
import vectors.requests.ProductItemRequestBuilder;
import vectors.serviceclient.ShopClient;

/** The calls of `calls3.json`, as a user writes them. */
final class Calls {
  /** The requests of the batch that was sent last. */
  static final List<RequestInformation<?>> SENT = List.of();

  private static final OffsetDateTime THEN = OffsetDateTime.parse("2020-01-02T03:04:05Z");

  private Calls() {}

  static ProductItemRequestBuilder product(ShopClient client) {
    return client.products().byId(1);
  }

  static Object made(ShopClient client, String name) {
    switch (name) {
      case "verbose JSON is asked for":
      case "an answer in light JSON":
        return client.products().get(asked -> asked.queryParameters.count = true);
      case "an update is PATCH":
      case "an error in light JSON":
        Product change = new Product();
        change.setMade(THEN);
        return product(client).patch(change);
      case "arguments of an action are its body":
        DiscountPostRequestBody discount = new DiscountPostRequestBody();
        discount.setPercent(new BigDecimal("12.5"));
        discount.setUntil(THEN);
        return client.discount().post(discount);
      default:
        throw new IllegalStateException("no call '" + name + "'");
    }
  }
}
