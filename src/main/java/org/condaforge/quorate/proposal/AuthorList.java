package org.condaforge.quorate.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the author cell of a CFEP. Authors are separated by `;`, `,`, `and` or only by standing behind a `>`.
/// What stands in `<...>` or `(...)` is a login if it begins with `@`; a mail address is dropped wherever it stands.
final class AuthorList {

    private static final Pattern LOGIN = Pattern.compile("@([A-Za-z0-9](?:[A-Za-z0-9-]{0,38}))");
    private static final Pattern MAIL = Pattern.compile("(?:mailto:)?[^\\s<>()@]{1,64}@[^\\s<>()@]{1,255}");
    private static final Pattern AND = Pattern.compile("\\s+and\\s+");

    private final List<CfepFile.Author> authors = new ArrayList<>();
    private final StringBuilder name = new StringBuilder();
    private Optional<String> login = Optional.empty();
    private boolean addressed;

    private AuthorList() {}

    static List<CfepFile.Author> parse(String cell) {
        var reader = new AuthorList();
        var text = AND.matcher(cell).replaceAll("; ");
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            int end = c == '<' || c == '(' ? closing(text, at) : -1;
            if (end > 0) {
                reader.bracket(text.substring(at, end + 1));
                at = end;
            } else {
                reader.character(c);
            }
        }
        reader.finish();
        return List.copyOf(reader.authors);
    }

    /// The index of the bracket that closes the one at `open`, or -1; what is longer than a mail address is none.
    private static int closing(String text, int open) {
        char closing = text.charAt(open) == '<' ? '>' : ')';
        int within = Math.min(text.length(), open + 330);
        for (int at = open + 1; at < within; at++) {
            if (text.charAt(at) == closing) {
                return at;
            }
        }
        return -1;
    }

    private void bracket(String bracket) {
        var inside = bracket.substring(1, bracket.length() - 1).strip();
        var asLogin = LOGIN.matcher(inside);
        if (asLogin.matches()) {
            login = Optional.of(asLogin.group(1));
            addressed = true;
        } else if (bracket.startsWith("<") || MAIL.matcher(inside).matches()) {
            addressed = true;
        } else {
            name.append(bracket);
        }
    }

    private void character(char c) {
        if (c == ';' || c == ',') {
            finish();
        } else {
            if (addressed && !Character.isWhitespace(c)) {
                finish();
            }
            name.append(c);
        }
    }

    private void finish() {
        var words = new ArrayList<String>();
        for (var word : name.toString().strip().split("\\s+", -1)) {
            var asLogin = LOGIN.matcher(word);
            if (asLogin.matches()) {
                login = login.or(() -> Optional.of(asLogin.group(1)));
            } else if (!word.isEmpty() && !MAIL.matcher(word).matches()) {
                words.add(word);
            }
        }
        if (!words.isEmpty() || login.isPresent()) {
            authors.add(new CfepFile.Author(words.isEmpty() ? login.orElseThrow() : String.join(" ", words), login));
        }
        name.setLength(0);
        login = Optional.empty();
        addressed = false;
    }
}
