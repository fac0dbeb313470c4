<?php

declare(strict_types=1);

// What Composer's autoloader does for a generated package and the libraries that it needs.

foreach (explode(':', (string) getenv('EDMUND_PHP_AUTOLOADERS')) as $autoloader) {
    require_once $autoloader;
}

set_error_handler(static function (int $kind, string $message, string $file, int $line): bool {
    if ((error_reporting() & $kind) === 0 || str_starts_with($file, '/usr/share/php/')) {
        return true;
    }
    throw new ErrorException($message, 0, $kind, $file, $line);
});

(static function (): void {
    $package = (string) getenv('EDMUND_PHP_PACKAGE');
    $composer = json_decode((string) file_get_contents("{$package}/composer.json"), true, 64, JSON_THROW_ON_ERROR);
    foreach ($composer['autoload']['psr-4'] as $prefix => $folder) {
        spl_autoload_register(static function (string $name) use ($package, $prefix, $folder): void {
            if (str_starts_with($name, $prefix)) {
                $file = "{$package}/{$folder}" . strtr(substr($name, strlen($prefix)), '\\', '/') . '.php';
                if (is_file($file)) {
                    require $file;
                }
            }
        });
    }
    foreach ($composer['autoload']['files'] ?? [] as $file) {
        require_once "{$package}/{$file}";
    }
})();
