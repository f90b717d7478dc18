package org.condaforge.quorate.vote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.condaforge.quorate.policy.Classification;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.VotableProposal;
import org.condaforge.quorate.proposal.VotableProposals;
import org.condaforge.quorate.store.Words;
import org.springframework.stereotype.Component;

/// Finds what is missing in what a call says: the question, whom or what it is about, the text, and what the item asks
/// its caller to state.
@Component
class ContentLinter {

    /// In characters, as a vote has room for it.
    static final int LONGEST_TITLE = 300;

    private static final int LONGEST_REVISION = 200;
    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,38}");

    private final VotableProposals proposals;

    ContentLinter(VotableProposals proposals) {
        this.proposals = proposals;
    }

    List<Finding> of(Call call, VotingItem item, String text) {
        List<Finding> findings = new ArrayList<>();
        sensitive(call, item).ifPresent(findings::add);
        if (!isTitle(call.title())) {
            findings.add(Finding.forbids(
                    "every vote: a question",
                    "Give the question in one line of at most %d characters.".formatted(LONGEST_TITLE)));
        }
        findings.addAll(subject(call, item));
        call.proposal().ifPresent(number -> findings.addAll(proposal(call, number)));
        if (text.isBlank()) {
            findings.add(Finding.forbids("every vote: a text", "Give the text that is voted on."));
        }
        findings.addAll(source(call));
        findings.addAll(reasons(call, item));
        return findings;
    }

    /// A secret vote has no public page that could lead to it.
    private static Optional<Finding> sensitive(Call call, VotingItem item) {
        return item.classification() == Classification.SENSITIVE
                        && call.proposal().isPresent()
                ? Optional.of(Finding.forbids(
                        CallLinter.clause(item, "class sensitive"),
                        "A vote on “%s” is secret: it cannot be linked to a CFEP, whose page is public."
                                .formatted(item.title())))
                : Optional.empty();
    }

    /// Whether a text will do as a vote's question.
    static boolean isTitle(String title) {
        String line = title.strip();
        return !line.isEmpty() && line.length() <= LONGEST_TITLE && line.lines().count() == 1;
    }

    private static List<Finding> subject(Call call, VotingItem item) {
        String clause = CallLinter.clause(item, "subject");
        List<Finding> findings = new ArrayList<>();
        switch (item.subject()) {
            case PROPOSAL -> {
                if (call.proposal().isEmpty()) {
                    findings.add(
                            Finding.forbids(clause, "“%s” is a vote on a CFEP: choose which.".formatted(item.title())));
                }
            }
            case MEMBER -> {
                if (call.about().isEmpty()) {
                    findings.add(Finding.forbids(
                            clause,
                            "“%s” is about a person: choose a member, or give the login of somebody who is none."
                                    .formatted(item.title())));
                }
            }
            case FREE -> {}
        }
        call.about()
                .filter(LOGIN.asMatchPredicate().negate())
                .ifPresent(login -> findings.add(Finding.forbids(
                        clause,
                        "A login has letters, digits and hyphens only, at most 39 of them; this one does not.")));
        return findings;
    }

    private List<Finding> proposal(Call call, ProposalNumber number) {
        Optional<VotableProposal> found = proposals.find(number);
        String clause = "every vote on a CFEP: its text";
        if (found.isEmpty()) {
            return List.of(Finding.forbids(clause, "There is no %s.".formatted(number.label())));
        }
        List<Finding> findings = new ArrayList<>();
        VotableProposal proposal = found.get();
        if (!proposal.hasFile() && !call.text().isBlank()) {
            findings.add(Finding.warns(
                    clause,
                    "No file of %s is known here: check that this is the text people read.".formatted(number.label())));
        }
        if (proposal.lastDiscussed().isEmpty()) {
            findings.add(Finding.warns(clause, "%s was discussed at no meeting on record.".formatted(number.label())));
        } else if (proposal.changedSinceDiscussed()) {
            findings.add(Finding.warns(
                    clause,
                    "%s was changed on %s, after it was last discussed on %s: not everybody may know its text."
                            .formatted(
                                    number.label(),
                                    proposal.updated().orElseThrow(),
                                    proposal.lastDiscussed().orElseThrow())));
        }
        return findings;
    }

    private static List<Finding> source(Call call) {
        String clause = "every vote: its links";
        List<Finding> findings = new ArrayList<>();
        if (!Links.allow(call.source().link())) {
            findings.add(Finding.forbids(clause, "Where the text stands: " + Links.FORM + "."));
        }
        if (!Links.allow(call.discussion())) {
            findings.add(Finding.forbids(clause, "Where it is discussed: " + Links.FORM + "."));
        }
        String revision = call.source().revision();
        if (revision.length() > LONGEST_REVISION || revision.lines().count() > 1) {
            findings.add(Finding.forbids(
                    clause, "Give the revision in one line of at most %d characters.".formatted(LONGEST_REVISION)));
        }
        return findings;
    }

    private static List<Finding> reasons(Call call, VotingItem item) {
        List<Finding> findings = new ArrayList<>();
        if (item.restrictions().justification() && call.justification().isBlank()) {
            findings.add(Finding.forbids(
                    CallLinter.clause(item, "justification"), "“%s” needs a justification.".formatted(item.title())));
        }
        List<String> missing = item.restrictions().asksFor().stream()
                .filter(asked -> call.statements().getOrDefault(asked, "").isBlank())
                .toList();
        if (!missing.isEmpty()) {
            findings.add(Finding.forbids(
                    CallLinter.clause(item, "asks-for"),
                    "“%s” asks for: %s. Give %s in its own field."
                            .formatted(item.title(), String.join(", ", missing), missing.size() == 1 ? "it" : "each")));
        }
        boolean tooLong = call.justification().strip().length() > Words.MOST
                || call.statements().values().stream()
                        .anyMatch(stated -> stated.strip().length() > Words.MOST);
        if (tooLong) {
            findings.add(Finding.forbids(
                    "every vote: its justification",
                    "Keep the justification, and each thing you state, to %,d characters; the text itself may be longer."
                            .formatted(Words.MOST)));
        }
        return findings;
    }
}
