<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

use GuzzleHttp\Psr7\AppendStream;
use GuzzleHttp\Psr7\Utils;
use Psr\Http\Message\StreamInterface;

/** A body of parts (RFC 7578). Files are read while they are sent. */
final class Multipart
{
    /** As browsers write what would end a name (HTML, section 4.10.21.8). */
    private const ESCAPES = ['"' => '%22', "\r" => '%0D', "\n" => '%0A'];

    public function __construct(public readonly string $boundary)
    {
    }

    /**
     * @param array<string, mixed> $body
     * @param array<mixed> $members what is held, by name
     */
    public function stream(array $body, array $members): StreamInterface
    {
        $made = new AppendStream();
        foreach ($members as $name => $held) {
            if ($held === null) {
                continue;
            }
            $part = Body::part($body, (string) $name);
            $isRepeated = ($part['repeats'] ?? false) && is_array($held);
            foreach ($isRepeated ? $held : [$held] as $item) {
                $this->add($made, (string) $name, $part, $item);
            }
        }
        $made->addStream(Utils::streamFor("--{$this->boundary}--\r\n"));
        return $made;
    }

    /** @param array<string, mixed> $part */
    private function add(AppendStream $made, string $name, array $part, mixed $held): void
    {
        $disposition = 'form-data; name="' . strtr($name, self::ESCAPES) . '"';
        $kind = $part['mediaType'] ?? null;
        $isFile = $part['form'] === 'bytes' || $held instanceof StreamInterface;
        if ($isFile) {
            $content = Body::bytes($held);
            $file = $held instanceof Upload ? $held->name : null;
            $disposition .= $file === null ? '' : '; filename="' . strtr($file, self::ESCAPES) . '"';
            $kind = ($held instanceof Upload ? $held->mediaType : null) ?? $kind ?? 'application/octet-stream';
        } else {
            $content = self::text($name, $part, Wire::plainValue($held));
        }
        $fields = ['content-disposition' => $disposition];
        if ($kind !== null) {
            $fields += Headers::checked(['content-type' => $kind]);
        }
        $head = "--{$this->boundary}\r\n";
        foreach ($fields as $field => $value) {
            $head .= ucwords($field, '-') . ": {$value}\r\n";
        }
        $made->addStream(Utils::streamFor("{$head}\r\n"));
        $made->addStream(Utils::streamFor($content));
        $made->addStream(Utils::streamFor("\r\n"));
    }

    /** @param array<string, mixed> $part */
    private static function text(string $name, array $part, mixed $value): string
    {
        if ($part['form'] === 'json') {
            return Json::encode($value);
        }
        if ($part['form'] === 'text') {
            return Style::text($value);
        }
        // What stands behind the name in a query, as it is.
        $pairs = Style::query([...$part, 'name' => $name, 'explode' => false], $value);
        return rawurldecode(substr($pairs[0], strlen(rawurlencode($name)) + 1));
    }
}
