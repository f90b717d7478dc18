package org.condaforge.quorate.certificate;

import java.util.Iterator;
import java.util.Locale;
import java.util.TreeMap;
import org.condaforge.quorate.store.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The one way to write a JSON value that a hash is made of: members sorted by name, no blanks, as few escapes as JSON
/// allows (RFC 8785, for whole numbers). `jq -cSj` writes the same.
final class CanonicalJson {

    private static final char FIRST_PLAIN = ' ';

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /// The hash of a certificate: SHA-256 of its canonical form without the member that holds the hash.
    static String hash(ObjectNode certificate) {
        ObjectNode rest = certificate.deepCopy();
        rest.remove(CertificateFile.HASH);
        return Sha256.of(of(rest));
    }

    /// The canonical form of a value without fractions.
    static String of(JsonNode value) {
        CanonicalJson json = new CanonicalJson();
        json.write(value);
        return json.out.toString();
    }

    private void write(JsonNode value) {
        switch (value.getNodeType()) {
            case OBJECT -> object(value);
            case ARRAY -> array(value);
            case STRING -> string(value.stringValue());
            case NUMBER, BOOLEAN, NULL -> out.append(value);
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException("not JSON: " + value.getNodeType());
        }
    }

    private void object(JsonNode object) {
        TreeMap<String, JsonNode> sorted = new TreeMap<>();
        object.properties().forEach(member -> sorted.put(member.getKey(), member.getValue()));
        String before = "{";
        for (var member : sorted.entrySet()) {
            out.append(before);
            string(member.getKey());
            out.append(':');
            write(member.getValue());
            before = ",";
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
    }

    private void array(JsonNode array) {
        out.append('[');
        for (Iterator<JsonNode> items = array.iterator(); items.hasNext(); ) {
            write(items.next());
            if (items.hasNext()) {
                out.append(',');
            }
        }
        out.append(']');
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            character(text.charAt(i));
        }
        out.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (c < FIRST_PLAIN) {
                    out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
