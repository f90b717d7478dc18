package org.condaforge.quorate.vote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What somebody would look for who wants to know how people voted in secret: a line that has both a person and
/// a choice or a code, and codes at all, in whatever the application left anywhere.
///
/// A line is a row of a table, a line of a log, an entry of the journal, or a line of an exported file. A
/// person is there by login, by name or by number in a column for members; a choice by the words and signs the
/// application has for it.
record Traces(Map<String, List<String>> lines) {

    private static final String CHOICE =
            "(?<![\\w+−-])(?:YES|NO|ABSTAIN|yes|abstain(?:ed|s)?|[+−-]1|cast 0|to 0)(?!\\w)";

    /// How many bytes of a file stand for a line of it.
    private static final int NEAR = 64;

    /// Somebody who may have voted.
    record Person(long number, String login, String name) {

        private String pattern() {
            return "(?:(?<![\\w-])(?:%s|%s)(?![\\w-])|(?:member_id|member|who)=%d(?!\\d))"
                    .formatted(Pattern.quote(login), Pattern.quote(name), number);
        }
    }

    /// The lines that tell of a person and a choice, each with where it stands.
    List<String> pairs(List<Person> people, List<String> codes) {
        String any = String.join("|", people.stream().map(Person::pattern).toList());
        String what = String.join(
                "|",
                Stream.concat(Stream.of(CHOICE), codes.stream().map(Pattern::quote))
                        .toList());
        return matching(Pattern.compile(any), Pattern.compile(what));
    }

    /// The lines that have any of these codes, as they are shown, without hyphens, or as bytes in hexadecimal
    /// digits.
    List<String> codes(List<String> codes) {
        List<String> written = codes.stream()
                .flatMap(code -> Stream.of(code, code.replace("-", "")))
                .flatMap(code -> Stream.of(code, HexFormat.of().formatHex(code.getBytes(StandardCharsets.US_ASCII))))
                .map(Pattern::quote)
                .toList();
        Pattern any = Pattern.compile(String.join("|", written));
        return matching(any, any);
    }

    private List<String> matching(Pattern one, Pattern other) {
        List<String> found = new ArrayList<>();
        lines.forEach((place, all) -> all.stream()
                .filter(line -> one.matcher(line).find() && other.matcher(line).find())
                .forEach(line -> found.add(place + ": " + line)));
        return found;
    }

    /// The lines of all files in that folder.
    static Map<String, List<String>> ofTexts(Path folder) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        files(folder)
                .forEach(file -> found.put(
                        folder.relativize(file).toString(), text(file).lines().toList()));
        return found;
    }

    /// Where in the bytes of the files any of these words stands, whatever is around it.
    static List<String> inBytes(Path folder, List<String> words) {
        List<String> found = new ArrayList<>();
        for (Path file : files(folder)) {
            String bytes = text(file);
            words.stream().filter(bytes::contains).forEach(word -> found.add(folder.relativize(file) + ": " + word));
        }
        return found;
    }

    /// Where in the bytes of the files a person stands close to any of these words.
    static List<String> nearInBytes(Path folder, List<String> words, List<Person> people) {
        Pattern who = Pattern.compile(String.join(
                "|",
                people.stream()
                        .map(person -> "%s|%s".formatted(Pattern.quote(person.login()), Pattern.quote(person.name())))
                        .toList()));
        List<String> found = new ArrayList<>();
        for (Path file : files(folder)) {
            String bytes = text(file);
            for (String word : words) {
                for (int at = bytes.indexOf(word); at >= 0; at = bytes.indexOf(word, at + 1)) {
                    String around = bytes.substring(
                            Math.max(0, at - NEAR), Math.min(bytes.length(), at + word.length() + NEAR));
                    if (who.matcher(around).find()) {
                        found.add("%s at %d: %s".formatted(folder.relativize(file), at, around));
                    }
                }
            }
        }
        return found;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Each byte a character, so that nothing is lost.
    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
