package org.example.zoo.requests;

import org.example.zoo.models.Animal;
import org.example.zoo.runtime.Answer;
import org.example.zoo.runtime.Body;
import org.example.zoo.runtime.Configure;
import org.example.zoo.runtime.Gets;
import org.example.zoo.runtime.HttpMethod;
import org.example.zoo.runtime.Nullable;
import org.example.zoo.runtime.Patches;
import org.example.zoo.runtime.Place;
import org.example.zoo.runtime.QueryParameters;
import org.example.zoo.runtime.ReadQueryParameters;
import org.example.zoo.runtime.RequestBuilder;
import org.example.zoo.runtime.RequestInformation;

/** A referenced entity of type Zoo.Animal. */
public final class AnimalReferencedItemRequestBuilder extends RequestBuilder
    implements Gets<Animal, ReadQueryParameters>, Patches<Animal, Animal, QueryParameters> {
  AnimalReferencedItemRequestBuilder(Place place) {
    super(place);
  }

  /** The same builder for a URL that the service gave, such as a next or a delta link. */
  public AnimalReferencedItemRequestBuilder withUrl(String rawUrl) {
    return new AnimalReferencedItemRequestBuilder(place.withUrl(rawUrl));
  }

  public AnimalReferencedItemRequestBuilder parent() {
    return new AnimalReferencedItemRequestBuilder(place.child("/parent"));
  }

  public AnimalReferencedCollectionRequestBuilder children() {
    return new AnimalReferencedCollectionRequestBuilder(place.child("/children"));
  }

  public LionCastRequestBuilder asLion() {
    return new LionCastRequestBuilder(place.child("/Zoo.Lion"));
  }

  public ReferenceRequestBuilder ref() {
    return new ReferenceRequestBuilder(place.child("/$ref"));
  }

  @Override
  public RequestInformation<Animal> toGetRequestInformation(
      @Nullable Configure<ReadQueryParameters> configure) {
    return place.request(
        HttpMethod.GET, Answer.object(Animal.TYPE), new ReadQueryParameters(), configure);
  }

  @Override
  public RequestInformation<Animal> toPatchRequestInformation(
      Animal body, @Nullable Configure<QueryParameters> configure) {
    return place.request(
        HttpMethod.PATCH,
        Body.update(body, Animal.TYPE),
        Answer.object(Animal.TYPE),
        new QueryParameters(),
        configure);
  }
}
