<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/**
 * A decimal number of any size, exact; compared as a number, shown with the digits that it was made from.
 *
 * `INF`, `-INF` and `NaN` are numbers here, as OData has them.
 */
final class Decimal implements \JsonSerializable, \Stringable
{
    private const LITERAL = '/\A([+-]?)([0-9]*)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]{1,17}))?\z/';
    private const SPECIAL = ['INF' => 1, '-INF' => -1, 'NaN' => 0];

    /**
     * @param string $text as it was given
     * @param int $sign -1, 0 or 1
     * @param string $digits without zeros at either end; empty for zero and for what is not finite
     * @param int $exponent the power of ten of the last digit
     */
    private function __construct(
        private readonly string $text,
        public readonly int $sign,
        public readonly string $digits,
        public readonly int $exponent,
        public readonly bool $isFinite = true,
    ) {
    }

    /** @throws NotOfType for text that is no decimal literal */
    public static function of(string|int $value): self
    {
        $text = (string) $value;
        if (isset(self::SPECIAL[$text])) {
            return new self($text, self::SPECIAL[$text], '', 0, false);
        }
        $match = [];
        if (preg_match(self::LITERAL, $text, $match) !== 1 || ($match[2] ?? '') . ($match[3] ?? '') === '') {
            throw new NotOfType('a decimal number');
        }
        $fraction = $match[3] ?? '';
        $digits = ltrim($match[2] . $fraction, '0');
        $kept = rtrim($digits, '0');
        if ($kept === '') {
            return new self($text, 0, '', 0);
        }
        $exponent = (int) ($match[4] ?? 0) - strlen($fraction) + strlen($digits) - strlen($kept);
        return new self($text, $match[1] === '-' ? -1 : 1, $kept, $exponent);
    }

    public static function ofFloat(float $value): self
    {
        if (is_nan($value)) {
            return self::of('NaN');
        }
        return is_finite($value) ? self::of(Json::encode($value)) : self::of($value > 0 ? 'INF' : '-INF');
    }

    public function isNaN(): bool
    {
        return $this->text === 'NaN';
    }

    public function equals(self $other): bool
    {
        return $this->compare($other) === 0;
    }

    /** -1, 0 or 1 as this number is below, equal to or above `other`; NaN equals nothing but NaN. */
    public function compare(self $other): int
    {
        if ($this->isNaN() || $other->isNaN()) {
            return $this->isNaN() <=> $other->isNaN();
        }
        if ($this->sign !== $other->sign) {
            return $this->sign <=> $other->sign;
        }
        if (!$this->isFinite || !$other->isFinite) {
            $farther = $other->isFinite <=> $this->isFinite;
            return $farther * $this->sign;
        }
        $mine = strlen($this->digits) + $this->exponent;
        $theirs = strlen($other->digits) + $other->exponent;
        if ($mine !== $theirs) {
            return ($mine <=> $theirs) * $this->sign;
        }
        $length = max(strlen($this->digits), strlen($other->digits));
        $order = strcmp(str_pad($this->digits, $length, '0'), str_pad($other->digits, $length, '0'));
        return ($order <=> 0) * $this->sign;
    }

    public function isWhole(): bool
    {
        return $this->isFinite && ($this->digits === '' || $this->exponent >= 0);
    }

    public function abs(): self
    {
        return new self(ltrim($this->text, '+-'), abs($this->sign), $this->digits, $this->exponent, $this->isFinite);
    }

    /** The power of ten of the first digit. */
    public function adjusted(): int
    {
        return strlen($this->digits) + $this->exponent - 1;
    }

    /** Whether `step` goes into this number without rest. What is too far apart to be written out counts as true. */
    public function isMultipleOf(self $step): bool
    {
        if (!$this->isFinite || !$step->isFinite || $step->sign <= 0 || $this->digits === '') {
            return true;
        }
        $low = min($this->exponent, $step->exponent);
        if (max($this->adjusted(), $step->adjusted()) - $low > 1000) {
            return true;
        }
        $divisor = $step->digits . str_repeat('0', $step->exponent - $low);
        $rest = '';
        foreach (str_split($this->digits . str_repeat('0', $this->exponent - $low)) as $digit) {
            $rest = ltrim($rest . $digit, '0');
            while (self::isAtLeast($rest, $divisor)) {
                $rest = self::minus($rest, $divisor);
            }
        }
        return $rest === '';
    }

    private static function isAtLeast(string $digits, string $other): bool
    {
        $longer = strlen($digits) <=> strlen($other);
        return $longer > 0 || ($longer === 0 && strcmp($digits, $other) >= 0);
    }

    /** The difference of two whole numbers by their digits, the first not the smaller one; '' for zero. */
    private static function minus(string $from, string $what): string
    {
        $what = str_pad($what, strlen($from), '0', STR_PAD_LEFT);
        $made = '';
        $borrow = 0;
        for ($at = strlen($from) - 1; $at >= 0; $at--) {
            $digit = (int) $from[$at] - (int) $what[$at] - $borrow;
            $borrow = $digit < 0 ? 1 : 0;
            $made = ($digit + 10 * $borrow) . $made;
        }
        return ltrim($made, '0');
    }

    public function toFloat(): float
    {
        if ($this->isFinite) {
            return (float) $this->text;
        }
        return $this->isNaN() ? NAN : $this->sign * INF;
    }

    public function __toString(): string
    {
        return $this->text;
    }

    /** For `json_encode`, which cannot keep the digits of a number; `Model::toJson` does. */
    public function jsonSerialize(): float|string
    {
        return $this->isFinite ? $this->toFloat() : $this->text;
    }
}
