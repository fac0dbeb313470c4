package org.example.odd.requests;

import org.example.odd.models.ClassCollectionResponse;
import org.example.odd.models.ClassEscaped;
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
public final class ClassReferencedCollectionRequestBuilder extends RequestBuilder
    implements Lists<ClassCollectionResponse, ClassEscaped, ListQueryParameters>,
        Posts<ClassEscaped, ClassEscaped, QueryParameters> {
  ClassReferencedCollectionRequestBuilder(Place place) {
    super(place);
  }

  /** The same builder for a URL that the service gave, such as a next or a delta link. */
  public ClassReferencedCollectionRequestBuilder withUrl(String rawUrl) {
    return new ClassReferencedCollectionRequestBuilder(place.withUrl(rawUrl));
  }

  public ClassReferencedItemRequestBuilder_2 byClassImport(String classImport) {
    return new ClassReferencedItemRequestBuilder_2(
        place.keyed(UrlPart.of("", classImport, "Edm.String")));
  }

  public ClassReferencedItemRequestBuilder_2 byClassImport1(String classImport) {
    return byClassImport(classImport);
  }

  public CountRequestBuilder count() {
    return new CountRequestBuilder(place.child("/$count"));
  }

  public ReferencesRequestBuilder ref() {
    return new ReferencesRequestBuilder(place.child("/$ref"));
  }

  @Override
  public RequestInformation<ClassCollectionResponse> toGetRequestInformation(
      @Nullable Configure<ListQueryParameters> configure) {
    return place.request(
        HttpMethod.GET,
        Answer.object(ClassCollectionResponse.TYPE),
        new ListQueryParameters(),
        configure);
  }

  @Override
  public RequestInformation<ClassEscaped> toPostRequestInformation(
      ClassEscaped body, @Nullable Configure<QueryParameters> configure) {
    return place.request(
        HttpMethod.POST,
        Body.create(body, ClassEscaped.TYPE),
        Answer.object(ClassEscaped.TYPE),
        new QueryParameters(),
        configure);
  }
}
