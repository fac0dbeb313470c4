package org.example.zoo.requests;

import org.example.zoo.models.Lion;
import org.example.zoo.runtime.Answer;
import org.example.zoo.runtime.Configure;
import org.example.zoo.runtime.Gets;
import org.example.zoo.runtime.HttpMethod;
import org.example.zoo.runtime.Nullable;
import org.example.zoo.runtime.Place;
import org.example.zoo.runtime.ReadQueryParameters;
import org.example.zoo.runtime.RequestBuilder;
import org.example.zoo.runtime.RequestInformation;

/** A cast entity of type Zoo.Lion. */
public final class LionCastRequestBuilder extends RequestBuilder
    implements Gets<Lion, ReadQueryParameters> {
  LionCastRequestBuilder(Place place) {
    super(place);
  }

  /** The same builder for a URL that the service gave, such as a next or a delta link. */
  public LionCastRequestBuilder withUrl(String rawUrl) {
    return new LionCastRequestBuilder(place.withUrl(rawUrl));
  }

  public AnimalReferencedItemRequestBuilder parent() {
    return new AnimalReferencedItemRequestBuilder(place.child("/parent"));
  }

  public AnimalReferencedCollectionRequestBuilder children() {
    return new AnimalReferencedCollectionRequestBuilder(place.child("/children"));
  }

  public ContentRequestBuilder content() {
    return new ContentRequestBuilder(place.child("/$value"));
  }

  @Override
  public RequestInformation<Lion> toGetRequestInformation(
      @Nullable Configure<ReadQueryParameters> configure) {
    return place.request(
        HttpMethod.GET, Answer.object(Lion.TYPE), new ReadQueryParameters(), configure);
  }
}
