<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime\Query;

/** The system query options that are made of terms (URL Conventions 4.01, sections 5.1.2 to 5.1.5). */
enum Option: string
{
    case Filter = 'filter';
    case OrderBy = 'orderby';
    case Select = 'select';
    case Expand = 'expand';
}
