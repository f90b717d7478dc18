package org.condaforge.quorate.certificate;

import java.util.ArrayList;
import java.util.List;
import org.condaforge.quorate.certificate.CertificateReport.Finding;
import org.condaforge.quorate.certificate.CertificateReport.Line;

/// Gathers what a check finds.
final class Findings {

    private final List<Line> lines = new ArrayList<>();

    /// The one sentence where it is so, else the other.
    void expect(boolean so, String holds, String differs) {
        say(so ? Finding.HOLDS : Finding.DIFFERS, so ? holds : differs);
    }

    void say(Finding finding, String sentence) {
        lines.add(new Line(finding, sentence));
    }

    List<Line> lines() {
        return lines;
    }
}
