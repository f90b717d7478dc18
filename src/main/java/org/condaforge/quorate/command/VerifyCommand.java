package org.condaforge.quorate.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import org.condaforge.quorate.certificate.Certificate;
import org.condaforge.quorate.certificate.CertificateCheck;
import org.condaforge.quorate.certificate.CertificateFile;
import org.condaforge.quorate.certificate.CertificateReport;
import org.condaforge.quorate.certificate.UnreadableCertificate;
import org.condaforge.quorate.journal.JournalChain;
import org.springframework.context.ConfigurableApplicationContext;

/// `verify journal` computes the journal's chain of hashes anew and says whether it is whole; `verify FILE` counts a
/// vote's certificate again, without a database, and with `--journal` looks its end up in the chain, too.
final class VerifyCommand implements CommandLine.Command {

    private static final String JOURNAL = "--journal";

    /// As many as the longest text can have in UTF-8.
    private static final int MOST_BYTES = 4 * CertificateFile.LONGEST;

    private final Class<?> application;
    private final PrintStream out;
    private final PrintStream err;

    VerifyCommand(Class<?> application, PrintStream out, PrintStream err) {
        this.application = application;
        this.out = out;
        this.err = err;
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.isEmpty() || arguments.getFirst().startsWith("-")) {
            throw new CommandLine.Misuse("verify needs the file of a certificate, or: verify journal.");
        }
        String what = arguments.getFirst();
        List<String> options = arguments.subList(1, arguments.size());
        return what.equals("journal") ? journal(options) : file(what, options);
    }

    private int journal(List<String> properties) {
        properties(properties, "verify journal");
        return onDatabase(properties, this::check);
    }

    private static void properties(List<String> properties, String command) {
        properties.stream()
                .filter(property ->
                        !property.equals("--debug") && !(property.startsWith("--") && property.contains("=")))
                .findFirst()
                .ifPresent(property -> {
                    throw new CommandLine.Misuse("%s does not know “%s”.".formatted(command, property));
                });
    }

    private int onDatabase(List<String> properties, ToIntFunction<ConfigurableApplicationContext> work) {
        DataFolder data = DataFolder.of(properties);
        if (!data.hasOwnDatabase() && !data.hasCommunity()) {
            err.printf("There is no community in %s, and so no journal.%n", data.folder());
            return CommandLine.REFUSED;
        }
        return WithoutWeb.run(application, properties, "", err, work);
    }

    private int check(ConfigurableApplicationContext context) {
        JournalChain.Verdict verdict = context.getBean(JournalChain.class).check();
        verdict.faults().forEach(out::println);
        out.printf(
                "%,d entries, %,d of them chained; the chain ends at position %,d with the hash %s.%n",
                verdict.entries(), verdict.entries() - verdict.pending(), verdict.position(), verdict.hash());
        out.println(verdict.whole() ? "The journal is whole." : "The journal was tampered with.");
        return verdict.whole() ? CommandLine.DONE : CommandLine.REFUSED;
    }

    private int file(String name, List<String> options) {
        boolean withJournal = options.contains(JOURNAL);
        List<String> properties =
                options.stream().filter(option -> !option.equals(JOURNAL)).toList();
        if (withJournal) {
            properties(properties, "verify FILE --journal");
        } else if (!properties.isEmpty()) {
            throw new CommandLine.Misuse("verify FILE does not know “%s”.".formatted(properties.getFirst()));
        }
        Path path = path(name);
        try {
            CertificateReport report = CertificateCheck.of(CertificateFile.read(text(path)));
            print(report);
            if (!report.holds()) {
                return CommandLine.REFUSED;
            }
            return withJournal ? inJournal(report.certificate(), properties) : CommandLine.DONE;
        } catch (UnreadableCertificate e) {
            e.problems().forEach(problem -> out.printf("%s: %s%n", name, problem));
            out.println("This is no certificate that could be counted again. Download it anew from the vote's page.");
            return CommandLine.REFUSED;
        } catch (IOException e) {
            err.printf("%s cannot be read: %s%n", name, e.getMessage());
            return CommandLine.REFUSED;
        }
    }

    private static Path path(String name) {
        try {
            Path path = Path.of(name);
            if (Files.isRegularFile(path)) {
                return path;
            }
        } catch (InvalidPathException e) {
            // Said below.
        }
        throw new CommandLine.Misuse("There is no file %s.".formatted(name));
    }

    private static String text(Path path) throws IOException, UnreadableCertificate {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            throw UnreadableCertificate.because(
                    "more than %,d bytes".formatted(MOST_BYTES), "a certificate, which is shorter");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw UnreadableCertificate.because("bytes that are no UTF-8", "JSON in UTF-8");
        }
    }

    private void print(CertificateReport report) {
        out.println(report.subject());
        report.lines()
                .forEach(line -> out.printf(
                        "  %s %s%n",
                        switch (line.finding()) {
                            case HOLDS -> "✓";
                            case DIFFERS -> "✗";
                            case OPEN -> "·";
                        },
                        line.sentence()));
        int differences = report.differences().size();
        out.println(
                report.holds()
                        ? "The certificate holds: %s.".formatted(report.result())
                        : "The certificate does not hold: %s."
                                .formatted(differences == 1 ? "1 thing differs" : differences + " things differ"));
    }

    private int inJournal(Certificate certificate, List<String> properties) {
        if (certificate.journal().isEmpty()) {
            out.println("It names no place in the journal. Download it anew once its end is chained.");
            return CommandLine.REFUSED;
        }
        Certificate.Link link = certificate.journal().get();
        return onDatabase(properties, context -> {
            if (check(context) != CommandLine.DONE) {
                return CommandLine.REFUSED;
            }
            boolean there = context.getBean(JournalChain.class).holds(link.position(), link.hash());
            out.printf(
                    there
                            ? "Position %,d of the journal has the hash that the certificate names.%n"
                            : "Position %,d of the journal has another hash than the certificate names, or none.%n",
                    link.position());
            return there ? CommandLine.DONE : CommandLine.REFUSED;
        });
    }
}
