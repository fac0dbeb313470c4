package org.example.zoo.requests;

import org.example.zoo.models.Animal;
import org.example.zoo.models.AnimalCollectionResponse;
import org.example.zoo.runtime.Answer;
import org.example.zoo.runtime.Body;
import org.example.zoo.runtime.Configure;
import org.example.zoo.runtime.HttpMethod;
import org.example.zoo.runtime.ListQueryParameters;
import org.example.zoo.runtime.Lists;
import org.example.zoo.runtime.Nullable;
import org.example.zoo.runtime.Place;
import org.example.zoo.runtime.Posts;
import org.example.zoo.runtime.QueryParameters;
import org.example.zoo.runtime.RequestBuilder;
import org.example.zoo.runtime.RequestInformation;
import org.example.zoo.runtime.UrlPart;

/** A collection of type Zoo.Animal. */
public final class AnimalCollectionRequestBuilder extends RequestBuilder
    implements Lists<AnimalCollectionResponse, Animal, ListQueryParameters>,
        Posts<Animal, Animal, QueryParameters> {
  AnimalCollectionRequestBuilder(Place place) {
    super(place);
  }

  /** The same builder for a URL that the service gave, such as a next or a delta link. */
  public AnimalCollectionRequestBuilder withUrl(String rawUrl) {
    return new AnimalCollectionRequestBuilder(place.withUrl(rawUrl));
  }

  public AnimalItemRequestBuilder byId(String id) {
    return new AnimalItemRequestBuilder(place.keyed(UrlPart.of("", id, "Edm.String")));
  }

  public CountRequestBuilder count() {
    return new CountRequestBuilder(place.child("/$count"));
  }

  public LionCastCollectionRequestBuilder asLion() {
    return new LionCastCollectionRequestBuilder(place.child("/Zoo.Lion"));
  }

  @Override
  public RequestInformation<AnimalCollectionResponse> toGetRequestInformation(
      @Nullable Configure<ListQueryParameters> configure) {
    return place.request(
        HttpMethod.GET,
        Answer.object(AnimalCollectionResponse.TYPE),
        new ListQueryParameters(),
        configure);
  }

  @Override
  public RequestInformation<Animal> toPostRequestInformation(
      Animal body, @Nullable Configure<QueryParameters> configure) {
    return place.request(
        HttpMethod.POST,
        Body.create(body, Animal.TYPE),
        Answer.object(Animal.TYPE),
        new QueryParameters(),
        configure);
  }
}
