package org.condaforge.quorate.sample;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// The files under `sample/`, with the days that hold today in place of `{day-12}`, `{year+1}` and `{meeting-2}`.
final class SampleFiles {

    private static final Pattern RELATIVE = Pattern.compile("\\{(day|year|meeting)([+-]\\d+)}");
    private static final Pattern HEAD = Pattern.compile("^---\n(.*?)\n---\n", Pattern.DOTALL);

    private static final JsonMapper RECORDS = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .changeDefaultNullHandling(nulls -> JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY))
            .build();

    private final LocalDate today;
    private final List<LocalDate> meetings;

    /// @param meetings the days of past meetings, the latest first
    SampleFiles(LocalDate today, List<LocalDate> meetings) {
        this.today = today;
        this.meetings = meetings;
    }

    /// The text of a file.
    String text(String name) {
        try {
            String text = new ClassPathResource("sample/" + name).getContentAsString(StandardCharsets.UTF_8);
            return RELATIVE.matcher(text).replaceAll(this::absolute);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String absolute(MatchResult found) {
        int count = Integer.parseInt(found.group(2));
        return switch (found.group(1)) {
            case "day" -> today.plusDays(count).toString();
            case "year" -> Integer.toString(today.getYear() + count);
            default -> meetings.get(-count - 1).toString();
        };
    }

    /// The entries of a YAML file.
    <T> List<T> list(String name, Class<T> type) {
        return RECORDS.convertValue(
                yaml(text(name)), RECORDS.getTypeFactory().constructCollectionType(List.class, type));
    }

    /// A Markdown text with a YAML head.
    record Headed<T>(T head, String body) {}

    /// A Markdown file with a YAML head.
    <T> Headed<T> headed(String name, Class<T> type) {
        String text = text(name);
        var head = HEAD.matcher(text);
        if (!head.find()) {
            throw new IllegalStateException("no head: " + name);
        }
        return new Headed<>(RECORDS.convertValue(yaml(head.group(1)), type), text.substring(head.end()));
    }

    private static Object yaml(String text) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }
}
