<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use GuzzleHttp\Psr7\StreamDecoratorTrait;
use GuzzleHttp\Psr7\Utils;
use Psr\Http\Message\StreamInterface;

/** A file of a form, with the name and the media type that it is sent with. */
final class Upload implements StreamInterface
{
    use StreamDecoratorTrait;

    private StreamInterface $stream;

    public function __construct(
        StreamInterface|string $content,
        public readonly ?string $name = null,
        public readonly ?string $mediaType = null,
    ) {
        $this->stream = Utils::streamFor($content);
    }
}
