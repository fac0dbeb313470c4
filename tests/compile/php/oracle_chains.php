<?php

declare(strict_types=1);

// Follows chains of methods along the return types of builders, without a client. Prints those that lead nowhere, and how
// many per-path names of the official SDK there are at the ends of the others.

use Microsoft\Graph\GraphServiceClient;

require (string) getenv('EDMUND_PHP_BOOT');

$lost = [];
$served = 0;
foreach (json_decode((string) file_get_contents($argv[1]), true, 64, JSON_THROW_ON_ERROR) as [$steps, $verb]) {
    $builder = GraphServiceClient::class;
    $places = [];
    foreach ($steps as $step) {
        // The official SDK numbers a key that occurs twice on a path.
        $name = method_exists($builder, $step) ? $step : preg_replace('/\A(by.*\D)\d+\z/', '$1', $step);
        $type = method_exists($builder, $name) ? (new ReflectionMethod($builder, $name))->getReturnType() : null;
        if (!$type instanceof ReflectionNamedType || $type->isBuiltin()) {
            $lost[] = implode('.', $steps);
            continue 2;
        }
        $method = new ReflectionMethod($builder, $name);
        $isKey = str_starts_with($method->getName(), 'by') && $method->getNumberOfParameters() > 0;
        $places[] = $isKey ? 'Item' : ucfirst($method->getName());
        $builder = $type->getName();
    }
    if (!method_exists($builder, $verb)) {
        $lost[] = implode('.', $steps) . " {$verb}";
    }
    $place = 'Microsoft\\Graph\\Generated\\' . implode('\\', $places);
    $served += class_exists($place . '\\' . end($places) . 'RequestBuilder') ? 1 : 0;
}
echo json_encode(['lost' => $lost, 'served' => $served]);
