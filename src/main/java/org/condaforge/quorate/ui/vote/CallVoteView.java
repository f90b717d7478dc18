package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.policy.Classification;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.Subject;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.proposal.ProposalNumber;
import org.condaforge.quorate.proposal.ProposalService;
import org.condaforge.quorate.proposal.ProposalSummary;
import org.condaforge.quorate.rule.Electorate;
import org.condaforge.quorate.rule.Explanation;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Columns;
import org.condaforge.quorate.ui.component.PageHead;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.Call;
import org.condaforge.quorate.vote.CallRefused;
import org.condaforge.quorate.vote.VoteCalls;
import org.jspecify.annotations.Nullable;

/// Calls a vote: what kind, on what, until when; says before it is opened what it will need.
@Route("votes/new")
@PageTitle("Call a vote · Quorate")
@PermitAll
public class CallVoteView extends Composite<Main> implements BeforeEnterObserver {

    private final VoteCalls calls;
    private final ProposalService proposals;
    private final Reader reader;
    private final Policies policies;
    private final int active;
    private final Select<VotingItem> item = new Select<>();
    private final ComboBox<ProposalSummary> proposal = new ComboBox<>("CFEP");
    private final TextField question = new TextField("Question, in one line");
    private final TextArea text = new TextArea("Text that is voted on");
    private final TextArea justification = new TextArea("Justification");
    private final DeadlineField deadline;
    private final Paragraph needs = new Paragraph();
    private final UnorderedList problems = new UnorderedList();
    private final Button open = new Button("Open the vote", click -> open());

    public CallVoteView(
            VoteCalls calls, ProposalService proposals, Policies policies, MemberService members, Reader reader) {
        this.calls = calls;
        this.proposals = proposals;
        this.policies = policies;
        this.reader = reader;
        this.deadline = new DeadlineField(reader);
        this.active = members.roster().active().size();
        getContent().addClassName("q-page");
        getContent().setId("content");
        problems.getElement().setAttribute("role", "alert");
        problems.addClassName("q-problem");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        PageHead head = new PageHead("Call a vote").below(Address.link("votes", "Votes"));
        getContent().removeAll();
        if (!reader.isCore()) {
            getContent().add(head, new Card(new Paragraph("Only active core members may call a vote.")));
            return;
        }
        fields();
        open.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div form = new Div(item, proposal, question, text, justification, deadline, problems, open);
        form.addClassName("q-form");
        Paragraph secret = new Paragraph(
                "Sensitive items cannot be called yet: they need secret ballots, which are not there yet.");
        secret.addClassNames("q-dim", "q-small");
        getContent()
                .add(
                        head.lead("It opens at once. The rule, the text and the size of the roster stay with it."),
                        new Columns(List.of(new Card(form)), List.of(new Card("What it will need", needs, secret))));
        Address.parameter(event.getLocation(), "cfep")
                .filter(number -> number.matches("[1-9]\\d{0,5}"))
                .flatMap(number -> proposals.detail(new ProposalNumber(Integer.parseInt(number))))
                .ifPresent(found -> {
                    approvals().findFirst().ifPresent(item::setValue);
                    proposal.setValue(found.summary());
                });
        if (item.isEmpty()) {
            policies.all().stream()
                    .flatMap(policy -> policy.items().stream())
                    .filter(CallVoteView::callable)
                    .findFirst()
                    .ifPresent(item::setValue);
        }
    }

    private java.util.stream.Stream<VotingItem> approvals() {
        return policies.all().stream()
                .flatMap(policy -> policy.items().stream())
                .filter(CallVoteView::callable)
                .filter(found -> found.subject() == Subject.PROPOSAL);
    }

    private static boolean callable(VotingItem item) {
        return item.rule().isPresent() && item.classification() == Classification.STANDARD;
    }

    private void fields() {
        item.setLabel("What kind of decision");
        item.setItems(policies.all().stream()
                .flatMap(policy -> policy.items().stream())
                .toList());
        item.setItemLabelGenerator(
                found -> found == null ? "" : "%s · %s%s".formatted(found.title(), title(found), remark(found)));
        item.setItemEnabledProvider(found -> found != null && found.classification() == Classification.STANDARD);
        item.addValueChangeListener(change -> explain(change.getValue()));
        List<ProposalSummary> all = proposals
                .list(ProposalService.Filter.ALL, new Page.Request(0, Page.Request.GREATEST))
                .items();
        proposal.setItems(all);
        proposal.setItemLabelGenerator(
                found -> "%s: %s".formatted(found.number().label(), found.title()));
        proposal.setClearButtonVisible(true);
        proposal.addValueChangeListener(change -> prefill(change.getValue()));
        question.setMaxLength(300);
        text.setMinRows(4);
        text.setMaxRows(16);
        justification.setMinRows(2);
    }

    private static String remark(VotingItem found) {
        if (found.classification() == Classification.SENSITIVE) {
            return " (sensitive, not yet)";
        }
        return found.rule().isEmpty() ? " (no vote needed)" : "";
    }

    private String title(VotingItem found) {
        return policies.policy(found.policy()).map(Policy::title).orElse(found.policy());
    }

    private void prefill(@Nullable ProposalSummary chosen) {
        if (chosen == null) {
            text.setHelperText("Markdown");
            return;
        }
        if (question.isEmpty()) {
            question.setValue("Accept %s: %s".formatted(chosen.number().label(), chosen.title()));
        }
        boolean file = proposals.bodyOf(chosen.number()).isPresent();
        text.setHelperText(
                file
                        ? "Leave it empty to vote on the file of %s as it is now"
                                .formatted(chosen.number().label())
                        : "No file of %s is known: give the text"
                                .formatted(chosen.number().label()));
    }

    private void explain(@Nullable VotingItem chosen) {
        if (chosen == null) {
            needs.setText("Choose what kind of decision it is.");
            return;
        }
        boolean voted = chosen.rule().isPresent();
        open.setEnabled(voted);
        if (!voted) {
            needs.removeAll();
            needs.add(
                    new Span("“%s” needs no vote: a core member may do it alone and writes it down. "
                            .formatted(chosen.title())),
                    Address.link(
                            Address.with("rules/" + chosen.name(), Map.of("page", chosen.policy())),
                            "Read the rule and record it"));
            return;
        }
        Policy policy = policies.policy(chosen.policy()).orElseThrow();
        deadline.ask(policy.deadline(), reader.now().plus(policy.usualPeriod(chosen)));
        List<String> words = new ArrayList<>();
        String rule = Explanation.rule(chosen.rule().orElseThrow());
        words.add(Character.toUpperCase(rule.charAt(0)) + rule.substring(1) + ".");
        words.add(Explanation.figures(chosen.rule().orElseThrow(), new Electorate(active)));
        words.add("Open for %d hours at least."
                .formatted(chosen.restrictions().minimumPeriod().toHours()));
        if (chosen.restrictions().meetingInPeriod()) {
            words.add("A core meeting must fall inside the period.");
        }
        if (!chosen.restrictions().asksFor().isEmpty()) {
            words.add("The justification names "
                    + chosen.restrictions().asksFor().stream().collect(Collectors.joining(", ")) + ".");
        }
        needs.setText(String.join(" ", words));
        proposal.setRequiredIndicatorVisible(chosen.subject() == Subject.PROPOSAL);
        justification.setRequiredIndicatorVisible(chosen.restrictions().justification()
                || !chosen.restrictions().asksFor().isEmpty());
    }

    private void open() {
        problems.removeAll();
        VotingItem chosen = item.getValue();
        Optional<Instant> closesAt = deadline.instant();
        if (chosen == null || closesAt.isEmpty()) {
            problems.add(new ListItem("Choose what kind of decision it is, and the deadline."));
            return;
        }
        try {
            var id = calls.call(new Call(
                    chosen.policy(),
                    chosen.name(),
                    Optional.ofNullable(proposal.getValue()).map(ProposalSummary::number),
                    question.getValue(),
                    text.getValue(),
                    closesAt.get(),
                    justification.getValue()));
            UI.getCurrent().navigate(Address.of(id));
        } catch (CallRefused e) {
            e.reasons().forEach(reason -> problems.add(new ListItem(reason)));
        } catch (NotAllowed e) {
            problems.add(new ListItem(e.reason()));
        }
    }
}
