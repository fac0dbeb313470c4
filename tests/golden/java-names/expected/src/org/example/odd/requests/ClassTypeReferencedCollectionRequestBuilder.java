package org.example.odd.requests;

import org.example.odd.models.ClassType;
import org.example.odd.models.ClassTypeCollectionResponse;
import org.example.odd.runtime.Answer;
import org.example.odd.runtime.Body;
import org.example.odd.runtime.Configure;
import org.example.odd.runtime.HttpMethod;
import org.example.odd.runtime.ListQueryParameters;
import org.example.odd.runtime.Lists;
import org.example.odd.runtime.Nullable;
import org.example.odd.runtime.Place;
import org.example.odd.runtime.Posts;
import org.example.odd.runtime.QueryParameters;
import org.example.odd.runtime.RequestBuilder;
import org.example.odd.runtime.RequestInformation;
import org.example.odd.runtime.UrlPart;

/** A referenced collection of type Odd.Names.class. */
public final class ClassTypeReferencedCollectionRequestBuilder extends RequestBuilder
    implements Lists<ClassTypeCollectionResponse, ClassType, ListQueryParameters>,
        Posts<ClassType, ClassType, QueryParameters> {
  ClassTypeReferencedCollectionRequestBuilder(Place place) {
    super(place);
  }

  /** The same builder for a URL that the service gave, such as a next or a delta link. */
  public ClassTypeReferencedCollectionRequestBuilder withUrl(String rawUrl) {
    return new ClassTypeReferencedCollectionRequestBuilder(place.withUrl(rawUrl));
  }

  public ClassTypeReferencedItemRequestBuilder_2 byImport(String importValue) {
    return new ClassTypeReferencedItemRequestBuilder_2(
        place.keyed(UrlPart.of("", importValue, "Edm.String")));
  }

  public CountRequestBuilder count() {
    return new CountRequestBuilder(place.child("/$count"));
  }

  public ReferencesRequestBuilder ref() {
    return new ReferencesRequestBuilder(place.child("/$ref"));
  }

  @Override
  public RequestInformation<ClassTypeCollectionResponse> toGetRequestInformation(
      @Nullable Configure<ListQueryParameters> configure) {
    return place.request(
        HttpMethod.GET,
        Answer.object(ClassTypeCollectionResponse.TYPE),
        new ListQueryParameters(),
        configure);
  }

  @Override
  public RequestInformation<ClassType> toPostRequestInformation(
      ClassType body, @Nullable Configure<QueryParameters> configure) {
    return place.request(
        HttpMethod.POST,
        Body.create(body, ClassType.TYPE),
        Answer.object(ClassType.TYPE),
        new QueryParameters(),
        configure);
  }
}
