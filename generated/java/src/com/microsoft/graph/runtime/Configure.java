package com.microsoft.graph.runtime;

import java.util.function.Consumer;

/**
 * Adds query parameters and header fields to one request.
 *
 * @param <Q> the query parameters that the call takes
 */
@FunctionalInterface
public interface Configure<Q extends QueryParameters> extends Consumer<RequestConfiguration<Q>> {}
