package org.condaforge.quorate.vote;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.condaforge.quorate.member.CurrentMember;
import org.condaforge.quorate.member.MemberId;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.Roster;
import org.condaforge.quorate.policy.Classification;
import org.condaforge.quorate.policy.RosterDate;
import org.condaforge.quorate.policy.RuleNotation;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.Rule;
import org.condaforge.quorate.rule.Tally;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.store.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Votes as people look at them: lists, and each in a line or on its page. Changes nothing.
@Service
@Transactional(readOnly = true)
public class VoteReader {

    /// Which votes a list holds; an empty part leaves open.
    public record Filter(
            Set<VoteState> states,
            Optional<Result> result,
            Optional<String> item,
            Optional<ProposalNumber> proposal,
            Optional<Integer> year,
            String words) {

        /// Every vote.
        public static final Filter ALL =
                new Filter(Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");

        /// Votes in one of these states.
        public static Filter in(VoteState... states) {
            return new Filter(
                    Set.of(states), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");
        }

        /// Votes on that proposal.
        public static Filter on(ProposalNumber proposal) {
            return new Filter(
                    Set.of(), Optional.empty(), Optional.empty(), Optional.of(proposal), Optional.empty(), "");
        }

        /// The condition on rows of `vote v`, with its parameters put into the map.
        private String where(Map<String, Object> parameters, boolean insider) {
            StringBuilder where = new StringBuilder("WHERE 1 = 1");
            String wanted = words.strip().toLowerCase(Locale.ROOT);
            boolean tells = result.isPresent() || item.isPresent() || !wanted.isEmpty();
            if (proposal.isPresent() || (tells && !insider)) {
                // Finding a sensitive vote by its subject or outcome would tell them.
                where.append(" AND v.classification = 'STANDARD'");
            }
            if (!states.isEmpty()) {
                where.append(" AND %s IN (:states)".formatted(insider ? "v.state" : PUBLIC_STATE));
                parameters.put("states", states.stream().map(VoteState::name).toList());
            }
            result.ifPresent(ended -> {
                where.append(" AND v.outcome = :outcome");
                parameters.put("outcome", ended.name());
            });
            item.ifPresent(name -> {
                where.append(" AND v.item = :item");
                parameters.put("item", name);
            });
            proposal.ifPresent(number -> {
                where.append(" AND v.proposal = :proposal");
                parameters.put("proposal", number.value());
            });
            year.ifPresent(in -> {
                where.append(" AND EXTRACT(YEAR FROM v.closes_at) = :year");
                parameters.put("year", in);
            });
            if (!wanted.isEmpty()) {
                where.append(" AND LOWER(v.title) LIKE :pattern ESCAPE '!'");
                parameters.put(
                        "pattern",
                        "%" + wanted.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
            }
            return where.append(' ').toString();
        }
    }

    static final String COLUMNS = """
            SELECT v.id, v.title, v.policy, v.policy_revision, v.item, v.item_title, v.rule, v.emeritus_may_vote,
                   v.classification, v.state, v.opens_at, v.closes_at, v.time_out_at, v.decided_at, v.outcome, v.route,
                   v.quorum, v.yes_count, v.no_count, v.abstain_count, v.proposal, v.active, v.emeritus, v.roster,
                   v.planned_until
            """;

    /// The state as everybody may know it: of a sensitive vote, whether it still takes place.
    private static final String PUBLIC_STATE = """
            CASE WHEN v.classification = 'STANDARD' THEN v.state
                 WHEN v.state IN ('OPEN', 'OVERDUE') THEN 'OPEN' ELSE 'CLOSED' END
            """;

    private final JdbcClient jdbc;
    private final MemberService members;
    private final CurrentMember currentMember;
    private final VoteDetails details;

    VoteReader(JdbcClient jdbc, MemberService members, CurrentMember currentMember, VoteDetails details) {
        this.jdbc = jdbc;
        this.members = members;
        this.currentMember = currentMember;
        this.details = details;
    }

    /// A page of votes: those that take ballots first, the one that ends next at the top; then the rest,
    /// newest first.
    public Page<VoteSummary> list(Filter filter, Page.Request page) {
        Map<String, Object> parameters = new HashMap<>();
        boolean insider = insider();
        String where = filter.where(parameters, insider);
        int total = jdbc.sql("SELECT COUNT(*) FROM vote v " + where)
                .params(parameters)
                .query(Integer.class)
                .single();
        List<VoteSummary> rows = jdbc.sql(COLUMNS + "FROM vote v " + where + """

                         ORDER BY CASE WHEN v.state IN ('OPEN', 'OVERDUE') THEN 0 ELSE 1 END,
                                  CASE WHEN v.state IN ('OPEN', 'OVERDUE') THEN COALESCE(v.time_out_at, v.closes_at) END,
                                  COALESCE(v.decided_at, v.closes_at) DESC, v.id DESC
                         LIMIT :size OFFSET :offset""")
                .params(parameters)
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, i) -> summary(row))
                .list();
        return page.of(shown(withTallies(rows), insider), total);
    }

    /// The standard votes on each of these proposals, oldest first; those never voted on are absent.
    public Map<ProposalNumber, List<VoteId>> votesOn(Collection<ProposalNumber> proposals) {
        Map<ProposalNumber, List<VoteId>> found = new HashMap<>();
        if (proposals.isEmpty()) {
            return found;
        }
        jdbc.sql("""
                        SELECT v.proposal, v.id FROM vote v
                        WHERE v.proposal IN (:proposals) AND v.classification = 'STANDARD'
                        ORDER BY v.closes_at, v.id""")
                .param(
                        "proposals",
                        proposals.stream().map(ProposalNumber::value).toList())
                .query(row -> {
                    found.computeIfAbsent(new ProposalNumber(row.getInt("proposal")), n -> new ArrayList<>())
                            .add(new VoteId(row.getLong("id")));
                });
        return found;
    }

    /// How many votes are in each state.
    public Map<VoteState, Integer> countByState() {
        return jdbc
                .sql("SELECT told AS state, COUNT(*) AS n FROM (SELECT %s AS told FROM vote v) t GROUP BY told"
                        .formatted(insider() ? "v.state" : PUBLIC_STATE))
                .query((row, i) -> Map.entry(VoteState.valueOf(row.getString("state")), row.getInt("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// The items votes were called under and the years in which they ended: what a list can be narrowed to.
    public record Choices(List<Item> items, List<Integer> years) {

        /// An item's name and title.
        public record Item(String name, String title) {}
    }

    /// What a list can be narrowed to.
    public Choices choices() {
        List<Choices.Item> items = jdbc.sql("""
                        SELECT item, MAX(item_title) AS title FROM vote
                        WHERE item IS NOT NULL AND (classification = 'STANDARD' OR :insider = TRUE)
                        GROUP BY item ORDER BY 2""")
                .param("insider", insider())
                .query((row, i) -> new Choices.Item(row.getString("item"), row.getString("title")))
                .list();
        List<Integer> years = jdbc.sql(
                        "SELECT DISTINCT EXTRACT(YEAR FROM closes_at) AS ended FROM vote ORDER BY ended DESC")
                .query((row, i) -> row.getInt(1))
                .list();
        return new Choices(items, years);
    }

    /// The standard votes that were open on that day, UTC: from their opening to their end. The one that ends
    /// first is at the front.
    List<VoteSummary> openOn(LocalDate day) {
        List<VoteSummary> rows = jdbc.sql(COLUMNS + """
                         FROM vote v
                         WHERE v.classification = 'STANDARD' AND v.state <> 'WITHDRAWN' AND v.opens_at < :next
                          AND (COALESCE(v.time_out_at, v.closes_at) > :day
                               OR (v.state = 'OVERDUE' AND v.time_out_at IS NULL))
                         ORDER BY COALESCE(v.time_out_at, v.closes_at), v.id""")
                .param("day", day.atStartOfDay())
                .param("next", day.plusDays(1).atStartOfDay())
                .query((row, i) -> summary(row))
                .list();
        return withTallies(rows);
    }

    /// The votes that take ballots, in which that member has cast none and from which they have not recused
    /// themselves. Only to themselves: who has not voted in a sensitive one is nobody else's business.
    public List<VoteSummary> waitingFor(MemberId member) {
        boolean own = currentMember
                .signedIn()
                .flatMap(CurrentMember.SignedIn::member)
                .filter(member::equals)
                .isPresent();
        List<VoteSummary> rows = jdbc.sql(COLUMNS + """
                         FROM vote v WHERE v.state IN ('OPEN', 'OVERDUE')
                          AND NOT EXISTS (SELECT 1 FROM ballot b WHERE b.vote_id = v.id AND b.member_id = :member)
                          AND NOT EXISTS (SELECT 1 FROM recusal r WHERE r.vote_id = v.id AND r.member_id = :member)
                          AND (v.classification = 'STANDARD' OR (:own = TRUE
                            AND NOT EXISTS (SELECT 1 FROM sealed_ballot s
                                            WHERE s.vote_id = v.id AND s.member_id = :member)))
                         ORDER BY COALESCE(v.time_out_at, v.closes_at), v.id""")
                .param("member", member.number())
                .param("own", own)
                .query((row, i) -> summary(row))
                .list();
        return shown(withTallies(rows), insider());
    }

    /// Whether there is a vote with that id.
    public boolean exists(VoteId id) {
        return jdbc.sql("SELECT COUNT(*) FROM vote WHERE id = :id")
                        .param("id", id.number())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /// The vote in a line, as the person at the keyboard may see it: see [VoteSummary#forThePublic].
    public Optional<VoteSummary> summary(VoteId id) {
        return whole(id).map(vote -> vote.isPublic() || insider() ? vote : vote.forThePublic());
    }

    /// The vote in a line whoever asks, for the application's own acts.
    Optional<VoteSummary> whole(VoteId id) {
        return withTallies(withoutTally(id).stream().toList()).stream().findFirst();
    }

    /// The same, of an open vote without its tally and with the roster of its call: one row, however many ballots
    /// there are.
    Optional<VoteSummary> withoutTally(VoteId id) {
        return jdbc.sql(COLUMNS + "FROM vote v WHERE v.id = :id")
                .param("id", id.number())
                .query((row, i) -> summary(row))
                .optional();
    }

    /// The vote with all that its page shows.
    public Optional<VoteDetail> detail(VoteId id) {
        return summary(id).map(vote -> vote.isHidden() ? VoteDetail.hidden(vote) : details.of(vote));
    }

    /// Whether the person at the keyboard may read of sensitive votes.
    private boolean insider() {
        return currentMember
                .signedIn()
                .filter(CurrentMember.SignedIn::readsSensitive)
                .isPresent();
    }

    private static List<VoteSummary> shown(List<VoteSummary> votes, boolean insider) {
        return insider ? votes : votes.stream().map(VoteSummary::forThePublic).toList();
    }

    private List<VoteSummary> withTallies(List<VoteSummary> rows) {
        List<Long> counting = rows.stream()
                .filter(VoteReader::hasOpenBallots)
                .map(row -> row.id().number())
                .toList();
        Map<VoteId, Tally> tallies = counting.isEmpty() ? Map.of() : tallies(counting);
        return rows.stream()
                .map(row -> hasOpenBallots(row) ? row.with(tallies.getOrDefault(row.id(), Tally.NONE)) : row)
                .map(following(rows))
                .toList();
    }

    /// Nobody knows the tally of sealed ballots.
    private static boolean hasOpenBallots(VoteSummary vote) {
        return vote.takesBallots() && vote.isPublic();
    }

    /// Gives those of the votes today's roster that are counted by the roster of their closing.
    private UnaryOperator<VoteSummary> following(List<VoteSummary> rows) {
        if (rows.stream().noneMatch(VoteSummary::followsRoster)) {
            return UnaryOperator.identity();
        }
        Roster today = members.roster();
        return row -> row.followsRoster() ? row.on(today) : row;
    }

    private Map<VoteId, Tally> tallies(Collection<Long> votes) {
        return jdbc
                .sql("""
                        SELECT vote_id, SUM(CASE WHEN choice = 'YES' THEN 1 ELSE 0 END) AS y,
                               SUM(CASE WHEN choice = 'NO' THEN 1 ELSE 0 END) AS n,
                               SUM(CASE WHEN choice = 'ABSTAIN' THEN 1 ELSE 0 END) AS a
                        FROM ballot WHERE vote_id IN (:votes) GROUP BY vote_id""")
                .param("votes", votes)
                .query((row, i) -> Map.entry(
                        new VoteId(row.getLong("vote_id")),
                        new Tally(row.getInt("y"), row.getInt("n"), row.getInt("a"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// The tally of the ballots as they are now.
    Tally tally(VoteId id) {
        return tallies(List.of(id.number())).getOrDefault(id, Tally.NONE);
    }

    /// A row of [#COLUMNS], of an open vote without its tally.
    static VoteSummary summary(ResultSet row) throws SQLException {
        return new VoteSummary(
                new VoteId(row.getLong("id")),
                row.getString("title"),
                terms(row),
                Classification.valueOf(row.getString("classification")),
                VoteState.valueOf(row.getString("state")),
                Utc.maybeInstant(row, "opens_at"),
                Utc.instant(row, "closes_at"),
                Utc.maybeInstant(row, "time_out_at"),
                Utc.maybeInstant(row, "decided_at"),
                Optional.ofNullable(row.getString("outcome")).map(Result::valueOf),
                Optional.ofNullable(row.getString("route")).map(Route::valueOf),
                decidedTally(row),
                Utc.maybeInt(row, "proposal").map(ProposalNumber::new),
                Utc.maybeInstant(row, "planned_until"));
    }

    private static Optional<Tally> decidedTally(ResultSet row) throws SQLException {
        Optional<Integer> yes = Utc.maybeInt(row, "yes_count");
        return yes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Tally(yes.get(), row.getInt("no_count"), row.getInt("abstain_count")));
    }

    private static Optional<VoteSummary.Terms> terms(ResultSet row) throws SQLException {
        String notation = row.getString("rule");
        Optional<Integer> onRoster = Utc.maybeInt(row, "active");
        if (notation == null || onRoster.isEmpty()) {
            return Optional.empty();
        }
        Rule rule = RuleNotation.read(notation);
        int active = onRoster.get();
        int quorum = Utc.maybeInt(row, "quorum").orElseGet(() -> VoteSummary.Terms.quorum(rule, active));
        return Optional.of(new VoteSummary.Terms(
                row.getString("policy"),
                row.getString("policy_revision"),
                row.getString("item"),
                row.getString("item_title"),
                rule,
                row.getBoolean("emeritus_may_vote"),
                active,
                row.getInt("emeritus"),
                RosterDate.valueOf(row.getString("roster")),
                quorum));
    }
}
