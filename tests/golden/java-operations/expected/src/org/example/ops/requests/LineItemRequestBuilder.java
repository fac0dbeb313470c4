package org.example.ops.requests;

import org.example.ops.models.Line;
import org.example.ops.runtime.Answer;
import org.example.ops.runtime.Body;
import org.example.ops.runtime.Configure;
import org.example.ops.runtime.Deletes;
import org.example.ops.runtime.Gets;
import org.example.ops.runtime.HttpMethod;
import org.example.ops.runtime.Nullable;
import org.example.ops.runtime.Patches;
import org.example.ops.runtime.Place;
import org.example.ops.runtime.QueryParameters;
import org.example.ops.runtime.ReadQueryParameters;
import org.example.ops.runtime.RequestBuilder;
import org.example.ops.runtime.RequestInformation;

/** An entity of type Ops.Line. */
public final class LineItemRequestBuilder extends RequestBuilder
    implements Gets<Line, ReadQueryParameters>,
        Patches<Line, Line, QueryParameters>,
        Deletes<QueryParameters> {
  LineItemRequestBuilder(Place place) {
    super(place);
  }

  /** The same builder for a URL that the service gave, such as a next or a delta link. */
  public LineItemRequestBuilder withUrl(String rawUrl) {
    return new LineItemRequestBuilder(place.withUrl(rawUrl));
  }

  @Override
  public RequestInformation<Line> toGetRequestInformation(
      @Nullable Configure<ReadQueryParameters> configure) {
    return place.request(
        HttpMethod.GET, Answer.object(Line.TYPE), new ReadQueryParameters(), configure);
  }

  @Override
  public RequestInformation<Line> toPatchRequestInformation(
      Line body, @Nullable Configure<QueryParameters> configure) {
    return place.request(
        HttpMethod.PATCH,
        Body.update(body, Line.TYPE),
        Answer.object(Line.TYPE),
        new QueryParameters(),
        configure);
  }

  @Override
  public RequestInformation<Void> toDeleteRequestInformation(
      @Nullable Configure<QueryParameters> configure) {
    return place.request(HttpMethod.DELETE, Answer.nothing(), new QueryParameters(), configure);
  }
}
