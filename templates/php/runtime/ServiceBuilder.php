<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use Http\Promise\Promise;
use Psr\Http\Message\StreamInterface;

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
     * Sends a request and writes the bytes of its answer to `into` as they come, decompressed, without holding them.
     * However long that takes, it ends with TimedOut when nothing comes for the client's `idleTimeout`. An error's
     * answer is not written. `into` ends the transfer when it takes nothing.
     *
     * @return Promise<StreamInterface|null> `into`, at its start where it has one; null for no content, or none that
     *     is new
     */
    final public function download(Request $request, StreamInterface $into): Promise
    {
        return $this->place->core->transport->download($request->into($into), $into);
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
     * Sends any number of requests in one, or in as many as the service wants.
     *
     * They are made by `$client->users()->toGetRequestInformation()`; the answers are read by request:
     * `$answers->of($request)`. An array among them is a change set: the service does all of it or nothing.
     *
     * @param array<Request|array<Request>> $requests
     * @param bool $inOrder each request waits for the one before it to succeed
     * @param array<array<Request>> $dependsOn lists of which the first request waits for the others to succeed
     * @return Promise<BatchAnswers>
     * @throws \InvalidArgumentException for none, for more that depend on each other than the service takes in one,
     *     and for requests of another service
     * @throws UnsafeUrl for a token over plain http
     */
    final public function batch(array $requests, bool $inOrder = false, array $dependsOn = []): Promise
    {
        $core = $this->place->core;
        $plan = BatchPlan::of($requests, $inOrder, $dependsOn, $core->batches);
        foreach ($plan->requests as $request) {
            $core->root->checkToken($request->headers);
        }
        $sent = array_map(static fn (array $units): Request => self::together($core, $units, $inOrder), $plan->parts);
        return $core->transport->sendInTurn($sent)->then(
            static fn (array $replies): BatchAnswers => new BatchAnswers($plan->requests, array_replace(...$replies))
        );
    }

    /** @param array<int, BatchUnit> $units */
    private static function together(Core $core, array $units, bool $inOrder): Request
    {
        $traits = $core->batches;
        $headers = ['accept' => 'application/json', 'content-type' => 'application/json'];
        if ($traits->format === BatchFormat::Json) {
            $content = Batch::content($core->root, $units, $traits);
            $answer = Answer::of(static fn (Reply $reply): array => Batch::replies($units, $reply));
        } else {
            $boundary = 'batch_' . bin2hex(random_bytes(16));
            $headers = ['accept' => 'multipart/mixed', 'content-type' => "multipart/mixed; boundary={$boundary}"];
            $content = MultipartBatch::content($core->root, $units, $traits, $boundary);
            $answer = Answer::of(static fn (Reply $reply): array => MultipartBatch::replies($units, $reply));
        }
        if (!$inOrder) {
            $headers['prefer'] = 'odata.continue-on-error';
        }
        return new Request('POST', $core->root->addressed('/$batch'), $answer, $headers, $content);
    }
}
