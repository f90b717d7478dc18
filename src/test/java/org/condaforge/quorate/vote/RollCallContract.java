package org.condaforge.quorate.vote;

import java.util.List;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the tests of the roll call share.
abstract class RollCallContract extends VotingContract {

    @Autowired
    RollCallReader rollCall;

    @Autowired
    MemberService members;

    @Autowired
    JdbcClient jdbc;

    MemberId id(String login) {
        return members.rosterEntry(login).orElseThrow().id();
    }

    RollCallNotes notes(VoteId vote) {
        return rollCall.of(summary(vote));
    }

    void recuse(String login, VoteId vote, String reason) {
        SignIn.as(login);
        casting.recuse(vote, reason);
        SignIn.out();
    }

    void makeSensitive(VoteId vote) {
        jdbc.sql("UPDATE vote SET classification = 'SENSITIVE' WHERE id = :id")
                .param("id", vote.number())
                .update();
    }

    /// What that member had said before, newest first: "+1 As above."; a recusal begins with "recused".
    List<String> earlier(VoteId vote, String login) {
        return notes(vote).earlierOf(id(login)).stream()
                .map(said -> said.choice().map(Choice::label).orElse("recused") + " " + said.comment())
                .map(String::strip)
                .toList();
    }

    /// How each row of the history was said, oldest first.
    List<String> history() {
        return jdbc.sql("SELECT how FROM ballot_history ORDER BY id")
                .query((row, i) -> String.valueOf(row.getString("how")))
                .list();
    }
}
