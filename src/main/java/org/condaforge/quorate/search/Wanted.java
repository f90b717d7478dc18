package org.condaforge.quorate.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.condaforge.quorate.proposal.CfepReference;

/// What a search wants of a passage: as a question to the index, and as the places to mark in a text.
final class Wanted {

    private static final Pattern NUMBER = Pattern.compile("#?0*([1-9]\\d{0,2})");
    private static final Pattern SPLIT_REFERENCE = Pattern.compile("(?i)\\bcfep\\s+#?(?=\\d)");
    private static final int SHORTEST_BEGINNING = 2;

    private final List<Query> clauses = new ArrayList<>();
    private final List<Query> extras = new ArrayList<>();
    private final Set<String> stems = new HashSet<>();
    private final Set<Integer> proposals = new HashSet<>();
    private Optional<String> beginning = Optional.empty();

    Wanted(Search search) {
        String joined =
                SPLIT_REFERENCE.matcher(String.join(" ", search.words())).replaceAll("cfep-");
        List<Query> small = new ArrayList<>();
        for (String word : joined.split(" ", -1)) {
            boolean unfinished = joined.endsWith(word) && search.unfinished().isPresent();
            word(word, unfinished).ifPresent(query -> (isSmall(word) ? small : clauses).add(query));
        }
        search.phrases().forEach(phrase -> terms(phrase).ifPresent(clauses::add));
        (clauses.isEmpty() ? clauses : extras).addAll(small);
    }

    private static boolean isSmall(String word) {
        return EnglishAnalyzer.getDefaultStopSet().contains(word.toLowerCase(Locale.ROOT));
    }

    /// One word: the number of a proposal, a login, or words of the text.
    private Optional<Query> word(String word, boolean unfinished) {
        List<CfepReference> named = CfepReference.in(word);
        if (!named.isEmpty() && named.getFirst().end() - named.getFirst().start() == word.length()) {
            int number = named.getFirst().number();
            proposals.add(number);
            return Optional.of(either(List.of(is(Fields.NUMBER, number, 1_000), is(Fields.CFEP, number, 3))));
        }
        List<Query> ways = new ArrayList<>();
        Matcher number = NUMBER.matcher(word);
        if (number.matches()) {
            ways.add(is(Fields.NUMBER, Integer.parseInt(number.group(1)), 1_000));
        }
        terms(word).ifPresent(ways::add);
        ways.add(exactly(Fields.LOGIN, word.replaceFirst("^@", "").toLowerCase(Locale.ROOT), 60));
        List<Words.Word> written = Words.WRITTEN.in(word);
        if (unfinished && !written.isEmpty()) {
            String last = written.getLast().term();
            if (last.length() >= SHORTEST_BEGINNING && written.size() == 1) {
                beginning = Optional.of(last);
                ways.add(new BoostQuery(new PrefixQuery(new Term(Fields.BEGINNINGS, last)), .2f));
            }
        }
        return written.isEmpty() ? Optional.empty() : Optional.of(either(ways));
    }

    private static Query is(String field, int number, float boost) {
        return exactly(field, String.valueOf(number), boost);
    }

    private static Query exactly(String field, String text, float boost) {
        return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, text))), boost);
    }

    private static Query either(List<Query> ways) {
        return new DisjunctionMaxQuery(ways, .1f);
    }

    /// All words of the text, side by side, in one of the fields.
    private Optional<Query> terms(String text) {
        List<String> terms = Words.STEMS.in(text).stream().map(Words.Word::term).toList();
        if (terms.isEmpty()) {
            return Optional.empty();
        }
        stems.addAll(terms);
        return Optional.of(either(Fields.BOOSTS.entrySet().stream()
                .<Query>map(field -> new BoostQuery(phrase(field.getKey(), terms), field.getValue()))
                .toList()));
    }

    private static Query phrase(String field, List<String> terms) {
        return terms.size() == 1
                ? new TermQuery(new Term(field, terms.getFirst()))
                : new PhraseQuery(field, terms.toArray(String[]::new));
    }

    /// Whether nothing that could be found was written.
    boolean isEmpty() {
        return clauses.isEmpty();
    }

    /// Passages with every word.
    Query all() {
        return together(Occur.MUST);
    }

    /// Passages with some of the words.
    Query some() {
        return together(Occur.SHOULD);
    }

    /// Every passage.
    static Query everything() {
        return new TermQuery(new Term(Fields.HEAD, "yes"));
    }

    private Query together(Occur occur) {
        if (isEmpty()) {
            return MatchAllDocsQuery.INSTANCE;
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        clauses.forEach(clause -> query.add(clause, occur));
        extras.forEach(extra -> query.add(extra, Occur.SHOULD));
        return query.build();
    }

    /// Where in that text something is that was wanted, in its order.
    List<Words.Word> placesIn(String text) {
        List<Words.Word> places = new ArrayList<>();
        Words.STEMS.in(text).stream()
                .filter(word -> stems.contains(word.term()))
                .forEach(places::add);
        beginning.ifPresent(start -> Words.WRITTEN.in(text).stream()
                .filter(word -> word.term().startsWith(start))
                .forEach(places::add));
        CfepReference.in(text).stream()
                .filter(reference -> proposals.contains(reference.number()))
                .forEach(reference -> places.add(new Words.Word("cfep", reference.start(), reference.end())));
        places.sort(java.util.Comparator.comparingInt(Words.Word::start));
        return places;
    }
}
