package org.condaforge.quorate.api;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.condaforge.quorate.meeting.MinutesTexts;
import org.condaforge.quorate.member.RosterArchive;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.vote.VoteRecordTexts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// Writes the record into a folder: rosters, minutes and vote records as they came in or in the same form, and
/// everything public as JSON. Sensitive votes are left out. Rosters have the columns they came with, e-mail addresses
/// included.
@Service
public class RecordExport {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu_MM_dd", Locale.ROOT);
    private static final Pattern RECORD_NAME =
            Pattern.compile("\\d{4}_\\d{2}(?:_\\d{2})?_[^/\\\\\\p{Cntrl}]{1,200}\\.md");
    private static final int SOME = 50;
    private static final int LONGEST_SLUG = 60;

    /// What keeps an export from being written, in a sentence for the person who asked for it.
    public static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /// What was written.
    ///
    /// @param files all of them, by their paths in the folder
    public record Written(List<String> files, int rosters, int meetings, int records) {

        public Written {
            files = List.copyOf(files);
        }
    }

    private final RosterArchive rosters;
    private final MinutesTexts minutes;
    private final VoteRecordTexts records;
    private final JsonExport json;

    RecordExport(RosterArchive rosters, MinutesTexts minutes, VoteRecordTexts records, JsonExport json) {
        this.rosters = rosters;
        this.minutes = minutes;
        this.records = records;
        this.json = json;
    }

    /// Writes everything as it is at one moment; the same record gives the same files. Files of an earlier export that
    /// are no part of this one are removed; nothing else in the folder is touched.
    ///
    /// @param folder one that does not exist, is empty, or has an earlier export
    /// @throws Refused where it is another one, where a file is in the way, and where one cannot be written
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Written writeTo(Path folder) {
        try {
            ExportFolder export = ExportFolder.open(folder);
            int lists = rosters(export);
            int held = minutes(export);
            int kept = records(export);
            json.writeTo(export);
            return new Written(export.close(), lists, held, kept);
        } catch (IOException e) {
            throw new Refused("The export stopped, because a file cannot be written: %s.".formatted(reason(e)));
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "%s, permission denied".formatted(denied.getFile());
            case FileSystemException failed when failed.getReason() == null -> "%s".formatted(failed.getFile());
            default -> String.valueOf(e.getMessage());
        };
    }

    private int rosters(ExportFolder export) throws IOException {
        int lists = 0;
        for (Standing list : Standing.values()) {
            Optional<String> text = rosters.today(list);
            if (text.isPresent()) {
                export.write(list == Standing.ACTIVE ? "core.csv" : "emeritus.csv", text.get());
                lists++;
            }
        }
        return lists;
    }

    private int minutes(ExportFolder export) throws IOException {
        List<LocalDate> days = minutes.marks().keySet().stream().sorted().toList();
        for (int at = 0; at < days.size(); at += SOME) {
            for (MinutesTexts.Text meeting : minutes.of(days.subList(at, Math.min(days.size(), at + SOME)))) {
                export.write("minutes/%s.md".formatted(meeting.date()), meeting.minutes());
            }
        }
        return days.size();
    }

    private int records(ExportFolder export) throws IOException {
        int kept = 0;
        List<VoteRecordTexts.Text> some = records.after(0, SOME);
        while (!some.isEmpty()) {
            for (VoteRecordTexts.Text record : some) {
                String number = String.valueOf(record.id().number());
                export.write(export.free("vote-results/" + name(record), number), record.text());
                kept++;
            }
            some = records.after(some.getLast().id().number(), SOME);
        }
        return kept;
    }

    /// The name it came under, else `2026_12_03_licences-of-seeds.md`.
    private static String name(VoteRecordTexts.Text record) {
        return record.fileName()
                .filter(name -> RECORD_NAME.matcher(name).matches())
                .orElseGet(() -> "%s_%s.md".formatted(DAY.format(record.closedOn()), slug(record)));
    }

    private static String slug(VoteRecordTexts.Text record) {
        String plain = Normalizer.normalize(record.title(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String slug = plain.substring(0, Math.min(plain.length(), LONGEST_SLUG)).replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "vote-" + record.id().number() : slug;
    }
}
