package org.condaforge.quorate.certificate;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.condaforge.quorate.certificate.Certificate.Ending;
import org.condaforge.quorate.certificate.CertificateReport.Finding;
import org.condaforge.quorate.certificate.CertificateReport.Line;
import org.condaforge.quorate.rule.Route;

/// What a check of a certificate found, in the order of the file.
public record CertificateReport(Certificate certificate, List<Line> lines) {

    /// What a line says of the certificate.
    public enum Finding {
        /// It was checked and is so.
        HOLDS,
        /// It was checked and is not so.
        DIFFERS,
        /// It could not be checked.
        OPEN
    }

    /// A line of the report: a sentence.
    public record Line(Finding finding, String sentence) {}

    public CertificateReport {
        lines = List.copyOf(lines);
    }

    /// Whether nothing differs.
    public boolean holds() {
        return differences().isEmpty();
    }

    /// What differs.
    public List<String> differences() {
        return lines.stream()
                .filter(line -> line.finding() == Finding.DIFFERS)
                .map(Line::sentence)
                .toList();
    }

    /// What it certifies: "Vote 12, “Accept CFEP-07”, under conda-forge, revision 2025-11".
    public String subject() {
        return "Vote %d, “%s”, under %s, revision %s"
                .formatted(
                        certificate.vote().id(),
                        Part.shown(certificate.vote().title()),
                        Part.shown(certificate.terms().policy()),
                        Part.shown(certificate.terms().revision()));
    }

    /// The result in a few words: "passed by the standard route: 5 yes, 4 no, 0 abstaining; 18 active, quorum 9".
    public String result() {
        var result = certificate.result();
        return "%s: %d yes, %d no, %d abstaining; %d active, quorum %d"
                .formatted(
                        words(result.outcome(), result.route()),
                        result.tally().yes(),
                        result.tally().no(),
                        result.tally().abstain(),
                        certificate.electorate().active(),
                        result.quorum());
    }

    static String words(Ending outcome, Optional<Route> route) {
        Function<Route, String> by =
                one -> one == Route.CONSENSUS ? " by consensus" : " by the %s route".formatted(one.label());
        return outcome.label() + route.map(by).orElse("");
    }
}
