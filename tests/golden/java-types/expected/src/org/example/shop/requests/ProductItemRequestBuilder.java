package org.example.shop.requests;

import org.example.shop.models.Product;
import org.example.shop.models.Size;
import org.example.shop.runtime.Answer;
import org.example.shop.runtime.Body;
import org.example.shop.runtime.Configure;
import org.example.shop.runtime.Deletes;
import org.example.shop.runtime.Gets;
import org.example.shop.runtime.HttpMethod;
import org.example.shop.runtime.Nullable;
import org.example.shop.runtime.Patches;
import org.example.shop.runtime.Place;
import org.example.shop.runtime.QueryParameters;
import org.example.shop.runtime.ReadQueryParameters;
import org.example.shop.runtime.RequestBuilder;
import org.example.shop.runtime.RequestInformation;
import org.example.shop.runtime.ValueRequestBuilder;

/** An entity of type Shop.Catalog.Product. */
public final class ProductItemRequestBuilder extends RequestBuilder
    implements Gets<Product, ReadQueryParameters>,
        Patches<Product, Product, QueryParameters>,
        Deletes<QueryParameters> {
  ProductItemRequestBuilder(Place place) {
    super(place);
  }

  /** The same builder for a URL that the service gave, such as a next or a delta link. */
  public ProductItemRequestBuilder withUrl(String rawUrl) {
    return new ProductItemRequestBuilder(place.withUrl(rawUrl));
  }

  public ContentRequestBuilder picture() {
    return new ContentRequestBuilder(place.child("/Picture"));
  }

  public ValueRequestBuilder<Size> size() {
    return new ValueRequestBuilder<>(place.child("/Size"), Size.TYPE);
  }

  public SizeListValueRequestBuilder sizes() {
    return new SizeListValueRequestBuilder(place.child("/Sizes"));
  }

  @Override
  public RequestInformation<Product> toGetRequestInformation(
      @Nullable Configure<ReadQueryParameters> configure) {
    return place.request(
        HttpMethod.GET, Answer.object(Product.TYPE), new ReadQueryParameters(), configure);
  }

  @Override
  public RequestInformation<Product> toPatchRequestInformation(
      Product body, @Nullable Configure<QueryParameters> configure) {
    return place.request(
        HttpMethod.PATCH,
        Body.update(body, Product.TYPE),
        Answer.object(Product.TYPE),
        new QueryParameters(),
        configure);
  }

  @Override
  public RequestInformation<Void> toDeleteRequestInformation(
      @Nullable Configure<QueryParameters> configure) {
    return place.request(HttpMethod.DELETE, Answer.nothing(), new QueryParameters(), configure);
  }
}
