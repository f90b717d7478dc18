package org.condaforge.quorate.policy;

/// One thing that is wrong with a page.
///
/// @param page the page's name or the path of its file
/// @param line the line on the page, from 1; 0 where there is no page that could have lines: for the property that
///     names pages, for a folder, and for a file that cannot be read
/// @param found what stands there
/// @param expected what could stand there
public record PageError(String page, int line, String found, String expected) {

    @Override
    public String toString() {
        return "%s%s: found %s, expected %s".formatted(page, line == 0 ? "" : ":" + line, found, expected);
    }
}
