<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/** What a kind of service wants of each request, and how it tells of errors. */
interface Protocol
{
    /**
     * The request with the header fields that all of them have, and with what proves who calls.
     *
     * @throws ClientException when that is not there, or must not go where the request goes
     */
    public function prepared(Request $request): Request;

    /** Whether a reply is what the call answers: no error, and no redirect that is to be followed. */
    public function isAnswer(Reply $reply, Request $request): bool;

    /** Whether, after status 401 for `prepared`, preparing the request again proves it better. */
    public function renews(Request $request, Request $prepared): bool;

    /** What is to be asked first, because a refusal wants the caller to know it; null for nothing. */
    public function remedy(Reply $reply, Request $request): ?Request;

    /** Whether the reply to that gave it: the refused request is worth one more try. */
    public function learns(Reply $reply): bool;

    /** What an error status means. */
    public function error(Reply $reply, Request $request): ClientException;
}
