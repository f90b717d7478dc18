package org.condaforge.quorate.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.condaforge.quorate.proposal.CfepReference;
import org.condaforge.quorate.search.Found.Excerpt;
import org.condaforge.quorate.search.Found.Hit;
import org.condaforge.quorate.store.Page;

/// The index: passages of records, in memory. Any number may search while one writes.
final class TextIndex implements AutoCloseable {

    /// How many passages are looked at, the best ones.
    static final int MOST_PASSAGES = 5_000;

    /// How many places of a record are shown.
    static final int MOST_EXCERPTS = 3;

    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final IndexWriter writer;
    private final SearcherManager searchers;

    TextIndex() {
        try {
            writer = new IndexWriter(
                    directory,
                    new IndexWriterConfig(
                            new PerFieldAnalyzerWrapper(Words.STEMS, Map.of(Fields.BEGINNINGS, Words.WRITTEN))));
            searchers = new SearcherManager(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Takes a record in, instead of what was known of it. It is found after [#show].
    void put(Entry entry) {
        List<Document> passages = new ArrayList<>();
        passages.add(head(entry));
        for (Passage passage : entry.passages()) {
            Document document = document(entry, passage);
            document.add(new TextField(Fields.ABOUT, entry.title(), Field.Store.NO));
            passages.add(document);
        }
        try {
            writer.updateDocuments(new Term(Fields.RECORD, entry.id()), passages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document head(Entry entry) {
        Document head = document(entry, new Passage(0, ""));
        head.add(new StringField(Fields.HEAD, "yes", Field.Store.NO));
        head.add(new TextField(Fields.TITLE, entry.title(), Field.Store.NO));
        head.add(new TextField(Fields.BEGINNINGS, entry.title(), Field.Store.NO));
        for (String name : entry.names()) {
            head.add(new TextField(Fields.NAMES, name, Field.Store.NO));
            head.add(new TextField(Fields.BEGINNINGS, name, Field.Store.NO));
        }
        switch (entry.kind()) {
            case CFEPS -> head.add(new StringField(Fields.NUMBER, entry.key(), Field.Store.NO));
            case MEMBERS ->
                entry.names()
                        .forEach(name ->
                                head.add(new StringField(Fields.LOGIN, name.toLowerCase(Locale.ROOT), Field.Store.NO)));
            case VOTES, MINUTES -> {}
        }
        references(head, entry.title());
        return head;
    }

    private static Document document(Entry entry, Passage passage) {
        Document document = new Document();
        document.add(new StringField(Fields.RECORD, entry.id(), Field.Store.YES));
        document.add(new StoredField(Fields.KIND, entry.kind().name()));
        document.add(new StoredField(Fields.KEY, entry.key()));
        document.add(new StoredField(Fields.TITLE + " shown", entry.title()));
        entry.date().ifPresent(date -> document.add(new StoredField(Fields.DATE, date.toString())));
        document.add(new StoredField(Fields.LINE, passage.line()));
        document.add(new TextField(Fields.TEXT, passage.words(), Field.Store.YES));
        document.add(new TextField(Fields.BEGINNINGS, passage.words(), Field.Store.NO));
        references(document, passage.words());
        return document;
    }

    private static void references(Document document, String text) {
        CfepReference.in(text).stream()
                .map(CfepReference::number)
                .distinct()
                .forEach(number -> document.add(new StringField(Fields.CFEP, "" + number, Field.Store.NO)));
    }

    /// Forgets a record.
    void remove(String id) {
        try {
            writer.deleteDocuments(new Term(Fields.RECORD, id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Lets what was taken in or forgotten be seen.
    void show() {
        try {
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The records with all that is wanted, or else with some of it.
    Found find(Search search, boolean building) {
        Wanted wanted = new Wanted(search);
        if (wanted.isEmpty() && !search.isWordless()) {
            return found(List.of(), wanted, search, false, building);
        }
        List<Group> exact = groups(search.isWordless() ? Wanted.everything() : wanted.all());
        if (search.isWordless()) {
            exact.sort(Comparator.comparing((Group group) -> group.date.orElse(LocalDate.MIN))
                    .reversed());
        }
        boolean loose = exact.isEmpty() && !search.isWordless();
        return found(loose ? groups(wanted.some()) : exact, wanted, search, loose, building);
    }

    /// What was found of one record.
    private record Group(Kind kind, String key, String title, Optional<LocalDate> date, List<Passage> passages) {

        boolean isOf(int year) {
            return date.filter(day -> day.getYear() == year).isPresent();
        }
    }

    private List<Group> groups(Query query) {
        Map<String, Group> groups = new LinkedHashMap<>();
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                StoredFields stored = searcher.storedFields();
                for (ScoreDoc scored : searcher.search(query, MOST_PASSAGES).scoreDocs) {
                    add(stored.document(scored.doc), groups);
                }
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ArrayList<>(groups.values());
    }

    private static void add(Document document, Map<String, Group> groups) {
        Group group = groups.computeIfAbsent(
                document.get(Fields.RECORD),
                id -> new Group(
                        Kind.valueOf(document.get(Fields.KIND)),
                        document.get(Fields.KEY),
                        document.get(Fields.TITLE + " shown"),
                        Optional.ofNullable(document.get(Fields.DATE)).map(LocalDate::parse),
                        new ArrayList<>()));
        String words = document.get(Fields.TEXT);
        if (!words.isEmpty() && group.passages().size() < MOST_EXCERPTS) {
            group.passages().add(new Passage(Integer.parseInt(document.get(Fields.LINE)), words));
        }
    }

    private static Found found(List<Group> groups, Wanted wanted, Search search, boolean loose, boolean building) {
        Predicate<Group> inYear = group -> search.year().map(group::isOf).orElse(true);
        Predicate<Group> ofKind =
                group -> search.kind().map(kind -> kind == group.kind()).orElse(true);
        Map<Kind, Integer> byKind = new EnumMap<>(Kind.class);
        groups.stream().filter(inYear).forEach(group -> byKind.merge(group.kind(), 1, Integer::sum));
        SortedMap<Integer, Integer> byYear = new TreeMap<>(Collections.reverseOrder());
        groups.stream()
                .filter(ofKind)
                .flatMap(group -> group.date().stream())
                .forEach(date -> byYear.merge(date.getYear(), 1, Integer::sum));
        List<Group> fitting = groups.stream().filter(inYear.and(ofKind)).toList();
        List<Hit> hits = fitting.stream()
                .skip(search.page().offset())
                .limit(search.page().size())
                .map(group -> hit(group, wanted))
                .toList();
        Page<Hit> page = search.page().of(hits, fitting.size());
        return new Found(page, byKind, byYear, loose, building);
    }

    private static Hit hit(Group group, Wanted wanted) {
        List<Excerpt> excerpts = group.passages().stream()
                .map(passage -> Excerpts.of(passage, wanted))
                .toList();
        return new Hit(group.kind(), group.key(), group.title(), group.date(), excerpts);
    }

    @Override
    public void close() {
        try {
            searchers.close();
            writer.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
