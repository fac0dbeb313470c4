<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/** The credential, its scopes and the token that it gave last, until shortly before that expires. */
final class TokenCache
{
    /** Seconds before its expiry at which a token is replaced. */
    private const EARLY = 300;

    private ?string $token = null;
    private float $goodUntil = 0.0;

    /** @param list<string> $scopes */
    public function __construct(private readonly Credential $credential, private readonly array $scopes)
    {
    }

    /** @throws AuthenticationFailed when the credential gives no token that can be sent */
    public function token(): string
    {
        if ($this->token !== null && time() < $this->goodUntil) {
            return $this->token;
        }
        try {
            $given = $this->credential->getToken($this->scopes);
        } catch (\Throwable $error) {
            $why = Mask::line(get_debug_type($error) . ': ' . $error->getMessage());
            throw new AuthenticationFailed("the credential failed: {$why}", 0, $error);
        }
        $text = $given->token();
        if (preg_match('/\A[\x21-\x7e]+\z/', $text) !== 1) {
            throw new AuthenticationFailed('the credential gave no token that can be sent');
        }
        $lasts = $given->expiresOn - time();
        // A token that lives shorter than the margin is still used for a part of its life.
        $this->goodUntil = time() + ($lasts > 2 * self::EARLY ? $lasts - self::EARLY : $lasts / 2);
        return $this->token = $text;
    }

    /** Drops the token, if it is still the one that is kept. */
    public function forget(#[\SensitiveParameter] string $token): void
    {
        if ($this->token === $token) {
            $this->token = null;
        }
    }

    /** @return array<string, mixed> */
    public function __debugInfo(): array
    {
        return ['credential' => get_debug_type($this->credential), 'scopes' => $this->scopes];
    }
}
