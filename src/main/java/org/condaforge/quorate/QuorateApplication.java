package org.condaforge.quorate;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Quorate: proposals, votes, rosters and meetings of a project that governs itself. */
@SpringBootApplication
public class QuorateApplication {

    /** Starts the application with the given command line. */
    public static void main(String[] args) {
        SpringApplication.run(QuorateApplication.class, args);
    }
}
