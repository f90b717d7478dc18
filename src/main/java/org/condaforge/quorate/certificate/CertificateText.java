package org.condaforge.quorate.certificate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.condaforge.quorate.certificate.Certificate.Ballot;
import org.condaforge.quorate.certificate.Certificate.Ballots;
import org.condaforge.quorate.certificate.Certificate.Code;
import org.condaforge.quorate.certificate.Certificate.Later;
import org.condaforge.quorate.certificate.Certificate.Person;
import org.condaforge.quorate.certificate.Certificate.Seat;
import org.condaforge.quorate.rule.Choice;
import org.condaforge.quorate.rule.Condition;
import org.condaforge.quorate.rule.Evidence;
import org.condaforge.quorate.rule.Notices;
import org.condaforge.quorate.rule.Route;
import org.condaforge.quorate.rule.RouteAssessment;
import org.condaforge.quorate.rule.Tally;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A certificate as a file: JSON in a fixed order, indented for people, with its own hash at the end. The same
/// certificate is always the same text.
public final class CertificateText {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");
    private static final Separators SEPARATORS = Separators.createDefaultInstance()
            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
            .withArrayEmptySeparator("");
    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPrettyPrinter(new DefaultPrettyPrinter(SEPARATORS)
                    .withObjectIndenter(TWO_SPACES)
                    .withArrayIndenter(TWO_SPACES))
            .build();

    private CertificateText() {}

    /// The file.
    public static String write(Certificate certificate) {
        ObjectNode root = tree(certificate);
        root.put(CertificateFile.HASH, CanonicalJson.hash(root));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static ObjectNode tree(Certificate certificate) {
        ObjectNode root = NODES.objectNode();
        root.put(CertificateFile.FORMAT, Certificate.VERSION);
        vote(root.putObject("vote"), certificate);
        terms(root.putObject("terms"), certificate.terms());
        text(root.putObject("text"), certificate.text());
        dates(root.putObject("dates"), certificate.dates());
        electorate(root.putObject("electorate"), certificate.electorate());
        ballots(root, certificate.ballots());
        evidence(root.putObject("evidence"), certificate.evidence());
        result(root.putObject("result"), certificate.result());
        timeOut(root, certificate.timeOut());
        journal(root, certificate.journal());
        return root;
    }

    private static void vote(ObjectNode to, Certificate certificate) {
        var vote = certificate.vote();
        to.put("id", vote.id());
        to.put("title", vote.title());
        to.put("classification", certificate.ballots() instanceof Ballots.Named ? "standard" : "sensitive");
        to.put("proposal", vote.proposal().orElse(null));
        to.put("justification", vote.justification());
        maybe(to, "calledBy", vote.calledBy());
    }

    private static void terms(ObjectNode to, Certificate.Terms terms) {
        to.put("policy", terms.policy());
        to.put("revision", terms.revision());
        to.put("item", terms.item());
        to.put("itemTitle", terms.itemTitle());
        to.put("rule", terms.rule());
        to.put("emeritusMayVote", terms.emeritusMayVote());
        to.put("rosterDate", terms.rosterDate().label());
    }

    private static void text(ObjectNode to, Certificate.Text text) {
        to.put("content", text.content());
        to.put("sha256", text.sha256());
        maybe(to, "source", text.source());
        maybe(to, "revision", text.revision());
    }

    private static void dates(ObjectNode to, Certificate.Dates dates) {
        to.put("opened", dates.opened().toString());
        maybe(to, "calledUntil", dates.calledUntil().map(Object::toString));
        to.put("closes", dates.closes().toString());
        maybe(to, "timeOut", dates.timeOut().map(Object::toString));
        to.put("decided", dates.decided().toString());
    }

    private static void electorate(ObjectNode to, Certificate.Electorate electorate) {
        to.put("active", electorate.active());
        to.put("emeritus", electorate.emeritus());
        electorate
                .roster()
                .ifPresentOrElse(
                        roster -> list(to, "roster", roster, CertificateText::seat), () -> to.putNull("roster"));
        list(to, "others", electorate.others(), CertificateText::later);
    }

    private static ObjectNode person(Person person) {
        return NODES.objectNode().put("login", person.login()).put("name", person.name());
    }

    private static ObjectNode seat(Seat seat) {
        return person(seat.person()).put("standing", seat.active() ? "active" : "emeritus");
    }

    private static ObjectNode later(Later later) {
        return seat(later.seat()).put("on", later.on().toString());
    }

    private static void ballots(ObjectNode root, Ballots ballots) {
        switch (ballots) {
            case Ballots.Named(var named) -> list(root, "ballots", named, CertificateText::ballot);
            case Ballots.Coded(var codes, var voters) -> {
                list(root, "codes", codes, CertificateText::code);
                list(root, "voters", voters, CertificateText::person);
            }
        }
    }

    private static ObjectNode ballot(Ballot ballot) {
        ObjectNode node = person(ballot.voter());
        node.put("choice", choice(ballot.choice()));
        node.put("comment", ballot.comment());
        node.put("castAt", ballot.castAt().toString());
        return maybe(node, "enteredBy", ballot.enteredBy());
    }

    private static ObjectNode code(Code code) {
        return NODES.objectNode().put("code", code.code()).put("choice", choice(code.choice()));
    }

    static String choice(Choice choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static void evidence(ObjectNode to, Evidence evidence) {
        to.put("planned", evidence.planned().toString());
        to.put("open", evidence.open().toString());
        to.put("ended", evidence.ended());
        to.put("presented", evidence.presented());
        notices(to.putObject("chat"), evidence.chat());
        notices(to.putObject("mail"), evidence.mail());
    }

    private static void notices(ObjectNode to, Notices notices) {
        to.put("start", notices.start());
        to.put("middle", notices.middle());
        to.put("end", notices.end());
    }

    private static void result(ObjectNode to, Certificate.Result result) {
        to.put("outcome", result.outcome().label());
        maybe(to, "route", result.route().map(Route::label));
        to.put("lapsed", result.lapsed());
        Tally tally = result.tally();
        to.putObject("tally").put("yes", tally.yes()).put("no", tally.no()).put("abstain", tally.abstain());
        to.put("quorum", result.quorum());
        list(to, "routes", result.routes(), CertificateText::route);
    }

    private static ObjectNode route(RouteAssessment route) {
        ObjectNode node = NODES.objectNode()
                .put("route", route.route().label())
                .put("state", route.state().label());
        list(node, "conditions", route.conditions(), CertificateText::condition);
        return node;
    }

    private static ObjectNode condition(Condition condition) {
        return NODES.objectNode()
                .put("name", condition.name())
                .put("have", condition.have())
                .put("bound", bound(condition))
                .put("need", condition.need())
                .put("met", condition.met());
    }

    static String bound(Condition condition) {
        return switch (condition.bound()) {
            case AT_LEAST -> "at-least";
            case AT_MOST -> "at-most";
        };
    }

    private static void timeOut(ObjectNode root, Optional<Certificate.TimeOut> timeOut) {
        timeOut.ifPresentOrElse(
                act -> root.putObject("timeOut")
                        .put("declaredBy", act.declaredBy())
                        .put("declaredAt", act.declaredAt().toString())
                        .put("verifiedBy", act.verifiedBy())
                        .put("verifiedAt", act.verifiedAt().toString()),
                () -> root.putNull("timeOut"));
    }

    private static void journal(ObjectNode root, Optional<Certificate.Link> journal) {
        journal.ifPresentOrElse(
                link -> root.putObject("journal")
                        .put("position", link.position())
                        .put("hash", link.hash()),
                () -> root.putNull("journal"));
    }

    private static ObjectNode maybe(ObjectNode to, String name, Optional<String> value) {
        return to.put(name, value.orElse(null));
    }

    private static <T> void list(ObjectNode to, String name, List<T> items, Function<T, ObjectNode> node) {
        ArrayNode array = to.putArray(name);
        items.forEach(item -> array.add(node.apply(item)));
    }
}
