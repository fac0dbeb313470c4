<?php

declare(strict_types=1);

namespace Shop\Generated\Models;

use Psr\Http\Message\StreamInterface;
use Shop\Runtime\Model;

/** The type PetsItemPhotosPostRequestBody. */
class PetsItemPhotosPostRequestBody extends Model
{
    public const SCHEMA = [
        'name' => 'PetsItemPhotosPostRequestBody',
        'open' => true,
        'properties' => ['caption' => ['type' => 'Edm.String'], 'photos' => ['list' => ['type' => 'Edm.Stream']]],
    ];

    public function getCaption(): ?string
    {
        return $this->read('caption');
    }

    public function setCaption(?string $value): void
    {
        $this->write('caption', $value);
    }

    /** @return list<StreamInterface|null>|null */
    public function getPhotos(): ?array
    {
        return $this->read('photos');
    }

    /** @param array<StreamInterface|string|null>|null $value */
    public function setPhotos(?array $value): void
    {
        $this->write('photos', $value);
    }
}
