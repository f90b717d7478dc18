package org.condaforge.quorate.search;

import java.util.ArrayList;
import java.util.List;
import org.condaforge.quorate.search.Found.Excerpt;
import org.condaforge.quorate.search.Found.Part;

/// Cuts the best piece out of a passage and marks in it what was looked for.
final class Excerpts {

    /// The greatest length of an excerpt, in characters.
    static final int LONGEST = 260;

    private Excerpts() {}

    /// The piece of the passage in which most of the wanted places lie close together.
    static Excerpt of(Passage passage, Wanted wanted) {
        String text = passage.words();
        List<Words.Word> places = wanted.placesIn(text);
        int start = start(text, places);
        int end = end(text, start);
        List<Part> parts = new ArrayList<>();
        int done = start;
        parts.add(new Part(start > 0 ? "… " : "", false));
        for (Words.Word place : places) {
            if (place.start() >= done && place.end() <= end) {
                parts.add(new Part(text.substring(done, place.start()), false));
                parts.add(new Part(text.substring(place.start(), place.end()), true));
                done = place.end();
            }
        }
        parts.add(new Part(text.substring(done, end), false));
        parts.add(new Part(end < text.length() ? " …" : "", false));
        parts.removeIf(part -> part.text().isEmpty());
        return new Excerpt(passage.line(), parts);
    }

    /// Where to begin so that most places are seen; a little before the first of them, between words.
    private static int start(String text, List<Words.Word> places) {
        if (text.length() <= LONGEST || places.isEmpty()) {
            return 0;
        }
        int best = 0;
        int most = 0;
        int last = 0;
        for (int first = 0; first < places.size(); first++) {
            while (last < places.size()
                    && places.get(last).end() - places.get(first).start() < LONGEST - 60) {
                last++;
            }
            if (last - first > most) {
                most = last - first;
                best = first;
            }
            last = Math.max(last, first + 1);
        }
        int near = Math.max(0, places.get(best).start() - 50);
        int space = near == 0 ? -1 : text.indexOf(' ', near);
        return space >= 0 && space < places.get(best).start()
                ? space + 1
                : near == 0 ? 0 : places.get(best).start();
    }

    private static int end(String text, int start) {
        if (text.length() - start <= LONGEST) {
            return text.length();
        }
        int space = text.lastIndexOf(' ', start + LONGEST);
        int end = space > start ? space : start + LONGEST;
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }
}
