package org.condaforge.quorate.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.condaforge.quorate.journal.ChangeFeed;
import org.condaforge.quorate.search.Library.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/// Finds words in the record. Every node keeps an index of its own in memory: it is built in the background after the
/// start and follows what is recorded, imported or done on another node by comparing marks, not by being told.
@Service
public class SearchService implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(SearchService.class);

    /// How many records are read at a time.
    static final int CHUNK = 20;

    /// At every so many looks the marks are compared even if nothing was heard of: imports and other nodes are silent.
    private static final int LOOKS = 10;

    private final Library library;
    private final TextIndex index = new TextIndex();
    private final Map<Place, String> known = new HashMap<>();
    private final AtomicBoolean heard = new AtomicBoolean(true);
    private final Runnable stopListening;
    private volatile boolean built;
    private int looks;

    SearchService(Library library, ChangeFeed changes) {
        this.library = library;
        this.stopListening = changes.listen(subject -> heard.set(true));
    }

    /// What was found; while the index is being built, what is in it so far.
    public Found find(Search search) {
        return index.find(search, !built);
    }

    @Scheduled(
            initialDelayString = "${quorate.search.look-every:1s}",
            fixedDelayString = "${quorate.search.look-every:1s}")
    void look() {
        if (heard.getAndSet(false) || !built || ++looks % LOOKS == 0) {
            try {
                refresh();
            } catch (RuntimeException e) {
                heard.set(true);
                log.warn("The search index could not be brought up to date and it is tried again: {}", e.getMessage());
            }
        }
    }

    /// Brings the index up to date: reads what is new or changed, forgets what is gone.
    public synchronized void refresh() {
        Map<Place, String> marks = library.marks();
        List<Place> gone = known.keySet().stream()
                .filter(place -> !marks.containsKey(place))
                .toList();
        for (Place place : gone) {
            index.remove(place.id());
            known.remove(place);
        }
        Map<Kind, List<Place>> stale = new EnumMap<>(Kind.class);
        marks.forEach((place, mark) -> {
            if (!mark.equals(known.get(place))) {
                stale.computeIfAbsent(place.kind(), kind -> new ArrayList<>()).add(place);
            }
        });
        stale.forEach((kind, places) -> {
            for (int at = 0; at < places.size(); at += CHUNK) {
                List<Place> some = places.subList(at, Math.min(places.size(), at + CHUNK));
                library.read(kind, some.stream().map(Place::key).toList()).forEach(index::put);
                some.forEach(place -> known.put(place, marks.getOrDefault(place, "")));
                index.show();
            }
        });
        index.show();
        built = true;
    }

    @Override
    public synchronized void destroy() {
        stopListening.run();
        index.close();
    }
}
