package org.condaforge.quorate.vote;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.Member;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.store.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How votes were called, in the database. Works in the transaction of its caller.
@Component
class CallStore {

    /// A vote that takes ballots at `:now`, whether or not its end was noticed yet.
    static final String TAKES_BALLOTS = """
            ((state = 'OPEN' AND closes_at > :now)
              OR (state = 'OVERDUE' AND (time_out_at IS NULL OR time_out_at > :now)))""";

    /// What is true of votes that `:member` or, as no member, `:login` called; in lower case.
    private static final String CALLED_BY = """
            (called_by = :member OR EXISTS (
                SELECT 1 FROM vote_call c WHERE c.vote_id = vote.id AND LOWER(c.caller_login) = :login))""";

    private final JdbcClient jdbc;
    private final MemberService members;

    CallStore(JdbcClient jdbc, MemberService members) {
        this.jdbc = jdbc;
        this.members = members;
    }

    /// Keeps with a vote how it was called.
    void keep(VoteId vote, Call call, VotingItem item, Actor by) {
        Optional<MemberId> about = call.about().flatMap(members::byLogin).map(Member::id);
        jdbc.sql("""
                        INSERT INTO vote_call (vote_id, caller_login, about_member, about_login, text_link,
                                               text_revision, discussion, replaces)
                        VALUES (:vote, :login, :member, :about, :link, :revision, :discussion, :replaces)""")
                .param("vote", vote.number())
                .param("login", by.loginOfNoMember().orElse(null))
                .param("member", about.map(MemberId::number).orElse(null))
                .param("about", about.isPresent() ? null : call.about().orElse(null))
                .param("link", call.source().link())
                .param("revision", call.source().revision())
                .param("discussion", call.discussion())
                .param("replaces", call.replaces().map(VoteId::number).orElse(null))
                .update();
        List<String> asked = item.restrictions().asksFor();
        for (int i = 0; i < asked.size(); i++) {
            jdbc.sql("""
                            INSERT INTO vote_statement (vote_id, position, asked, stated)
                            VALUES (:vote, :position, :asked, :stated)""")
                    .param("vote", vote.number())
                    .param("position", i)
                    .param("asked", asked.get(i))
                    .param(
                            "stated",
                            call.statements().getOrDefault(asked.get(i), "").strip())
                    .update();
        }
    }

    /// The vote that takes ballots on that subject.
    Optional<VoteId> activeOn(String subject) {
        return jdbc.sql("SELECT id FROM vote WHERE open_subject = :subject")
                .param("subject", subject)
                .query(Long.class)
                .optional()
                .map(VoteId::new);
    }

    /// The vote that was called in place of this one.
    Optional<VoteId> replacementOf(VoteId vote) {
        return jdbc.sql("SELECT vote_id FROM vote_call WHERE replaces = :vote")
                .param("vote", vote.number())
                .query(Long.class)
                .optional()
                .map(VoteId::new);
    }

    /// Whether that person called it.
    boolean isCaller(VoteId vote, Actor person) {
        return jdbc.sql("SELECT COUNT(*) FROM vote WHERE id = :id AND " + CALLED_BY)
                        .param("id", vote.number())
                        .param("member", person.member().map(MemberId::number).orElse(null))
                        .param("login", person.key())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /// Takes back a vote that takes ballots at that instant.
    ///
    /// @return whether it was one, and that person's
    boolean withdraw(VoteId vote, Actor by, String reason, Instant now) {
        return jdbc.sql(
                                "UPDATE vote SET state = 'WITHDRAWN', decided_at = :now, record_note = :reason WHERE id = :id AND "
                                        + CALLED_BY + " AND " + TAKES_BALLOTS)
                        .param("id", vote.number())
                        .param("member", by.member().map(MemberId::number).orElse(null))
                        .param("login", by.key())
                        .param("now", Utc.column(now))
                        .param("reason", reason)
                        .update()
                == 1;
    }
}
