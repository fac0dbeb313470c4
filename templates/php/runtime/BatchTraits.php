<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/** What one service wants of a batch, beyond the protocol. */
final class BatchTraits
{
    /** The most that Microsoft Graph takes. */
    public const GRAPH_LIMIT = 20;

    /**
     * @param int|null $limit how many requests one batch takes; longer ones are sent as several
     * @param bool $hasLeadingSlash whether URLs start with a slash, although they are relative to the service root
     * @throws ConfigurationError for a limit below 1
     */
    public function __construct(
        public readonly BatchFormat $format = BatchFormat::Json,
        public readonly ?int $limit = null,
        public readonly bool $hasLeadingSlash = false,
    ) {
        if ($limit !== null && $limit < 1) {
            throw new ConfigurationError('the limit of a batch is a whole number above 0');
        }
    }

    public static function graph(): self
    {
        return new self(BatchFormat::Json, self::GRAPH_LIMIT, true);
    }
}
