<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use Http\Promise\Promise;

/** The service root: what does not depend on the schema. */
abstract class ServiceBuilder extends RequestBuilder
{
    /** What sends the client's requests, for a PageIterator. */
    final public function getRequestAdapter(): Core
    {
        return $this->place->core;
    }

    /**
     * Sends a request that `toGetRequestInformation` or its like made, and gives its whole answer: status, header
     * fields and value. 304 is an answer like others.
     *
     * @return Promise<Response>
     */
    final public function send(Request $request): Promise
    {
        return $this->place->core->transport->respond($request);
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
        return $this->place->core->transport->poll($response, $seconds);
    }

    /**
     * Sends up to 20 requests in one.
     *
     * They are made by `$client->users()->toGetRequestInformation()`; the answers are read by request:
     * `$answers->of($request)`.
     *
     * @param array<Request> $requests
     * @param bool $inOrder each request waits for the one before it to succeed
     * @return Promise<BatchAnswers>
     * @throws \InvalidArgumentException for none, for more than 20, and for requests of another service
     */
    final public function batch(array $requests, bool $inOrder = false): Promise
    {
        $sent = array_values($requests);
        $core = $this->place->core;
        $content = Batch::content($core->root, $sent, $inOrder);
        $answer = Answer::of(static fn (Reply $reply): BatchAnswers => BatchAnswers::read($sent, $reply));
        $headers = ['accept' => 'application/json', 'content-type' => 'application/json'];
        return $this->place->send(new Request('POST', $core->root->url('/$batch'), $answer, $headers, $content));
    }
}
