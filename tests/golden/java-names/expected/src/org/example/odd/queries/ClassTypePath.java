package org.example.odd.queries;

import org.example.odd.runtime.CollectionPath;
import org.example.odd.runtime.NumberExpression;
import org.example.odd.runtime.ObjectPath;
import org.example.odd.runtime.TextExpression;

/** Paths of queries. */
public class ClassTypePath extends ObjectPath {
  public ClassTypePath() {
    this(items());
  }

  public ClassTypePath(PathTo at) {
    super(at);
  }

  public TextExpression importProperty() {
    return text("import");
  }

  public TextExpression classProperty() {
    return text("__class__");
  }

  public CollectionPath<TextExpression> list() {
    return collection("list", TextExpression::new);
  }

  public TextExpression str() {
    return text("str");
  }

  public TextExpression validate() {
    return text("validate");
  }

  public TextExpression data() {
    return text("_data");
  }

  public NumberExpression größe() {
    return number("Größe");
  }

  public TextExpression httpServerId2() {
    return text("HTTPServerID2");
  }

  public TextExpression property() {
    return text("property");
  }

  public CollectionPath<ClassTypePath> get() {
    return collection("get", ClassTypePath::new);
  }

  public ClassTypePath async() {
    return new ClassTypePath(at.to("async"));
  }
}
