package org.condaforge.quorate.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.condaforge.quorate.meeting.Minutes;
import org.condaforge.quorate.meeting.MinutesArchive;
import org.condaforge.quorate.meeting.MinutesParser;
import org.condaforge.quorate.meeting.UnreadableMinutes;
import org.condaforge.quorate.proposal.CfepFile;
import org.condaforge.quorate.proposal.CfepIndex;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.proposal.Status;
import org.condaforge.quorate.proposal.UnreadableCfep;
import org.condaforge.quorate.source.ImportReport.Change;
import org.condaforge.quorate.vote.VoteRecordFile;
import org.condaforge.quorate.vote.VoteRecords;
import org.springframework.stereotype.Component;

/// Gives a file to the module that can read it. Whether it may count is asked before anything is taken over.
@Component
class Intake {

    /// The index of proposals is one.
    static final String INDEX = "index";

    /// `2020-07.22.md`, as minutes were once called.
    private static final Pattern OLD_NAME = Pattern.compile("^(\\d{4}-\\d{2})\\.(\\d{2})");

    private final ProposalService proposals;
    private final MinutesArchive minutes;
    private final VoteRecords records;

    Intake(ProposalService proposals, MinutesArchive minutes, VoteRecords records) {
        this.proposals = proposals;
        this.minutes = minutes;
        this.records = records;
    }

    /// Tells whether the file may count for what it tells of.
    interface Counting {

        /// @param label the same in words
        boolean mayCount(String gave, String label);
    }

    /// What kinds are called in reports.
    static String word(FileKind kind) {
        return switch (kind) {
            case ROSTER -> "member";
            case PROPOSAL -> "proposal";
            case PROPOSAL_INDEX -> INDEX;
            case MINUTES -> "meeting";
            case VOTE_RECORD -> "vote";
        };
    }

    /// Begins with the minutes of a run, after its rosters.
    MinutesArchive.Run begin() {
        return minutes.begin();
    }

    /// Takes a file over, if it may count.
    ///
    /// @param run what all files of minutes of the run have in common
    void take(FileKind kind, SourceFile file, MinutesArchive.Run run, Counting counting, Account account) {
        switch (kind) {
            case ROSTER -> throw new IllegalArgumentException("rosters are taken all at once");
            case PROPOSAL -> proposal(file, counting, account);
            case PROPOSAL_INDEX -> index(file, counting, account);
            case MINUTES -> minutes(file, run, counting, account);
            case VOTE_RECORD -> record(file, counting, account);
        }
    }

    private void proposal(SourceFile file, Counting counting, Account account) {
        CfepFile cfep;
        try {
            cfep = CfepFile.parse(file.text(), file.name());
        } catch (UnreadableCfep e) {
            account.refuse(file.path(), e.line(), String.valueOf(e.getMessage()));
            return;
        }
        if (cfep.template()) {
            account.notes.add("%s is the template, not a proposal.".formatted(file.path()));
            return;
        }
        String label = new ProposalNumber(cfep.number()).label();
        if (counting.mayCount(String.valueOf(cfep.number()), label)) {
            cfep.problems().forEach(p -> account.remark(file.path(), p.line(), p.message()));
            ProposalService.Change change = proposals.take(cfep, file.name(), file.text());
            account.add(file.path(), "proposal", label, Change.valueOf(change.name()));
        }
    }

    /// Many files are called README.md. An index lists proposals, most of them under headings that name a status.
    private void index(SourceFile file, Counting counting, Account account) {
        Map<Integer, Status> statuses = new TreeMap<>();
        List<CfepIndex.Listed> without = new ArrayList<>();
        for (CfepIndex.Listed listed : CfepIndex.listed(file.text())) {
            Optional<Status> status = listed.status();
            status.ifPresentOrElse(known -> statuses.put(listed.number(), known), () -> without.add(listed));
        }
        if (statuses.isEmpty() || statuses.size() < without.size()) {
            account.notRecognised.add(file.path());
            return;
        }
        if (counting.mayCount(INDEX, "the index of proposals")) {
            without.forEach(listed -> account.remark(
                    file.path(),
                    listed.line(),
                    "CFEP-%02d is listed under “%s”, which names no status."
                            .formatted(listed.number(), listed.section())));
            int changed = proposals.takeIndex(statuses);
            account.add(file.path(), INDEX, file.name(), changed > 0 ? Change.CHANGED : Change.UNCHANGED);
        }
    }

    private void minutes(SourceFile file, MinutesArchive.Run run, Counting counting, Account account) {
        Minutes read;
        try {
            read = MinutesParser.parse(
                    file.text(), OLD_NAME.matcher(file.name()).replaceFirst("$1-$2"));
        } catch (UnreadableMinutes e) {
            account.refuse(file.path(), e.line(), String.valueOf(e.getMessage()));
            return;
        }
        String date = read.date().toString();
        if (!counting.mayCount(date, "the meeting of " + date)) {
            return;
        }
        MinutesArchive.Taken taken = minutes.take(run, read, file.name(), file.text());
        read.problems().forEach(p -> account.remark(file.path(), p.line(), p.message()));
        account.add(file.path(), "meeting", date, Change.valueOf(taken.change().name()));
        taken.proposals().forEach(number -> account.add(file.path(), "proposal", number.label(), Change.NEW));
        taken.votes().forEach(vote -> {
            String label = new ProposalNumber(vote.cfep()).label();
            account.add(file.path(), "vote", "on %s, ended %s".formatted(label, vote.endsOn()), Change.NEW);
        });
    }

    private void record(SourceFile file, Counting counting, Account account) {
        VoteRecordFile record = VoteRecordFile.parse(file.text());
        if (record.template()) {
            account.notes.add("%s is the template, not a record.".formatted(file.path()));
            return;
        }
        if (record.closesAt().isEmpty()) {
            account.refuse(file.path(), 1, "No close date of the vote can be read, so it is no record of one.");
            return;
        }
        if (counting.mayCount(file.name(), "the vote record " + file.name())) {
            record.problems().forEach(p -> account.remark(file.path(), p.line(), p.message()));
            VoteRecords.Taken taken = records.take(record, file.name(), file.text());
            taken.contradiction().ifPresent(contradiction -> account.remark(file.path(), 1, contradiction));
            account.add(
                    file.path(),
                    "vote",
                    record.title(),
                    Change.valueOf(taken.change().name()));
        }
    }
}
