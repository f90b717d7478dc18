package org.condaforge.quorate.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.condaforge.quorate.support.Golden;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenCertificateTests {

    @ParameterizedTest
    @ValueSource(strings = {"passed", "rejected", "time-out", "lapsed", "consensus", "sensitive"})
    void aCertificateAndItsCheckReadLikeThis(String name) throws UnreadableCertificate {
        Certificate certificate = InventedVotes.named(name);
        String text = CertificateText.write(certificate);
        CertificateFile file = CertificateFile.read(text);

        assertThat(file.certificate()).isEqualTo(certificate);
        assertThat(CertificateText.write(file.certificate())).isEqualTo(text);
        CertificateReport report = CertificateCheck.of(file);
        assertThat(report.differences()).isEmpty();
        Golden.assertReads("certificate-" + name, text);
        Golden.assertReads(
                "certificate-" + name + "-check",
                report.lines().stream()
                        .map(line -> line.finding() + " " + line.sentence() + "\n")
                        .collect(Collectors.joining("", report.subject() + "\n", report.result() + "\n")));
    }
}
