package org.condaforge.quorate.policy;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.StreamReader;

/// Keys and values of a block of data, read strictly: a key that nobody asked for is an error.
final class Mapping {

    /// How deep lists and mappings may lie in each other; no rule that anybody understands comes near.
    private static final int DEEPEST = 20;

    /// A byte order mark, and what YAML takes for the end of a line but no editor does.
    private static final String ODD = "\uFEFF\u0085\u2028\u2029";

    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final Faults faults;

    private Mapping(int line, Faults faults) {
        this.line = line;
        this.faults = faults;
    }

    /// The mapping written in `yaml`, whose first line is line `first` of the page.
    static Optional<Mapping> parse(String yaml, int first, Faults faults) {
        var before = faults.count();
        oddCharacters(yaml, first, faults);
        if (faults.count() > before) {
            return Optional.empty();
        }
        // Blank lines in front make the parser count the lines of the page.
        var counted = "\n".repeat(first - 1) + yaml;
        try {
            oddities(counted, faults);
            if (faults.count() > before) {
                return Optional.empty();
            }
            var node = new Yaml(new LoaderOptions()).compose(new StringReader(counted));
            if (node == null) {
                faults.add(first, "an empty block", "keys and values");
                return Optional.empty();
            }
            return of(node, faults);
        } catch (MarkedYAMLException e) {
            var at = e.getProblemMark() == null ? first : e.getProblemMark().getLine() + 1;
            var last = first + Math.max(0, (int) yaml.lines().count() - 1);
            faults.add(Math.min(at, last), Form.onOneLine(String.valueOf(e.getProblem())), "YAML");
        } catch (YAMLException e) {
            faults.add(first, Form.onOneLine(String.valueOf(e.getMessage())), "YAML");
        }
        return Optional.empty();
    }

    /// Characters that nobody sees, some of which end a line for YAML and for nothing else.
    private static void oddCharacters(String yaml, int first, Faults faults) {
        var line = first;
        for (int at = 0; at < yaml.length(); at = yaml.offsetByCodePoints(at, 1)) {
            var character = yaml.codePointAt(at);
            if (character == '\n') {
                line++;
            } else if (!StreamReader.isPrintable(character) || ODD.indexOf(character) >= 0) {
                faults.add(line, "the character U+%04X".formatted(character), "text that one can see");
                return;
            }
        }
    }

    /// What YAML knows and a page has no use for: a value that stands elsewhere, or a type of its own.
    private static void oddities(String yaml, Faults faults) {
        var depth = 0;
        for (var event : new Yaml(new LoaderOptions()).parse(new StringReader(yaml))) {
            var line = event.getStartMark().getLine() + 1;
            if (event instanceof AliasEvent alias) {
                faults.add(line, "the alias *" + alias.getAnchor(), "the value itself");
            } else if (event instanceof NodeEvent node && node.getAnchor() != null) {
                faults.add(line, "the anchor &" + node.getAnchor(), "the value without it");
            }
            switch (event) {
                case ScalarEvent scalar when scalar.getTag() != null -> tagged(scalar.getTag(), line, faults);
                case CollectionStartEvent start -> {
                    if (start.getTag() != null) {
                        tagged(start.getTag(), line, faults);
                    }
                    depth++;
                    if (depth > DEEPEST) {
                        faults.add(line, "lists and keys %d deep".formatted(depth), "at most " + DEEPEST);
                        return;
                    }
                }
                case CollectionEndEvent _ -> depth--;
                default -> {}
            }
        }
    }

    private static void tagged(String tag, int line, Faults faults) {
        faults.add(line, "the type " + Form.quoted(tag), "the value without it");
    }

    static Optional<Mapping> of(Node node, Faults faults) {
        if (!(node instanceof MappingNode entries)) {
            faults.add(lineOf(node), written(node), "keys and values");
            return Optional.empty();
        }
        var mapping = new Mapping(lineOf(node), faults);
        for (var entry : entries.getValue()) {
            var key = entry.getKeyNode();
            if (!(key instanceof ScalarNode name)) {
                faults.add(lineOf(key), written(key) + " as a key", "a word");
            } else if (mapping.values.putIfAbsent(name.getValue(), entry.getValueNode()) != null) {
                faults.add(lineOf(key), Form.quoted(name.getValue()) + " a second time", "every key once");
            } else {
                mapping.lines.put(name.getValue(), lineOf(key));
            }
        }
        return Optional.of(mapping);
    }

    /// Stands in for a mapping that is missing, so that reading goes on without an error for each of its keys.
    static Mapping silent(int line) {
        return new Mapping(line, new Faults(""));
    }

    static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    static String written(Node node) {
        return switch (node) {
            case ScalarNode scalar -> Form.quoted(scalar.getValue());
            case SequenceNode _ -> "a list";
            default -> "keys and values";
        };
    }

    int line() {
        return line;
    }

    /// The line of a key, or of the mapping where the key is missing.
    int line(String key) {
        return lines.getOrDefault(key, line);
    }

    /// The line of a place in the text at a key: exact where the text stands behind a `|`, else that of its beginning.
    ///
    /// @param place in the text, in characters
    int lineWithin(String key, int place) {
        if (!(values.get(key) instanceof ScalarNode scalar)) {
            return line(key);
        }
        return scalar.getScalarStyle() == DumperOptions.ScalarStyle.LITERAL
                ? lineOf(scalar) + Faults.lineAt(scalar.getValue(), place)
                : lineOf(scalar);
    }

    /// The first key, empty where there is none.
    String firstKey() {
        return values.keySet().stream().findFirst().orElse("");
    }

    /// What stands at a key as it is written, not asked whether it is right.
    String text(String key) {
        return values.get(key) instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    <T> T required(String key, Form<T> form) {
        var value = node(key);
        if (value.isEmpty()) {
            missing(key, form.expected());
        }
        return value.map(node -> scalar(node, form)).orElseGet(form::standIn);
    }

    <T> T optional(String key, Form<T> form, T otherwise) {
        return node(key).map(node -> scalar(node, form)).orElse(otherwise);
    }

    /// The values of a list, empty where the key is missing.
    <T> List<T> list(String key, Form<T> form) {
        return nodes(key).stream().map(node -> scalar(node, form)).toList();
    }

    List<Node> nodes(String key) {
        return switch (node(key).orElse(null)) {
            case null -> List.of();
            case SequenceNode sequence -> sequence.getValue();
            case Node other -> {
                faults.add(lineOf(other), written(other), "a list: [..., ...]");
                yield List.of();
            }
        };
    }

    Optional<Node> node(String key) {
        known.add(key);
        return Optional.ofNullable(values.get(key));
    }

    /// The keys and values under a key; an empty mapping that complains of nothing where that is an error already.
    Mapping required(String key) {
        if (!has(key)) {
            missing(key, "keys and values");
        }
        return optional(key).orElseGet(() -> silent(line));
    }

    Optional<Mapping> optional(String key) {
        return node(key).flatMap(node -> of(node, faults));
    }

    void missing(String key, String expected) {
        faults.add(line, "no '%s'".formatted(key), "%s: %s".formatted(key, expected));
    }

    /// To be called when everything was asked for: what is left over is not known.
    void close() {
        for (var key : values.keySet()) {
            if (!known.contains(key)) {
                faults.add(line(key), "the key " + Form.quoted(key), "one of " + String.join(", ", known));
            }
        }
    }

    private <T> T scalar(Node node, Form<T> form) {
        if (node instanceof ScalarNode scalar) {
            return form.read(scalar.getValue(), lineOf(node), faults);
        }
        faults.add(lineOf(node), written(node), form.expected());
        return form.standIn();
    }
}
