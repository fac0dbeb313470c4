<?php

declare(strict_types=1);

namespace Odd\Generated\Queries;

use Odd\Runtime\Query;

/**
 * Paths of Odd.Names.class.
 *
 * @property-read Query\Text $import
 * @property-read Query\Text $class
 * @property-read Query\CollectionPath<Query\Text> $list
 * @property-read Query\Text $str
 * @property-read Query\Text $validate
 * @property-read Query\Text $data
 * @property-read Query\Number $groUDFe
 * @property-read Query\Text $httpServerId2
 * @property-read Query\Text $property
 * @property-read Query\CollectionPath<EscapedClassPath> $get
 * @property-read EscapedClassPath $async
 */
class EscapedClassPath extends Query\ObjectPath
{
    protected const TYPE = 'Odd.Names.class';
    protected const NAMES = [
        'class' => '__class__',
        'data' => '_data',
        'groUDFe' => 'Größe',
        'httpServerId2' => 'HTTPServerID2',
    ];
}
