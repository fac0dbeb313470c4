package org.example.shop.requests;

import java.util.List;
import org.example.shop.models.Size;
import org.example.shop.models.SizeCollectionResponse;
import org.example.shop.runtime.Answer;
import org.example.shop.runtime.Body;
import org.example.shop.runtime.Configure;
import org.example.shop.runtime.HttpMethod;
import org.example.shop.runtime.ListQueryParameters;
import org.example.shop.runtime.Lists;
import org.example.shop.runtime.Nullable;
import org.example.shop.runtime.Place;
import org.example.shop.runtime.Puts;
import org.example.shop.runtime.QueryParameters;
import org.example.shop.runtime.RequestBuilder;
import org.example.shop.runtime.RequestInformation;

/** A complex of type Shop.Catalog.Size. */
public final class SizeListValueRequestBuilder extends RequestBuilder
    implements Lists<SizeCollectionResponse, Size, ListQueryParameters>,
        Puts<List<Size>, SizeCollectionResponse, QueryParameters> {
  SizeListValueRequestBuilder(Place place) {
    super(place);
  }

  /** The same builder for a URL that the service gave, such as a next or a delta link. */
  public SizeListValueRequestBuilder withUrl(String rawUrl) {
    return new SizeListValueRequestBuilder(place.withUrl(rawUrl));
  }

  public CountRequestBuilder count() {
    return new CountRequestBuilder(place.child("/$count"));
  }

  @Override
  public RequestInformation<SizeCollectionResponse> toGetRequestInformation(
      @Nullable Configure<ListQueryParameters> configure) {
    return place.request(
        HttpMethod.GET,
        Answer.object(SizeCollectionResponse.TYPE),
        new ListQueryParameters(),
        configure);
  }

  @Override
  public RequestInformation<SizeCollectionResponse> toPutRequestInformation(
      List<Size> body, @Nullable Configure<QueryParameters> configure) {
    return place.request(
        HttpMethod.PUT,
        Body.collection(body, Size.TYPE),
        Answer.object(SizeCollectionResponse.TYPE),
        new QueryParameters(),
        configure);
  }
}
