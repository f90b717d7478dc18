package org.condaforge.quorate.vote;

import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.seal.BallotKeys;
import org.condaforge.quorate.seal.BallotSeal;
import org.condaforge.quorate.seal.OpenedBallot;
import org.condaforge.quorate.seal.VoterCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The sealed ballots of secret votes: puts them in, one a member and vote, and opens them in memory. It keeps
/// no time, no order and no count of changes, and writes no log. Works in the transaction of its caller.
@Component
class SealedBox {

    /// Ballots that cannot be opened: the key is lost, or one of them was changed behind our back. None is
    /// counted then, because a part of the ballots decides nothing.
    static final class Unopenable extends Exception {

        private static final long serialVersionUID = 1L;

        Unopenable(String why) {
            super(why);
        }
    }

    /// A folder of keys that is not there, and may come back.
    static final class KeysAway extends RuntimeException {

        private static final long serialVersionUID = 1L;

        KeysAway(Instant until) {
            super("the folder of keys is not there. Bring it back; the vote waits for it until %s".formatted(until));
        }
    }

    /// The rows are kept in the order of vote and member.
    private static final int MEMBER_BITS = 24;

    private record Sealed(long member, byte[] ballot) {}

    private final BallotKeys keys;
    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    SealedBox(BallotKeys keys, JdbcClient jdbc) {
        this.keys = keys;
        this.jdbc = jdbc;
    }

    /// Seals a ballot and puts it in the place of the member's former one, if there was any.
    ///
    /// @return the code under which it will be published: a new one each time
    VoterCode put(VoteId vote, MemberId member, Choice choice) {
        byte[] key = jdbc.sql("SELECT public_key FROM secret_vote WHERE vote_id = :vote AND key_due_at IS NULL")
                .param("vote", vote.number())
                .query((row, i) -> row.getBytes("public_key"))
                .single();
        VoterCode code = VoterCode.random(random);
        byte[] sealed = BallotSeal.seal(
                BallotSeal.publicKey(key), place(vote, member.number()), new OpenedBallot(code, choice));
        jdbc.sql("""
                        INSERT INTO sealed_ballot (place, vote_id, member_id, sealed)
                        VALUES (:place, :vote, :member, :sealed)
                        ON DUPLICATE KEY UPDATE sealed = VALUES(sealed)""")
                .param("place", (vote.number() << MEMBER_BITS) + member.number())
                .param("vote", vote.number())
                .param("member", member.number())
                .param("sealed", sealed)
                .update();
        return code;
    }

    /// How many have voted.
    int voters(VoteId vote) {
        return jdbc.sql("SELECT COUNT(*) FROM sealed_ballot WHERE vote_id = :vote")
                .param("vote", vote.number())
                .query(Integer.class)
                .single();
    }

    /// Whether that member has voted.
    boolean has(VoteId vote, MemberId member) {
        return jdbc.sql("SELECT COUNT(*) FROM sealed_ballot WHERE vote_id = :vote AND member_id = :member")
                        .param("vote", vote.number())
                        .param("member", member.number())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /// What is in the ballots, in the order of their codes.
    ///
    /// @param patience until when a folder of keys that is not there is waited for
    /// @throws KeysAway while it is waited for
    List<OpenedBallot> open(VoteId vote, Instant now, Instant patience) throws Unopenable {
        List<Sealed> sealed = jdbc.sql("SELECT member_id, sealed FROM sealed_ballot WHERE vote_id = :vote")
                .param("vote", vote.number())
                .query((row, i) -> new Sealed(row.getLong("member_id"), row.getBytes("sealed")))
                .list();
        PrivateKey key = key(vote, now, patience);
        List<OpenedBallot> opened = new ArrayList<>();
        for (Sealed each : sealed) {
            try {
                opened.add(BallotSeal.open(key, place(vote, each.member()), each.ballot()));
            } catch (BallotSeal.Broken e) {
                throw new Unopenable("A ballot does not open: it was changed in the database.");
            }
        }
        opened.sort(Comparator.comparing(OpenedBallot::code));
        return opened;
    }

    private PrivateKey key(VoteId vote, Instant now, Instant patience) throws Unopenable {
        if (!keys.reachable() && now.isBefore(patience)) {
            throw new KeysAway(patience);
        }
        Optional<PrivateKey> key = keyName(vote).flatMap(keys::find);
        return key.orElseThrow(() -> new Unopenable("The key that opens its ballots is lost."));
    }

    private Optional<UUID> keyName(VoteId vote) {
        return jdbc.sql("SELECT key_name FROM secret_vote WHERE vote_id = :vote")
                .param("vote", vote.number())
                .query(String.class)
                .optional()
                .map(UUID::fromString);
    }

    /// Removes the sealed ballot of a member, if there is one.
    void remove(VoteId vote, MemberId member) {
        jdbc.sql("DELETE FROM sealed_ballot WHERE vote_id = :vote AND member_id = :member")
                .param("vote", vote.number())
                .param("member", member.number())
                .update();
    }

    /// Removes the sealed ballots of a vote.
    void empty(VoteId vote) {
        jdbc.sql("DELETE FROM sealed_ballot WHERE vote_id = :vote")
                .param("vote", vote.number())
                .update();
    }

    static Tally tally(List<OpenedBallot> opened) {
        Tally tally = Tally.NONE;
        for (OpenedBallot ballot : opened) {
            tally = tally.plus(ballot.choice());
        }
        return tally;
    }

    /// To what a ballot is bound: elsewhere it does not open.
    private static String place(VoteId vote, long member) {
        return "vote %d, member %d".formatted(vote.number(), member);
    }
}
