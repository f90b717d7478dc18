package org.condaforge.quorate.api;

import java.util.List;
import java.util.function.Function;
import org.condaforge.quorate.store.Page;

/// A page of a list as the API answers it.
///
/// @param total how many the whole list has
/// @param page the page's number, from 0
/// @param size how many a page has at most
record Listing<T>(List<T> items, int total, int page, int size) {

    static <S, T> Listing<T> of(Page<S> found, Function<? super S, ? extends T> answer) {
        Page<T> page = found.map(answer);
        return new Listing<>(page.items(), page.total(), page.number(), page.size());
    }
}
