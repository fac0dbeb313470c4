<?php

declare(strict_types=1);

namespace Shop\Generated\Queries;

use Shop\Runtime\Query;

/**
 * Paths of Shop.Catalog.Product.
 *
 * @property-read Query\Guid $id
 * @property-read Query\Text $name
 * @property-read Query\Binary $barcode
 * @property-read Query\Number $big
 * @property-read Query\Number $small
 * @property-read Query\Number $price
 * @property-read Query\Number $net
 * @property-read Query\Date $released
 * @property-read Query\TimeOfDay $opensAt
 * @property-read Query\DateTimeOffset $changed
 * @property-read Query\Duration $warranty
 * @property-read Query\Spatial $origin
 * @property-read Query\Value $anything
 * @property-read Query\Value $picture
 * @property-read Query\Enumeration $color
 * @property-read Query\Enumeration $days
 * @property-read SizePath $size
 * @property-read Query\CollectionPath<SizePath> $sizes
 * @property-read Query\CollectionPath<Query\Text> $tags
 * @property-read Query\CollectionPath<Query\Date> $dates
 */
class ProductPath extends Query\ObjectPath
{
    protected const TYPE = 'Shop.Catalog.Product';
    protected const NAMES = ['id' => 'ID'];
}
