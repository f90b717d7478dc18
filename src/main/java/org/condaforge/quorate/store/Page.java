package org.condaforge.quorate.store;

import java.util.List;
import java.util.function.Function;

/// A page of a list: the rows of it, how many rows the whole list has, the page's number from 0 and its greatest size.
public record Page<T>(List<T> items, int total, int number, int size) {

    /// The page `number` (from 0) of lists of `size` rows.
    public record Request(int number, int size) {

        /// The greatest size that may be asked for.
        public static final int GREATEST = 200;

        public Request {
            if (number < 0 || size < 1 || size > GREATEST) {
                throw new IllegalArgumentException("a page has a number from 0 and a size from 1 to %d, not %d and %d"
                        .formatted(GREATEST, number, size));
            }
        }

        /// How many rows lie before this page.
        public long offset() {
            return (long) number * size;
        }

        /// The page with these rows out of `total`.
        public <T> Page<T> of(List<T> items, int total) {
            return new Page<>(items, total, number, size);
        }
    }

    /// The same page with each row turned into another.
    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), total, number, size);
    }

    /// How many pages the whole list has, at least one.
    public int pages() {
        return Math.max(1, Math.ceilDiv(total, size));
    }
}
