package org.example.odd.requests;

import org.example.odd.models.ClassEscaped;
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
public final class ClassReferencedItemRequestBuilder_2 extends RequestBuilder
    implements Gets<ClassEscaped, ReadQueryParameters>,
        Patches<ClassEscaped, ClassEscaped, QueryParameters>,
        Deletes<QueryParameters> {
  ClassReferencedItemRequestBuilder_2(Place place) {
    super(place);
  }

  /** The same builder for a URL that the service gave, such as a next or a delta link. */
  public ClassReferencedItemRequestBuilder_2 withUrl(String rawUrl) {
    return new ClassReferencedItemRequestBuilder_2(place.withUrl(rawUrl));
  }

  public ClassReferencedCollectionRequestBuilder getPath() {
    return new ClassReferencedCollectionRequestBuilder(place.child("/get"));
  }

  public ClassReferencedItemRequestBuilder async() {
    return new ClassReferencedItemRequestBuilder(place.child("/async"));
  }

  public ReferenceRequestBuilder_2 ref() {
    return new ReferenceRequestBuilder_2(place.child("/$ref"));
  }

  @Override
  public RequestInformation<ClassEscaped> toGetRequestInformation(
      @Nullable Configure<ReadQueryParameters> configure) {
    return place.request(
        HttpMethod.GET, Answer.object(ClassEscaped.TYPE), new ReadQueryParameters(), configure);
  }

  @Override
  public RequestInformation<ClassEscaped> toPatchRequestInformation(
      ClassEscaped body, @Nullable Configure<QueryParameters> configure) {
    return place.request(
        HttpMethod.PATCH,
        Body.update(body, ClassEscaped.TYPE),
        Answer.object(ClassEscaped.TYPE),
        new QueryParameters(),
        configure);
  }

  @Override
  public RequestInformation<Void> toDeleteRequestInformation(
      @Nullable Configure<QueryParameters> configure) {
    return place.request(HttpMethod.DELETE, Answer.nothing(), new QueryParameters(), configure);
  }
}
