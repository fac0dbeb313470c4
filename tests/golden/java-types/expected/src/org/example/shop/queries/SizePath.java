package org.example.shop.queries;

import org.example.shop.runtime.NumberExpression;
import org.example.shop.runtime.ObjectPath;

/** Paths of queries. */
public class SizePath extends ObjectPath {
  public SizePath() {
    this(items());
  }

  public SizePath(PathTo at) {
    super(at);
  }

  public NumberExpression width() {
    return number("Width");
  }

  public NumberExpression height() {
    return number("Height");
  }
}
