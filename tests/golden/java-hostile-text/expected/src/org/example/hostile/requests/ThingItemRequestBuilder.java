package org.example.hostile.requests;

import org.example.hostile.models.Thing;
import org.example.hostile.runtime.Answer;
import org.example.hostile.runtime.Body;
import org.example.hostile.runtime.Configure;
import org.example.hostile.runtime.Deletes;
import org.example.hostile.runtime.Gets;
import org.example.hostile.runtime.HttpMethod;
import org.example.hostile.runtime.Nullable;
import org.example.hostile.runtime.Patches;
import org.example.hostile.runtime.Place;
import org.example.hostile.runtime.QueryParameters;
import org.example.hostile.runtime.ReadQueryParameters;
import org.example.hostile.runtime.RequestBuilder;
import org.example.hostile.runtime.RequestInformation;

/** # -&#42;- coding: utf-7 -&#42;- */
public final class ThingItemRequestBuilder extends RequestBuilder
    implements Gets<Thing, ReadQueryParameters>,
        Patches<Thing, Thing, QueryParameters>,
        Deletes<QueryParameters> {
  ThingItemRequestBuilder(Place place) {
    super(place);
  }

  /** The same builder for a URL that the service gave, such as a next or a delta link. */
  public ThingItemRequestBuilder withUrl(String rawUrl) {
    return new ThingItemRequestBuilder(place.withUrl(rawUrl));
  }

  @Override
  public RequestInformation<Thing> toGetRequestInformation(
      @Nullable Configure<ReadQueryParameters> configure) {
    return place.request(
        HttpMethod.GET, Answer.object(Thing.TYPE), new ReadQueryParameters(), configure);
  }

  @Override
  public RequestInformation<Thing> toPatchRequestInformation(
      Thing body, @Nullable Configure<QueryParameters> configure) {
    return place.request(
        HttpMethod.PATCH,
        Body.update(body, Thing.TYPE),
        Answer.object(Thing.TYPE),
        new QueryParameters(),
        configure);
  }

  @Override
  public RequestInformation<Void> toDeleteRequestInformation(
      @Nullable Configure<QueryParameters> configure) {
    return place.request(HttpMethod.DELETE, Answer.nothing(), new QueryParameters(), configure);
  }
}
