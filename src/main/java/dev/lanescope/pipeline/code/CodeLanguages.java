package dev.lanescope.pipeline.code;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The languages whose code is coloured, by the names that people write after the three backticks.
final class CodeLanguages {

    private static final int MAX_NAME = 20;

    /// Each line: the lexer's name, then every name that asks for it.
    private static final String TABLE =
            """
            asm       asm x86asm nasm masm
            bat       bat batch cmd
            c         c
            clojure   clojure clj
            cpp       cpp c++ cc cxx h hpp hh
            cs        csharp cs c#
            css       css
            dart      dart
            dockerfile dockerfile docker
            fortran   fortran f90
            golang    go golang
            groovy    groovy gradle
            html      html htm xhtml go-html-template vue svelte
            ini       ini toml conf cfg editorconfig
            java      java
            javascript javascript js jsx mjs cjs node
            json      json
            jshintrc  jsonc json5
            kotlin    kotlin kt kts
            latex     latex tex
            less      less scss
            lisp      lisp scheme elisp
            lua       lua
            makefile  makefile make mk nmake
            markdown  markdown md
            perl      perl pl
            php       php
            properties properties
            proto     proto protobuf
            python    python py python3 pyi
            ruby      ruby rb
            rust      rust rs
            scala     scala sc
            sql       sql mysql postgresql postgres sqlite plsql
            tcl       tcl
            typescript typescript ts tsx
            unix      bash sh shell zsh ksh
            vb        vb vbnet visualbasic
            xml       xml svg xaml xsd xsl xslt rss pom
            yaml      yaml yml
            """;

    private static final Map<String, String> LEXERS = read();

    private CodeLanguages() {}

    private static Map<String, String> read() {
        Map<String, String> lexers = new HashMap<>();
        TABLE.lines()
                .map(line -> line.split(" +"))
                .forEach(words -> {
                    for (int i = 1; i < words.length; i++) {
                        lexers.put(words[i], "text/" + words[0]);
                    }
                });
        return Map.copyOf(lexers);
    }

    /// All names there are, in lower case.
    static Set<String> names() {
        return LEXERS.keySet();
    }

    /// The lexer for a name in lower case; null if there is none.
    static @Nullable String lexer(String name) {
        return LEXERS.get(name);
    }

    /// The language that stands behind a fence, in lower case: the first word of its info string up
    /// to a comma, colon or brace, as in `rust,ignore` or `go {linenos=true}`. Empty if there is
    /// none or it is too long for a name.
    static String nameIn(@Nullable String info) {
        if (info == null) {
            return "";
        }
        int end = 0;
        while (end < info.length() && isNamePart(info.charAt(end))) {
            end++;
        }
        return end > MAX_NAME ? "" : info.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isNamePart(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '+'
                || c == '#'
                || c == '-';
    }
}
