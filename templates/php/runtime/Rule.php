<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/** Every rule by its code. Codes are stable: programs and test vectors name them. */
enum Rule: string
{
    case NotAnObject = 'not-an-object';
    case NotAnArray = 'not-an-array';
    case TooDeep = 'too-deep';
    case UnknownProperty = 'unknown-property';
    case WrongType = 'wrong-type';
    case Format = 'format';
    case OutOfRange = 'out-of-range';
    case Null = 'null';
    case Required = 'required';
    case Missing = 'missing';
    case NotWritable = 'not-writable';
    case MinLength = 'min-length';
    case MaxLength = 'max-length';
    case Precision = 'precision';
    case Scale = 'scale';
    case Pattern = 'pattern';
    case PatternSkipped = 'pattern-skipped';
    case Minimum = 'minimum';
    case Maximum = 'maximum';
    case MultipleOf = 'multiple-of';
    case AllowedValues = 'allowed-values';
    case MinItems = 'min-items';
    case MaxItems = 'max-items';
    case UniqueItems = 'unique-items';
    case MinProperties = 'min-properties';
    case MaxProperties = 'max-properties';
    case EnumMember = 'enum-member';
    case UnknownType = 'unknown-type';
    case AbstractType = 'abstract-type';
    case TypeNotAllowed = 'type-not-allowed';
    case Url = 'url';
    case Base64 = 'base64';

    public function severity(): Severity
    {
        return match ($this) {
            self::Missing, self::NotWritable, self::PatternSkipped, self::Base64 => Severity::Warning,
            default => Severity::Error,
        };
    }
}
