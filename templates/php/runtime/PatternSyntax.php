<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/** Reads ECMA 262 regular expressions (section 22.2.1, with annex B.1.2) into a tree. */
final class PatternSyntax
{
    private const MAX_NESTING = 50;
    private const MAX_REPEATS = 2000;
    private const CONTROLS = ['t' => "\t", 'n' => "\n", 'v' => "\v", 'f' => "\f", 'r' => "\r", '0' => "\0"];

    private int $at = 0;

    /** @param list<string> $characters */
    private function __construct(private readonly array $characters)
    {
    }

    /** @throws UnsupportedPattern where the pattern is not of the dialect handled here */
    public static function parse(string $pattern): PatternNode
    {
        $characters = preg_split('//u', $pattern, -1, PREG_SPLIT_NO_EMPTY);
        $parser = new self($characters === false ? throw new UnsupportedPattern('not UTF-8') : $characters);
        $node = $parser->alternation(0);
        if ($parser->at < count($parser->characters)) {
            throw new UnsupportedPattern('unbalanced parenthesis');
        }
        return $node;
    }

    private function peek(): string
    {
        return $this->characters[$this->at] ?? '';
    }

    private function take(): string
    {
        return $this->characters[$this->at++] ?? throw new UnsupportedPattern('unexpected end');
    }

    private function isNext(string $text, int $after = 0): bool
    {
        return implode('', array_slice($this->characters, $this->at + $after, strlen($text))) === $text;
    }

    private function skip(string $text): bool
    {
        $isFound = $this->isNext($text);
        $this->at += $isFound ? strlen($text) : 0;
        return $isFound;
    }

    private function alternation(int $nesting): PatternNode
    {
        if ($nesting > self::MAX_NESTING) {
            throw new UnsupportedPattern('nested too deeply');
        }
        $branches = [$this->sequence($nesting)];
        while ($this->skip('|')) {
            $branches[] = $this->sequence($nesting);
        }
        return count($branches) === 1 ? $branches[0] : new PatternNode(PatternKind::Alternation, $branches);
    }

    private function sequence(int $nesting): PatternNode
    {
        $items = [];
        while (!in_array($this->peek(), ['', '|', ')'], true)) {
            $items[] = $this->quantified($this->term($nesting));
        }
        return new PatternNode(PatternKind::Sequence, $items);
    }

    private function term(int $nesting): PatternNode
    {
        $character = $this->take();
        switch ($character) {
            case '^':
                return new PatternNode(PatternKind::Start);
            case '$':
                return new PatternNode(PatternKind::End);
            case '(':
                return $this->group($nesting);
            case '[':
                return PatternNode::anyOf($this->characterClass());
            case '.':
                return PatternNode::anyOf(PatternCharacters::isNoLineEnd(...));
            case '\\':
                if ($this->skip('b')) {
                    return new PatternNode(PatternKind::Boundary);
                }
                return $this->skip('B')
                    ? new PatternNode(PatternKind::NoBoundary)
                    : PatternNode::anyOf($this->escape(false));
            case '*':
            case '+':
            case '?':
                throw new UnsupportedPattern('nothing to repeat');
        }
        return PatternNode::character($character);
    }

    private function group(int $nesting): PatternNode
    {
        $look = null;
        if ($this->skip('?=')) {
            $look = PatternKind::LookAhead;
        } elseif ($this->skip('?!')) {
            $look = PatternKind::NegativeLookAhead;
        } elseif ($this->skip('?<')) {
            if ($this->peek() === '=' || $this->peek() === '!') {
                throw new UnsupportedPattern('look-behind');
            }
            do {
                $character = $this->take();
            } while ($character !== '>');
        } elseif (!$this->skip('?:') && $this->peek() === '?') {
            throw new UnsupportedPattern('unknown group');
        }
        $inner = $this->alternation($nesting + 1);
        if (!$this->skip(')')) {
            throw new UnsupportedPattern('unbalanced parenthesis');
        }
        return $look === null ? $inner : new PatternNode($look, [$inner]);
    }

    private function quantified(PatternNode $node): PatternNode
    {
        $bounds = $this->repeats();
        if ($bounds === null) {
            return $node;
        }
        [$least, $most] = $bounds;
        if ($node->isAssertion()) {
            throw new UnsupportedPattern('nothing to repeat');
        }
        if ($least > self::MAX_REPEATS || ($most !== null && ($most < $least || $most > self::MAX_REPEATS))) {
            throw new UnsupportedPattern('too many repeats');
        }
        $this->skip('?');
        if (in_array($this->peek(), ['*', '+', '?'], true)) {
            throw new UnsupportedPattern('nothing to repeat');
        }
        return new PatternNode(PatternKind::Repeat, [$node], null, $least, $most);
    }

    /** @return array{int, int|null}|null from `*`, `+`, `?`, `{2}`, `{2,}` or `{2,5}`, which is taken */
    private function repeats(): ?array
    {
        if ($this->skip('*')) {
            return [0, null];
        }
        if ($this->skip('+')) {
            return [1, null];
        }
        if ($this->skip('?')) {
            return [0, 1];
        }
        $match = [];
        $rest = implode('', array_slice($this->characters, $this->at, 40));
        if (preg_match('/\A\{([0-9]+)(,([0-9]*))?\}/', $rest, $match) !== 1) {
            return null;
        }
        $this->at += strlen($match[0]);
        if (strlen($match[1]) > 6 || strlen($match[3] ?? '') > 6) {
            throw new UnsupportedPattern('too many repeats');
        }
        $least = (int) $match[1];
        $most = $match[3] ?? '';
        return [$least, isset($match[2]) ? ($most === '' ? null : (int) $most) : $least];
    }

    /**
     * What a backslash, already taken, and what follows it accept.
     *
     * @return \Closure(string): bool
     */
    private function escape(bool $inClass): \Closure
    {
        $character = $this->peek();
        $class = PatternCharacters::class($character);
        if ($class !== null) {
            $this->at++;
            return $class;
        }
        if (($character === 'p' || $character === 'P') && $this->isNext('{', 1)) {
            $this->at++;
            $category = $this->category();
            return $character === 'P' ? PatternCharacters::negation($category) : $category;
        }
        $wanted = $this->escapedCharacter($inClass);
        return static fn (string $found): bool => $found === $wanted;
    }

    private function escapedCharacter(bool $inClass): string
    {
        $character = $this->take();
        if ($character === 'b' && $inClass) {
            return "\x08";
        }
        if ($character === '0' && PatternCharacters::isDecimal($this->peek())) {
            throw new UnsupportedPattern('octal escape');
        }
        if (isset(self::CONTROLS[$character])) {
            return self::CONTROLS[$character];
        }
        if (PatternCharacters::isDecimal($character) || $character === 'k') {
            throw new UnsupportedPattern('back reference');
        }
        switch ($character) {
            case 'c':
                $letter = $this->take();
                if (preg_match('/\A[A-Za-z]\z/', $letter) !== 1) {
                    throw new UnsupportedPattern('malformed escape');
                }
                return chr(ord($letter) % 32);
            case 'x':
                return PatternCharacters::ofCodePoint($this->digits(2));
            case 'u':
                return $this->unicodeEscape();
        }
        return $character;
    }

    private function unicodeEscape(): string
    {
        if ($this->skip('{')) {
            $digits = '';
            while (($character = $this->take()) !== '}') {
                $digits .= $character;
            }
            return PatternCharacters::ofCodePoint($digits);
        }
        $first = $this->digits(4);
        $character = PatternCharacters::ofCodePoint($first);
        $high = (int) hexdec($first);
        if ($high >= 0xD800 && $high <= 0xDBFF && $this->skip('\\u')) {
            $second = $this->digits(4);
            PatternCharacters::ofCodePoint($second);
            $low = (int) hexdec($second);
            if ($low < 0xDC00 || $low > 0xDFFF) {
                throw new UnsupportedPattern('unpaired surrogate');
            }
            return PatternCharacters::ofCodePoint(dechex(0x10000 + (($high - 0xD800) << 10) + $low - 0xDC00));
        }
        return $character;
    }

    private function digits(int $length): string
    {
        $digits = implode('', array_slice($this->characters, $this->at, $length));
        $this->at += $length;
        return strlen($digits) < $length ? throw new UnsupportedPattern('malformed escape') : $digits;
    }

    /** @return \Closure(string): bool */
    private function category(): \Closure
    {
        $match = [];
        $rest = implode('', array_slice($this->characters, $this->at, 60));
        if (preg_match('/\A\{(?:General_Category=|gc=)?([A-Za-z_]+)\}/', $rest, $match) !== 1) {
            throw new UnsupportedPattern('unknown Unicode property');
        }
        $this->at += strlen($match[0]);
        return PatternCharacters::category($match[1]);
    }

    /** @return \Closure(string): bool */
    private function characterClass(): \Closure
    {
        $isNegated = $this->skip('^');
        $singles = [];
        $ranges = [];
        $kinds = [];
        while (!$this->skip(']')) {
            $low = $this->classItem($kinds);
            if ($this->peek() === '-' && !$this->isNext('-]')) {
                $this->at++;
                $high = $this->classItem($kinds);
                if ($low === null || $high === null) {
                    $singles += array_fill_keys(array_filter([$low, '-', $high], is_string(...)), true);
                } elseif (strcmp($low, $high) > 0) {
                    throw new UnsupportedPattern('range out of order');
                } else {
                    $ranges[] = [$low, $high];
                }
            } elseif ($low !== null) {
                $singles[$low] = true;
            }
        }
        return static function (string $character) use ($isNegated, $singles, $ranges, $kinds): bool {
            $isFound = isset($singles[$character]);
            // The bytes of UTF-8 sort as code points do.
            foreach ($ranges as [$low, $high]) {
                $isFound = $isFound || (strcmp($character, $low) >= 0 && strcmp($character, $high) <= 0);
            }
            foreach ($kinds as $kind) {
                $isFound = $isFound || $kind($character);
            }
            return $isFound !== $isNegated;
        };
    }

    /**
     * The next character of a class; null when it was a class escape, now among `kinds`.
     *
     * @param list<\Closure(string): bool> $kinds
     */
    private function classItem(array &$kinds): ?string
    {
        $character = $this->take();
        if ($character !== '\\') {
            return $character;
        }
        $next = $this->peek();
        $isProperty = ($next === 'p' || $next === 'P') && $this->isNext('{', 1);
        if ($isProperty || PatternCharacters::class($next) !== null) {
            $kinds[] = $this->escape(true);
            return null;
        }
        return $this->escapedCharacter(true);
    }
}
