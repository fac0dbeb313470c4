package org.example.shop.requests;

import java.util.UUID;
import org.example.shop.models.Product;
import org.example.shop.models.ProductCollectionResponse;
import org.example.shop.runtime.Answer;
import org.example.shop.runtime.Body;
import org.example.shop.runtime.Configure;
import org.example.shop.runtime.HttpMethod;
import org.example.shop.runtime.ListQueryParameters;
import org.example.shop.runtime.Lists;
import org.example.shop.runtime.Nullable;
import org.example.shop.runtime.Place;
import org.example.shop.runtime.Posts;
import org.example.shop.runtime.QueryParameters;
import org.example.shop.runtime.RequestBuilder;
import org.example.shop.runtime.RequestInformation;
import org.example.shop.runtime.UrlPart;

/** A collection of type Shop.Catalog.Product. */
public final class ProductCollectionRequestBuilder extends RequestBuilder
    implements Lists<ProductCollectionResponse, Product, ListQueryParameters>,
        Posts<Product, Product, QueryParameters> {
  ProductCollectionRequestBuilder(Place place) {
    super(place);
  }

  /** The same builder for a URL that the service gave, such as a next or a delta link. */
  public ProductCollectionRequestBuilder withUrl(String rawUrl) {
    return new ProductCollectionRequestBuilder(place.withUrl(rawUrl));
  }

  public ProductItemRequestBuilder byId(UUID id) {
    return new ProductItemRequestBuilder(place.keyed(UrlPart.of("", id, "Edm.Guid")));
  }

  public CountRequestBuilder count() {
    return new CountRequestBuilder(place.child("/$count"));
  }

  @Override
  public RequestInformation<ProductCollectionResponse> toGetRequestInformation(
      @Nullable Configure<ListQueryParameters> configure) {
    return place.request(
        HttpMethod.GET,
        Answer.object(ProductCollectionResponse.TYPE),
        new ListQueryParameters(),
        configure);
  }

  @Override
  public RequestInformation<Product> toPostRequestInformation(
      Product body, @Nullable Configure<QueryParameters> configure) {
    return place.request(
        HttpMethod.POST,
        Body.create(body, Product.TYPE),
        Answer.object(Product.TYPE),
        new QueryParameters(),
        configure);
  }
}
