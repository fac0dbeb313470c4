package org.example.zoo.requests;

import org.example.zoo.models.Lion;
import org.example.zoo.models.LionCollectionResponse;
import org.example.zoo.runtime.Answer;
import org.example.zoo.runtime.Configure;
import org.example.zoo.runtime.HttpMethod;
import org.example.zoo.runtime.ListQueryParameters;
import org.example.zoo.runtime.Lists;
import org.example.zoo.runtime.Nullable;
import org.example.zoo.runtime.Place;
import org.example.zoo.runtime.RequestBuilder;
import org.example.zoo.runtime.RequestInformation;
import org.example.zoo.runtime.UrlPart;

/** A cast collection of type Zoo.Lion. */
public final class LionCastCollectionRequestBuilder extends RequestBuilder
    implements Lists<LionCollectionResponse, Lion, ListQueryParameters> {
  LionCastCollectionRequestBuilder(Place place) {
    super(place);
  }

  /** The same builder for a URL that the service gave, such as a next or a delta link. */
  public LionCastCollectionRequestBuilder withUrl(String rawUrl) {
    return new LionCastCollectionRequestBuilder(place.withUrl(rawUrl));
  }

  public LionCastRequestBuilder byId(String id) {
    return new LionCastRequestBuilder(place.keyed(UrlPart.of("", id, "Edm.String")));
  }

  public CountRequestBuilder count() {
    return new CountRequestBuilder(place.child("/$count"));
  }

  @Override
  public RequestInformation<LionCollectionResponse> toGetRequestInformation(
      @Nullable Configure<ListQueryParameters> configure) {
    return place.request(
        HttpMethod.GET,
        Answer.object(LionCollectionResponse.TYPE),
        new ListQueryParameters(),
        configure);
  }
}
