package org.condaforge.quorate.certificate;

import java.time.Duration;
import org.condaforge.quorate.certificate.CertificateReport.Finding;
import org.condaforge.quorate.rule.Evidence;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.store.Sha256;

/// Counts a certificate again: from its ballots, its roster, its rule and its evidence to its result, and says line by
/// line what holds and what differs. It cannot tell whether people cast what stands there; for that the roll call is
/// public and the journal has a chain.
public final class CertificateCheck {

    private final CertificateFile file;
    private final Certificate certificate;
    private final Findings findings = new Findings();

    private CertificateCheck(CertificateFile file) {
        this.file = file;
        this.certificate = file.certificate();
    }

    /// Checks a certificate.
    public static CertificateReport of(CertificateFile file) {
        CertificateCheck check = new CertificateCheck(file);
        check.hashes();
        check.dates();
        new VoterCheck(check.certificate, check.findings).check();
        check.evidence();
        new CountCheck(check.certificate, check.findings).check();
        check.timeOut();
        check.journal();
        return new CertificateReport(file.certificate(), check.findings.lines());
    }

    private void hashes() {
        findings.expect(
                file.writtenHash().equals(file.contentHash()),
                "The certificate has the hash that stands in it.",
                "The certificate was changed: it has the hash %s, and %s stands in it."
                        .formatted(file.contentHash(), file.writtenHash()));
        String text = Sha256.of(certificate.text().content());
        findings.expect(
                text.equals(certificate.text().sha256()),
                "The text is the one that was pinned, by its SHA-256.",
                "The text is not the one that was pinned: it has the SHA-256 %s, and %s was pinned."
                        .formatted(text, certificate.text().sha256()));
    }

    private void dates() {
        var dates = certificate.dates();
        boolean inOrder = dates.opened().isBefore(dates.closes())
                && dates.opened().isBefore(dates.decided())
                && dates.timeOut().filter(dates.closes()::isAfter).isEmpty()
                && dates.calledUntil()
                        .filter(until -> !until.isBefore(dates.closes()))
                        .isEmpty();
        findings.expect(
                inOrder,
                "Its dates follow each other: opened %s, set end %s, decided %s."
                        .formatted(dates.opened(), dates.closes(), dates.decided()),
                "Its dates do not follow each other: opened %s, set end %s, time-out %s, decided %s."
                        .formatted(
                                dates.opened(),
                                dates.closes(),
                                dates.timeOut().map(Object::toString).orElse("none"),
                                dates.decided()));
    }

    private void evidence() {
        Evidence evidence = certificate.evidence();
        var dates = certificate.dates();
        Duration planned = Duration.between(dates.opened(), dates.calledUntil().orElse(dates.closes()));
        findings.expect(
                evidence.planned().equals(planned),
                "The planned period is that from the opening to the end it was called with.",
                "The planned period is %s, and from the opening to the end it was called with it is %s."
                        .formatted(evidence.planned(), planned));
        Duration open = Duration.between(dates.opened(), dates.decided());
        findings.expect(
                evidence.open().compareTo(open) <= 0,
                "It was open no longer than until it was decided.",
                "It is said to have been open for %s, and from the opening to the decision it is %s."
                        .formatted(evidence.open(), open));
    }

    private void timeOut() {
        boolean timedOut =
                certificate.result().route().filter(Route.TIME_OUT::equals).isPresent();
        if (certificate.timeOut().isEmpty()) {
            if (timedOut) {
                findings.say(Finding.DIFFERS, "It was timed out, and nobody declared that.");
            }
            return;
        }
        var act = certificate.timeOut().get();
        findings.expect(
                timedOut,
                "It was timed out, and that was declared.",
                "A time-out was declared, and the vote was not timed out.");
        findings.expect(
                !act.declaredBy().equalsIgnoreCase(act.verifiedBy())
                        && !act.verifiedAt().isBefore(act.declaredAt()),
                "The time-out was declared by one member and then verified by another.",
                "The time-out was not declared by one member and then verified by another.");
    }

    private void journal() {
        certificate
                .journal()
                .ifPresentOrElse(
                        link -> findings.say(
                                Finding.OPEN,
                                "Its end stands in the journal at position %d with the hash %s: compare it with the page Journal, or check with --journal."
                                        .formatted(link.position(), link.hash())),
                        () -> findings.say(
                                Finding.OPEN,
                                "Its end was not chained in the journal yet when the certificate was written."));
    }
}
