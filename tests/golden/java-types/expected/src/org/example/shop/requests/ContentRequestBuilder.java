package org.example.shop.requests;

import java.io.InputStream;
import org.example.shop.runtime.Answer;
import org.example.shop.runtime.Body;
import org.example.shop.runtime.Configure;
import org.example.shop.runtime.Deletes;
import org.example.shop.runtime.Gets;
import org.example.shop.runtime.HttpMethod;
import org.example.shop.runtime.Nullable;
import org.example.shop.runtime.Place;
import org.example.shop.runtime.Puts;
import org.example.shop.runtime.QueryParameters;
import org.example.shop.runtime.RequestBuilder;
import org.example.shop.runtime.RequestInformation;

/** A stream. */
public final class ContentRequestBuilder extends RequestBuilder
    implements Gets<InputStream, QueryParameters>,
        Puts<InputStream, InputStream, QueryParameters>,
        Deletes<QueryParameters> {
  ContentRequestBuilder(Place place) {
    super(place);
  }

  /** The same builder for a URL that the service gave, such as a next or a delta link. */
  public ContentRequestBuilder withUrl(String rawUrl) {
    return new ContentRequestBuilder(place.withUrl(rawUrl));
  }

  @Override
  public RequestInformation<InputStream> toGetRequestInformation(
      @Nullable Configure<QueryParameters> configure) {
    return place.request(HttpMethod.GET, Answer.content(), new QueryParameters(), configure);
  }

  @Override
  public RequestInformation<InputStream> toPutRequestInformation(
      InputStream body, @Nullable Configure<QueryParameters> configure) {
    return place.request(
        HttpMethod.PUT, Body.stream(body), Answer.content(), new QueryParameters(), configure);
  }

  @Override
  public RequestInformation<Void> toDeleteRequestInformation(
      @Nullable Configure<QueryParameters> configure) {
    return place.request(HttpMethod.DELETE, Answer.nothing(), new QueryParameters(), configure);
  }
}
