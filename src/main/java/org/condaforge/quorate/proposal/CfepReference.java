package org.condaforge.quorate.proposal;

import java.util.List;
import java.util.regex.Pattern;

/// The number of a CFEP as it is written in running text, and where: `cfep-06`, `CFEP5`, `CFEP 01`, `CFEP-20-sized`.
/// Numbers of issues and pull requests (`cfep issue #20`, `cfep#15`, `/cfep/pull/23`) are not numbers of CFEPs.
///
/// @param number from 0 (the template) to 999
/// @param start index of its first character in the text
/// @param end index behind its last character
public record CfepReference(int number, int start, int end) {

    private static final Pattern FORM = Pattern.compile(
            "(?<![\\p{L}\\p{N}])cfep[-_\\s\\u00a0\\u2010-\\u2013]?(\\d{1,3})(?![\\d\\p{L}])", Pattern.CASE_INSENSITIVE);

    /// All references in `text`, in the order of the text, repeated as often as they are written.
    public static List<CfepReference> in(String text) {
        return FORM.matcher(text)
                .results()
                .map(found -> new CfepReference(Integer.parseInt(found.group(1)), found.start(), found.end()))
                .toList();
    }
}
