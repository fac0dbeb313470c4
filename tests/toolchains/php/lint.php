<?php

declare(strict_types=1);

// Compiles every PHP file of a generated package and loads every class, as `php -l` in one process and more: what a file
// imports must exist, and so must the types of all parameters and results. Prints how much there was.

require __DIR__ . '/boot.php';

$package = $argv[1];
$composer = json_decode((string) file_get_contents("{$package}/composer.json"), true, 64, JSON_THROW_ON_ERROR);
$prefix = array_key_first($composer['autoload']['psr-4']);
$source = "{$package}/" . rtrim($composer['autoload']['psr-4'][$prefix], '/');
$exists = static fn (string $name): bool => class_exists($name) || interface_exists($name) || trait_exists($name);
$found = ['files' => 0, 'classes' => 0, 'methods' => 0];
$problems = [];

$named = static function (?ReflectionType $type) use (&$named): array {
    return match (true) {
        $type instanceof ReflectionNamedType => $type->isBuiltin() ? [] : [$type->getName()],
        $type instanceof ReflectionUnionType => array_merge(...array_map($named, $type->getTypes())),
        default => [],
    };
};

foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator($source)) as $file) {
    if ($file->getExtension() !== 'php') {
        continue;
    }
    $found['files']++;
    $path = substr($file->getPathname(), strlen($source) + 1, -4);
    $name = $prefix . strtr($path, '/', '\\');
    if (in_array("src/{$path}.php", $composer['autoload']['files'] ?? [], true)) {
        require_once $file->getPathname();
        continue;
    }
    if (!$exists($name)) {
        $problems[] = "{$path} does not declare {$name}";
        continue;
    }
    $found['classes']++;
    $class = new ReflectionClass($name);
    if ($class->getName() !== $name) {
        $problems[] = "{$path} declares {$class->getName()}";
    }
    $uses = [];
    $pattern = '/^use ([\w\\\\]+)(?:\{\s+(\w+))?/m';
    $text = (string) file_get_contents($file->getPathname());
    preg_match_all($pattern, $text, $uses, PREG_SET_ORDER);
    $needed = [];
    foreach ($uses as $use) {
        $imported = $use[1] . ($use[2] ?? '');
        $folder = $source . strtr(substr($imported, strlen($prefix) - 1), '\\', '/');
        if (str_starts_with($imported, $prefix) && is_dir($folder) && !$exists($imported)) {
            // A namespace: what the file names below it must be there, in comments too.
            preg_match_all('/(?<![\w\\\\])' . basename($folder) . '\\\\(\w+)/', $text, $below);
            $imported = array_map(static fn (string $name): string => "{$imported}\\{$name}", $below[1]);
        }
        array_push($needed, ...(array) $imported);
    }
    foreach ($class->getMethods() as $method) {
        if ($method->getDeclaringClass()->getName() === $name) {
            $found['methods']++;
            array_push($needed, ...$named($method->getReturnType()));
            foreach ($method->getParameters() as $parameter) {
                array_push($needed, ...$named($parameter->getType()));
            }
        }
    }
    foreach (array_unique($needed) as $other) {
        if ($other !== 'static' && $other !== 'self' && !$exists($other)) {
            $problems[] = "{$path} needs {$other}";
        }
    }
}
if ($problems !== []) {
    fwrite(STDERR, implode("\n", array_slice($problems, 0, 50)) . "\n");
    exit(1);
}
$found['megabytes'] = (int) (memory_get_peak_usage(true) / 1048576);
echo json_encode($found);
