<?php

declare(strict_types=1);

// Says where a text stands in the PHP files below a folder, other than inside of literals and comments; and where a file
// leaves PHP or runs what it should not.

[, $folder, $canary] = $argv;
$texts = [T_CONSTANT_ENCAPSED_STRING, T_COMMENT, T_DOC_COMMENT];
$wrong = [T_INLINE_HTML, T_CLOSE_TAG, T_EVAL, T_INCLUDE, T_INCLUDE_ONCE, T_START_HEREDOC, T_ENCAPSED_AND_WHITESPACE];
$found = [];
foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator($folder)) as $file) {
    if ($file->getExtension() !== 'php' || preg_match('~/(Runtime|ODataErrors)/~', $file->getPathname()) === 1) {
        continue;
    }
    foreach (token_get_all((string) file_get_contents($file->getPathname()), TOKEN_PARSE) as $token) {
        [$kind, $text, $line] = is_array($token) ? $token : [0, $token, 0];
        $isComment = $kind === T_COMMENT || $kind === T_DOC_COMMENT;
        if ($isComment && preg_match('/phpcs:|@(phpstan|psalm|codingStandards)/i', $text) === 1) {
            $found[] = $file->getPathname() . ":{$line}: tells a tool what to do";
        }
        $isTold = str_contains($text, $canary) && !in_array($kind, $texts, true);
        if ($isTold || in_array($kind, $wrong, true) || $text === '`') {
            $found[] = $file->getPathname() . ":{$line}: " . ($kind === 0 ? $text : token_name($kind)) . " {$text}";
        }
    }
}
echo json_encode($found, JSON_INVALID_UTF8_SUBSTITUTE);
