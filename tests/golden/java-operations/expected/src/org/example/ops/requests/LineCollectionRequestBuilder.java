package org.example.ops.requests;

import org.example.ops.models.Line;
import org.example.ops.models.LineCollectionResponse;
import org.example.ops.runtime.Answer;
import org.example.ops.runtime.Body;
import org.example.ops.runtime.Configure;
import org.example.ops.runtime.HttpMethod;
import org.example.ops.runtime.ListQueryParameters;
import org.example.ops.runtime.Lists;
import org.example.ops.runtime.Nullable;
import org.example.ops.runtime.Place;
import org.example.ops.runtime.Posts;
import org.example.ops.runtime.QueryParameters;
import org.example.ops.runtime.RequestBuilder;
import org.example.ops.runtime.RequestInformation;
import org.example.ops.runtime.UrlPart;

/** A collection of type Ops.Line. */
public final class LineCollectionRequestBuilder extends RequestBuilder
    implements Lists<LineCollectionResponse, Line, ListQueryParameters>,
        Posts<Line, Line, QueryParameters> {
  LineCollectionRequestBuilder(Place place) {
    super(place);
  }

  /** The same builder for a URL that the service gave, such as a next or a delta link. */
  public LineCollectionRequestBuilder withUrl(String rawUrl) {
    return new LineCollectionRequestBuilder(place.withUrl(rawUrl));
  }

  public LineItemRequestBuilder byOrderNumber(Integer order, Integer number) {
    return new LineItemRequestBuilder(
        place.keyed(
            UrlPart.of("order", order, "Edm.Int32"), UrlPart.of("number", number, "Edm.Int32")));
  }

  public CountRequestBuilder count() {
    return new CountRequestBuilder(place.child("/$count"));
  }

  @Override
  public RequestInformation<LineCollectionResponse> toGetRequestInformation(
      @Nullable Configure<ListQueryParameters> configure) {
    return place.request(
        HttpMethod.GET,
        Answer.object(LineCollectionResponse.TYPE),
        new ListQueryParameters(),
        configure);
  }

  @Override
  public RequestInformation<Line> toPostRequestInformation(
      Line body, @Nullable Configure<QueryParameters> configure) {
    return place.request(
        HttpMethod.POST,
        Body.create(body, Line.TYPE),
        Answer.object(Line.TYPE),
        new QueryParameters(),
        configure);
  }
}
