package org.example.ops.requests;

import org.example.ops.runtime.Answer;
import org.example.ops.runtime.Configure;
import org.example.ops.runtime.Gets;
import org.example.ops.runtime.HttpMethod;
import org.example.ops.runtime.Nullable;
import org.example.ops.runtime.Place;
import org.example.ops.runtime.QueryParameters;
import org.example.ops.runtime.RequestBuilder;
import org.example.ops.runtime.RequestInformation;
import org.example.ops.version.VersionGetResponse;

/** A function. */
public final class VersionRequestBuilder extends RequestBuilder
    implements Gets<VersionGetResponse, QueryParameters> {
  VersionRequestBuilder(Place place) {
    super(place);
  }

  /** The same builder for a URL that the service gave, such as a next or a delta link. */
  public VersionRequestBuilder withUrl(String rawUrl) {
    return new VersionRequestBuilder(place.withUrl(rawUrl));
  }

  @Override
  public RequestInformation<VersionGetResponse> toGetRequestInformation(
      @Nullable Configure<QueryParameters> configure) {
    return place.request(
        HttpMethod.GET, Answer.object(VersionGetResponse.TYPE), new QueryParameters(), configure);
  }
}
