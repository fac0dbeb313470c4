package com.microsoft.graph.runtime;

import java.util.function.Consumer;

/** A part of a query: a property, a condition, an order, or what is expanded. */
public abstract class QueryTerm {
  QueryTerm() {}

  /**
   * The text in an option.
   *
   * @throws IllegalArgumentException for what cannot stand there
   */
  abstract String text(QueryOption option);

  /** Tells the paths of all properties that it is made of. */
  abstract void tellPaths(Consumer<String> found);

  static IllegalArgumentException misplaced(String what, QueryOption option) {
    return new IllegalArgumentException(what + " cannot stand in " + option.shown);
  }

  /**
   * Where a path of a query leads: how it is written here, and its names from the items that are
   * asked for.
   */
  public static final class PathTo {
    /** The items themselves. */
    static final PathTo ITEMS = new PathTo("", "");

    final String text;

    /** Without variables and types, as annotations of the service have it. */
    final String names;

    private PathTo(String text, String names) {
      this.text = text;
      this.names = names;
    }

    private static String joined(String path, String step) {
      return path.isEmpty() ? step : path + "/" + step;
    }

    /**
     * The path to a property of what is here; for generated code.
     *
     * @param name the name on the wire
     */
    public PathTo to(String name) {
      return new PathTo(joined(text, name), joined(names, name));
    }

    /** What is here, as a value of another type. */
    PathTo as(String type) {
      return new PathTo(joined(text, type), names);
    }

    /** One item of what is here, by a variable. */
    PathTo item(String variable) {
      return new PathTo(variable, names);
    }
  }
}
