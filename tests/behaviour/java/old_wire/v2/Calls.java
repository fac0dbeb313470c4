package vectors.runtime;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import vectors.models.Category;
import vectors.models.Part;
import vectors.models.Product;
import vectors.models.ReferenceCreate;
import vectors.models.ReferenceUpdate;
import vectors.paint.PaintPostRequestBody;
import vectors.requests.ProductItemRequestBuilder;
import vectors.requests.ProductsCollectionRequestBuilder;
import vectors.serviceclient.ShopClient;

/** The calls of `calls.json`, as a user writes them. */
final class Calls {
  /** The requests of the batch that was sent last. */
  static List<RequestInformation<?>> SENT = List.of();

  private static final String SERVICE = "https://shop.example/odata";
  private static final UUID CODE = UUID.fromString("01234567-89ab-cdef-0123-456789abcdef");
  private static final OffsetDateTime EPOCH = OffsetDateTime.parse("1970-01-01T00:00:00Z");
  private static final OffsetDateTime THEN = OffsetDateTime.parse("2020-01-02T03:04:05Z");

  private Calls() {}

  static ProductItemRequestBuilder product(ShopClient client) {
    return client.products().byId(1L);
  }

  private static Product made(long id, Consumer<Product> more) {
    Product made = new Product();
    made.setId(id);
    more.accept(made);
    return made;
  }

  private static Product made(long id) {
    return made(id, product -> {});
  }

  private static <Q extends QueryParameters> Configure<Q> matching(String etag) {
    return configuration -> configuration.ifMatch(etag);
  }

  static Object made(ShopClient client, String name) throws Exception {
    ProductsCollectionRequestBuilder products = client.products();
    ProductItemRequestBuilder one = product(client);
    switch (name) {
      case "list":
        return products.get();
      case "options":
        return products.get(
            asked -> {
              asked.queryParameters.filter = "Price gt 3.5M and substringof('ea',Name)";
              asked.queryParameters.orderby = new String[] {"Name desc"};
              asked.queryParameters.top = 5;
              asked.queryParameters.skip = 10;
              asked.queryParameters.select = new String[] {"ID", "Name"};
              asked.queryParameters.expand = new String[] {"Category", "Parts"};
            });
      case "the number of all items":
        return products.get(
            asked -> {
              asked.queryParameters.count = true;
              asked.queryParameters.top = 1;
            });
      case "all pages":
        return products.iterate(asked -> asked.queryParameters.count = true);
      case "a page of another origin is not asked for":
        return products.iterate();
      case "a count":
        return products.count().get(asked -> asked.queryParameters.filter = "Sold eq true");
      case "a long key":
        return products.byId(9007199254740993L).get();
      case "a text key":
        return client.categories().byName("O'Neil & S\u00f6hne").get();
      case "a key of a guid and a time":
        return client.parts().byCodeAt(CODE, THEN).get();
      case "a key of four other types":
        return client
            .samples()
            .byAmountTakenSpanMark(
                new BigDecimal("3.5"),
                OffsetDateTime.parse("2020-01-02T03:04:05+02:00"),
                Duration.parse("PT8H30M"),
                new byte[] {(byte) 0xFB, (byte) 0xFF})
            .get();
      case "navigation to one":
      case "nothing there":
        return one.category().get();
      case "navigation to many":
        return one.parts().get();
      default:
        return changed(client, products, one, name);
    }
  }

  private static Object changed(
      ShopClient client,
      ProductsCollectionRequestBuilder products,
      ProductItemRequestBuilder one,
      String name)
      throws Exception {
    switch (name) {
      case "create":
        return products.post(
            made(
                1,
                product -> {
                  product.setName("Tea");
                  product.setMade(THEN);
                  product.setPrice(new BigDecimal("12.5"));
                }));
      case "create with a link to what is there":
        Product bound = made(1);
        bound.getAdditionalData().put("Category@odata.bind", SERVICE + "/Categories('Food')");
        return products.post(bound);
      case "create below an entity":
        Part part = new Part();
        part.setCode(CODE);
        part.setAt(EPOCH);
        part.setNote("a");
        return one.parts().post(part);
      case "a change":
        Product change = new Product();
        change.setPrice(new BigDecimal("1.5"));
        return one.patch(change, matching("W/\"1\""));
      case "what was read, changed and is sent back":
        Category read = client.categories().byName("Food").get();
        read.setSince(EPOCH);
        return client.categories().byName("Food").patch(read, matching(read.etag()));
      case "a deletion":
        one.delete(matching("*"));
        return null;
      case "a link is added":
        ReferenceCreate added = new ReferenceCreate();
        added.setOdataId(
            SERVICE + "/Parts(Code=guid'" + CODE + "',At=datetime'1970-01-01T00:00:00')");
        return one.parts().ref().post(added);
      case "a link is set":
        ReferenceUpdate set = new ReferenceUpdate();
        set.setOdataId(SERVICE + "/Categories('Food')");
        return one.category().ref().put(set);
      case "a link is removed":
        one.category().ref().delete();
        return null;
      case "a link of many is removed":
        one.parts().byCodeAt(CODE, EPOCH).ref().delete();
        return null;
      case "links are listed":
        return one.parts().ref().get();
      case "a media resource is read":
        return client.photos().byId(1).content().get();
      case "a media resource is replaced":
        ByteArrayInputStream content = new ByteArrayInputStream("GIF".getBytes("US-ASCII"));
        return client.photos().byId(1).content().put(content);
      case "where the content of a media link entry is":
        return client.photos().byId(1).get();
      default:
        return invoked(client, products, one, name);
    }
  }

  private static Object invoked(
      ShopClient client,
      ProductsCollectionRequestBuilder products,
      ProductItemRequestBuilder one,
      String name) {
    switch (name) {
      case "a service operation by GET":
        return client
            .since(THEN, "O'Neil", new BigDecimal("3.5"))
            .get(asked -> asked.queryParameters.top = 1);
      case "a service operation that gives an entity":
      case "the same without its name around it":
        return client.best().get();
      case "a service operation that gives a value":
        return client.total().get();
      case "a service operation that gives values":
        return client.names().get();
      case "a service operation that gives a complex value":
        return client.biggest().get();
      case "a service operation by POST":
      case "an argument that is not given":
        PaintPostRequestBody paint = new PaintPostRequestBody();
        paint.setId(1L);
        if (name.equals("a service operation by POST")) {
          paint.setColor("a&b");
        }
        return client.paint().post(paint);
      case "a service operation that gives nothing":
        return client.reset().post();
      case "an error":
      case "an error that says little":
        return one.get();
      case "the token against forged requests: fetched, kept, fetched again":
        products.post(made(1));
        one.delete();
        return null;
      case "no token is fetched twice for one request":
      case "a refusal that wants no token":
        one.delete();
        return null;
      case "options of the service root":
        one.delete();
        return products.get(asked -> asked.queryParameters.top = 1);
      case "header fields and options of the caller's own":
        return products.get(
            asked -> {
              asked.queryParameters.add("sap-client", "100");
              asked.headers.add("sap-language", "EN");
            });
      case "a batch":
      case "a change set that fails as a whole":
        return batch(client, products, one, name.equals("a batch"));
      default:
        throw new IllegalStateException("no call '" + name + "'");
    }
  }

  private static Object batch(
      ShopClient client,
      ProductsCollectionRequestBuilder products,
      ProductItemRequestBuilder one,
      boolean reads) {
    RequestInformation<Product> first = one.toGetRequestInformation();
    RequestInformation<Product> making = products.toPostRequestInformation(made(2));
    RequestInformation<Void> removing = products.byId(3L).toDeleteRequestInformation();
    BatchRequests batch = new BatchRequests();
    if (reads) {
      batch.add(first);
    }
    batch.addTogether(List.of(making, removing));
    SENT = reads ? List.of(first, making, removing) : List.of(making, removing);
    return client.batch(batch);
  }
}
