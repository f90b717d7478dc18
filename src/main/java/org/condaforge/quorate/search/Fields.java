package org.condaforge.quorate.search;

import java.util.Map;

/// The fields of a passage in the index.
final class Fields {

    /// Identifies the record a passage belongs to.
    static final String RECORD = "record";

    static final String KIND = "kind";
    static final String KEY = "key";
    static final String DATE = "date";
    static final String LINE = "line";

    /// Marks the first passage of each record, which has its title and names.
    static final String HEAD = "head";

    /// The number of a proposal itself, and those of the proposals a passage speaks of.
    static final String NUMBER = "number";

    static final String CFEP = "cfep";
    static final String LOGIN = "login";

    static final String TITLE = "title";
    static final String NAMES = "names";
    static final String TEXT = "text";

    /// The title again, for the passages that do not have it: a text has words of both.
    static final String ABOUT = "about";

    /// All words as written, for those that are still being typed.
    static final String BEGINNINGS = "beginnings";

    /// Where words are looked for, and how much it counts to find them there.
    static final Map<String, Float> BOOSTS = Map.of(TITLE, 5f, NAMES, 4f, TEXT, 1f, ABOUT, .3f);

    private Fields() {}
}
