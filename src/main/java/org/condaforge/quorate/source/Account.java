package org.condaforge.quorate.source;

import java.util.ArrayList;
import java.util.List;
import org.condaforge.quorate.source.ImportReport.Change;

/// The report of a run, or of one file of it, as it is written.
final class Account {

    final List<ImportReport.Entry> entries = new ArrayList<>();
    final List<String> notRecognised = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    final List<ImportReport.Problem> problems = new ArrayList<>();
    final List<ImportReport.Gone> gone = new ArrayList<>();
    final List<ImportReport.Second> second = new ArrayList<>();

    void addAll(Account other) {
        entries.addAll(other.entries);
        notRecognised.addAll(other.notRecognised);
        notes.addAll(other.notes);
        problems.addAll(other.problems);
        gone.addAll(other.gone);
        second.addAll(other.second);
    }

    void add(String file, String kind, String name, Change change) {
        entries.add(new ImportReport.Entry(file, kind, name, change));
    }

    void refuse(String file, int line, String message) {
        problems.add(new ImportReport.Problem(file, line, message, true));
    }

    void remark(String file, int line, String message) {
        problems.add(new ImportReport.Problem(file, line, message, false));
    }

    ImportReport report() {
        return new ImportReport(entries, notRecognised, notes, problems, gone, second);
    }
}
