package org.example.hostile.requests;

import org.example.hostile.models.Thing;
import org.example.hostile.models.ThingCollectionResponse;
import org.example.hostile.runtime.Answer;
import org.example.hostile.runtime.Body;
import org.example.hostile.runtime.Configure;
import org.example.hostile.runtime.HttpMethod;
import org.example.hostile.runtime.ListQueryParameters;
import org.example.hostile.runtime.Lists;
import org.example.hostile.runtime.Nullable;
import org.example.hostile.runtime.Place;
import org.example.hostile.runtime.Posts;
import org.example.hostile.runtime.QueryParameters;
import org.example.hostile.runtime.RequestBuilder;
import org.example.hostile.runtime.RequestInformation;
import org.example.hostile.runtime.UrlPart;

/** # -&#42;- coding: utf-7 -&#42;- */
public final class ThingCollectionRequestBuilder extends RequestBuilder
    implements Lists<ThingCollectionResponse, Thing, ListQueryParameters>,
        Posts<Thing, Thing, QueryParameters> {
  ThingCollectionRequestBuilder(Place place) {
    super(place);
  }

  /** The same builder for a URL that the service gave, such as a next or a delta link. */
  public ThingCollectionRequestBuilder withUrl(String rawUrl) {
    return new ThingCollectionRequestBuilder(place.withUrl(rawUrl));
  }

  public ThingItemRequestBuilder byId(String id) {
    return new ThingItemRequestBuilder(place.keyed(UrlPart.of("", id, "Edm.String")));
  }

  public CountRequestBuilder count() {
    return new CountRequestBuilder(place.child("/$count"));
  }

  @Override
  public RequestInformation<ThingCollectionResponse> toGetRequestInformation(
      @Nullable Configure<ListQueryParameters> configure) {
    return place.request(
        HttpMethod.GET,
        Answer.object(ThingCollectionResponse.TYPE),
        new ListQueryParameters(),
        configure);
  }

  @Override
  public RequestInformation<Thing> toPostRequestInformation(
      Thing body, @Nullable Configure<QueryParameters> configure) {
    return place.request(
        HttpMethod.POST,
        Body.create(body, Thing.TYPE),
        Answer.object(Thing.TYPE),
        new QueryParameters(),
        configure);
  }
}
