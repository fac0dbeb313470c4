<?php

declare(strict_types=1);

namespace EdmundRuntime\Runtime;

/** How a service takes several requests in one. */
enum BatchFormat
{
    /** OData JSON Format 4.01, section 19. */
    case Json;
    /** Protocol 4.01, section 11.7.7. */
    case Multipart;
}
