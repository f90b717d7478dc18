package org.condaforge.quorate.certificate;

import java.util.ArrayList;
import java.util.List;
import org.condaforge.quorate.certificate.UnreadableCertificate.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A certificate as it is read from a file, strictly: every member must be there, of its kind, and no other.
///
/// @param certificate what it says
/// @param writtenHash the hash that stands in it
/// @param contentHash the hash of what it says
public record CertificateFile(Certificate certificate, String writtenHash, String contentHash) {

    /// How long a file may be, in characters: a pinned text has at most 16 million.
    public static final int LONGEST = 32_000_000;

    /// The member that names the format and its version.
    static final String FORMAT = "quorate-certificate";

    /// The member with the hash of everything else.
    static final String HASH = "hash";

    private static final int WORD = 500;
    private static final int TEXT = 17_000_000;
    private static final int DEEPEST = 10;
    private static final int MOST = 1_000_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(20)
                            .maxNameLength(WORD)
                            .maxStringLength(TEXT)
                            .maxDocumentLength(LONGEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /// Reads it.
    ///
    /// @throws UnreadableCertificate with every error there is, where there is one
    public static CertificateFile read(String text) throws UnreadableCertificate {
        if (text.length() > LONGEST) {
            throw UnreadableCertificate.because(
                    "%,d characters".formatted(text.length()), "at most %,d".formatted(LONGEST));
        }
        JsonNode tree = tree(text);
        if (!(tree instanceof ObjectNode root)) {
            throw UnreadableCertificate.because("other JSON", "a certificate, which is an object");
        }
        if (root.path(FORMAT).isMissingNode()) {
            throw UnreadableCertificate.because("no member “%s”".formatted(FORMAT), "a certificate of Quorate");
        }
        List<Problem> problems = new ArrayList<>();
        Part file = Part.root(root, problems);
        Part version = file.member(FORMAT);
        if (version.number(0, MOST) != Certificate.VERSION) {
            version.wrong("%d: this Quorate knows no other version of the format".formatted(Certificate.VERSION));
            throw new UnreadableCertificate(problems);
        }
        Certificate certificate = CertificateReader.certificate(file);
        String written = CertificateReader.digest(file.member(HASH));
        file.close();
        if (!problems.isEmpty()) {
            throw new UnreadableCertificate(problems);
        }
        return new CertificateFile(certificate, written, CanonicalJson.hash(root));
    }

    private static JsonNode tree(String text) throws UnreadableCertificate {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " in line %d, column %d"
                            .formatted(
                                    e.getLocation().getLineNr(), e.getLocation().getColumnNr());
            throw UnreadableCertificate.because(
                    "what is no JSON%s (%s)".formatted(where, Part.shown(e.getOriginalMessage())), "JSON");
        }
    }
}
