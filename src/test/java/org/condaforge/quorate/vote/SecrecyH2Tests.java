package org.condaforge.quorate.vote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.condaforge.quorate.support.OnH2;
import org.condaforge.quorate.support.TestBeans;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// With H2 in a file, as the application starts with it.
@SpringBootTest(
        webEnvironment = WebEnvironment.NONE,
        properties = {OnH2.POLICIES, OnH2.NO_CLOSER, OnH2.KEYS, OnH2.NO_PAGES})
@Import(TestBeans.class)
@DirtiesContext
class SecrecyH2Tests extends SecrecyContract {

    private static final Path DATA = folderOfData();

    private static Path folderOfData() {
        try {
            return Files.createTempDirectory("quorate-secrecy");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void inAFile(DynamicPropertyRegistry registry) {
        registry.add("quorate.data", DATA::toString);
    }

    @Override
    Path files() {
        return DATA;
    }

    @Override
    void settle() {
        jdbc.sql("CHECKPOINT SYNC").update();
    }
}
