package vectors.runtime;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vectors.queries.BookPath;
import vectors.queries.ProductPath;
import vectors.requests.RootRequestBuilder;

/** What queries as code give beside the vectors, and what is refused. */
public final class QueryScenarios {
  private static final ProductPath PRODUCT = new ProductPath();

  private QueryScenarios() {}

  public static void main(String[] arguments) {
    Map<String, Object> told = new LinkedHashMap<>();
    RootRequestBuilder root =
        new RootRequestBuilder(RequestAdapter.builder("https://shop.example").build());
    tell(told, "text and code", () -> PRODUCT.name().eq("a").and("b or c"));
    tell(
        told,
        "both in one option",
        () ->
            root.products()
                .toGetRequestInformation(
                    asked -> {
                      asked.queryParameters.filter = "Price gt 5 or Fragile";
                      asked.queryParameters.filter(PRODUCT.name().eq("O'Neil"));
                      asked.queryParameters.orderby = new String[] {"Name"};
                      asked.queryParameters.orderby(PRODUCT.price().desc());
                      asked.queryParameters.select(PRODUCT.id(), PRODUCT.origin().city());
                      asked.queryParameters.expand(PRODUCT.category());
                    })
                .getUrl());
    tell(
        told,
        "variables within each other",
        () -> PRODUCT.parts().any(p -> p.parts().any(q -> q.name().eq("x"))));
    tell(
        told,
        "a derived type within a path",
        () ->
            PRODUCT.category().products().any("p", p -> p.as(BookPath::new).author().isNotNull()));
    tell(told, "a number of another kind", () -> PRODUCT.rating().lt(new BigDecimal("2.5")));
    tell(told, "several values", () -> PRODUCT.rating().in(List.of(1, 2)));
    tell(told, "the time of the service", () -> PRODUCT.sold().lt(Query.now()));
    tell(
        told,
        "text is the caller's own",
        () -> root.orders().toGetRequestInformation(a -> a.queryParameters.filter = "Secret eq 1"));
    tell(
        told,
        "not filtered",
        () ->
            root.orders()
                .toGetRequestInformation(
                    asked -> asked.queryParameters.filter(PRODUCT.origin().city().eq("Ulm"))));
    tell(
        told,
        "not filtered within items",
        () ->
            root.orders()
                .toGetRequestInformation(
                    asked ->
                        asked.queryParameters.filter(
                            PRODUCT.stores().any(store -> store.city().eq("Ulm")))));
    tell(
        told,
        "not counted either",
        () ->
            root.orders()
                .count()
                .toGetRequestInformation(
                    asked -> asked.queryParameters.filter(PRODUCT.secret().eq("x"))));
    tell(
        told,
        "not sorted",
        () ->
            root.orders()
                .toGetRequestInformation(
                    asked -> asked.queryParameters.orderby(PRODUCT.secret().asc())));
    tell(
        told,
        "not expanded",
        () ->
            root.orders()
                .toGetRequestInformation(
                    asked -> asked.queryParameters.expand(PRODUCT.hidden().expand().top(1))));
    tell(
        told,
        "an order for a selection",
        () -> {
          new ListQueryParameters().select(PRODUCT.name().desc());
          return "";
        });
    tell(
        told,
        "a call for a selection",
        () -> {
          new ListQueryParameters().select(PRODUCT.name().toLower());
          return "";
        });
    tell(told, "a variable that is none", () -> PRODUCT.tags().any("a)or(b", tag -> tag.eq("x")));
    System.out.println(JsonWriter.text(told, null));
  }

  private static void tell(Map<String, Object> told, String name, Supplier<Object> made) {
    try {
      Object found = made.get();
      told.put(name, found instanceof RequestInformation ? "made" : found.toString());
    } catch (RuntimeException error) {
      told.put(name, error.getClass().getSimpleName() + ": " + error.getMessage());
    }
  }
}
