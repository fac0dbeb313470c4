package org.example.odd.requests;

import org.example.odd.models.ClassType;
import org.example.odd.runtime.Answer;
import org.example.odd.runtime.Body;
import org.example.odd.runtime.Configure;
import org.example.odd.runtime.Deletes;
import org.example.odd.runtime.Gets;
import org.example.odd.runtime.HttpMethod;
import org.example.odd.runtime.Nullable;
import org.example.odd.runtime.Patches;
import org.example.odd.runtime.Place;
import org.example.odd.runtime.QueryParameters;
import org.example.odd.runtime.ReadQueryParameters;
import org.example.odd.runtime.RequestBuilder;
import org.example.odd.runtime.RequestInformation;

/** A referenced entity of type Odd.Names.class. */
public final class ClassTypeReferencedItemRequestBuilder_2 extends RequestBuilder
    implements Gets<ClassType, ReadQueryParameters>,
        Patches<ClassType, ClassType, QueryParameters>,
        Deletes<QueryParameters> {
  ClassTypeReferencedItemRequestBuilder_2(Place place) {
    super(place);
  }

  /** The same builder for a URL that the service gave, such as a next or a delta link. */
  public ClassTypeReferencedItemRequestBuilder_2 withUrl(String rawUrl) {
    return new ClassTypeReferencedItemRequestBuilder_2(place.withUrl(rawUrl));
  }

  public ClassTypeReferencedCollectionRequestBuilder getPath() {
    return new ClassTypeReferencedCollectionRequestBuilder(place.child("/get"));
  }

  public ClassTypeReferencedItemRequestBuilder async() {
    return new ClassTypeReferencedItemRequestBuilder(place.child("/async"));
  }

  public ReferenceRequestBuilder_2 ref() {
    return new ReferenceRequestBuilder_2(place.child("/$ref"));
  }

  @Override
  public RequestInformation<ClassType> toGetRequestInformation(
      @Nullable Configure<ReadQueryParameters> configure) {
    return place.request(
        HttpMethod.GET, Answer.object(ClassType.TYPE), new ReadQueryParameters(), configure);
  }

  @Override
  public RequestInformation<ClassType> toPatchRequestInformation(
      ClassType body, @Nullable Configure<QueryParameters> configure) {
    return place.request(
        HttpMethod.PATCH,
        Body.update(body, ClassType.TYPE),
        Answer.object(ClassType.TYPE),
        new QueryParameters(),
        configure);
  }

  @Override
  public RequestInformation<Void> toDeleteRequestInformation(
      @Nullable Configure<QueryParameters> configure) {
    return place.request(HttpMethod.DELETE, Answer.nothing(), new QueryParameters(), configure);
  }
}
