<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use Http\Promise\Promise;
use Psr\Http\Message\StreamInterface;

/** The service root: what does not depend on the description. */
abstract class ServiceBuilder extends RequestBuilder
{
    /**
     * Sends a request that `toGetRequestInformation` or its like made, and gives its whole answer: status, header
     * fields and value. 304 is an answer like others.
     *
     * @return Promise<Response>
     */
    final public function send(Request $request): Promise
    {
        return $this->place->core->transportOf($request)->respond($request);
    }

    /**
     * Sends a request and writes the bytes of its answer to `into` as they come, decompressed, without holding them.
     * However long that takes, it ends with TimedOut when nothing comes for the client's `idleTimeout`. An error's
     * answer is not written. `into` ends the transfer when it takes nothing.
     *
     * @return Promise<StreamInterface|null> `into`, at its start where it has one; null for no content, or none that
     *     is new
     */
    final public function download(Request $request, StreamInterface $into): Promise
    {
        return $this->place->core->transportOf($request)->download($request->into($into), $into);
    }

    /**
     * Waits for what a 202 has only accepted: asks at its Location, as often as the service wants, until there is
     * another answer. Any other response is given back.
     *
     * @param float $seconds how long that may take
     * @return Promise<Response>
     */
    final public function poll(Response $response, float $seconds = 600.0): Promise
    {
        return $this->place->core->transportOf($response->request)->poll($response, $seconds);
    }
}
