package org.condaforge.quorate.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.condaforge.quorate.support.MariaDb;
import org.condaforge.quorate.support.OnH2;
import org.condaforge.quorate.support.TestBeans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// With a MariaDB that writes every change of a row into its binary log.
@ExtendWith(MariaDb.Runs.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.NONE,
        properties = {OnH2.POLICIES, OnH2.NO_CLOSER, OnH2.KEYS, OnH2.NO_PAGES})
@ContextConfiguration(initializers = MariaDb.WithBinaryLog.class)
@Import(TestBeans.class)
class SecrecyMariaDbIT extends SecrecyContract {

    @Override
    Path files() {
        return MariaDb.WithBinaryLog.folder();
    }

    @Override
    void settle() {
        jdbc.sql("FLUSH BINARY LOGS").update();
    }

    @Test
    void theBinaryLogIsThereAndHasTheNamesOfThePeople() throws IOException {
        settle();
        try (var logs = Files.list(files())) {
            assertThat(logs.filter(file -> file.getFileName().toString().matches("changes\\.\\d+"))
                            .map(SecrecyMariaDbIT::text))
                    .anyMatch(text -> text.contains("Chestnut"));
        }
    }

    private static String text(Path log) {
        try {
            return Files.readString(log, java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
