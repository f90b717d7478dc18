package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.MemberService.Person;
import org.condaforge.quorate.policy.Classification;
import org.condaforge.quorate.policy.Subject;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.proposal.ProposalSummary;

/// Asks what or whom a vote is about, and for the question.
final class SubjectFields extends Composite<Div> {

    private final ComboBox<ProposalSummary> proposal = new ComboBox<>("CFEP");
    private final ComboBox<String> person = new ComboBox<>("Whom it is about");
    private final TextField question = new TextField("Question, in one line");
    private final List<String> logins;

    SubjectFields(List<ProposalSummary> proposals, List<Person> people, Runnable changed) {
        proposal.setItems(proposals);
        proposal.setItemLabelGenerator(
                found -> "%s: %s".formatted(found.number().label(), found.title()));
        proposal.setClearButtonVisible(true);
        proposal.addValueChangeListener(change -> {
            chosen().filter(found -> question.isEmpty())
                    .ifPresent(found -> question.setValue(
                            "Accept %s: %s".formatted(found.number().label(), found.title())));
            changed.run();
        });
        logins = people.stream().map(Person::login).toList();
        person.setItems(logins);
        person.setItemLabelGenerator(login -> people.stream()
                .filter(one -> one.login().equals(login))
                .findFirst()
                .map(one -> "%s (@%s)".formatted(one.name(), one.login()))
                .orElse("@" + login));
        person.setAllowCustomValue(true);
        person.setHelperText("Choose a member, or type the GitHub login of somebody who is none");
        person.setVisible(false);
        person.addCustomValueSetListener(typed -> about(typed.getDetail()));
        person.addValueChangeListener(change -> changed.run());
        question.setMaxLength(300);
        question.setRequiredIndicatorVisible(true);
        question.addValueChangeListener(change -> changed.run());
    }

    @Override
    protected Div initContent() {
        Div fields = new Div(proposal, person, question);
        fields.addClassName("q-form");
        return fields;
    }

    /// Asks for what a vote on that item is about.
    void ask(VotingItem item) {
        // The page of a CFEP is public: it would tell what a sensitive vote is about.
        proposal.setVisible(item.subject() != Subject.MEMBER && item.classification() == Classification.STANDARD);
        proposal.setRequiredIndicatorVisible(item.subject() == Subject.PROPOSAL);
        proposal.setHelperText(item.subject() == Subject.PROPOSAL ? "" : "Empty for a vote on something else");
        person.setVisible(item.subject() == Subject.MEMBER);
        person.setRequiredIndicatorVisible(true);
    }

    /// The CFEP is this one and no other.
    void keepTo(ProposalSummary only) {
        proposal.setItems(only);
        proposal.setValue(only);
        proposal.setReadOnly(true);
    }

    void show(ProposalSummary found) {
        proposal.setValue(found);
    }

    void ask(String title) {
        question.setValue(title);
    }

    void about(String login) {
        String bare = login.strip().replaceFirst("^@", "");
        if (!bare.isEmpty() && !logins.contains(bare)) {
            person.setItems(java.util.stream.Stream.concat(java.util.stream.Stream.of(bare), logins.stream())
                    .toList());
        }
        person.setValue(bare.isEmpty() ? null : bare);
    }

    /// The CFEP it is about; none where the item is about a person.
    Optional<ProposalSummary> chosen() {
        return proposal.isVisible() ? proposal.getOptionalValue() : Optional.empty();
    }

    /// The login of the person it is about.
    Optional<String> about() {
        return person.isVisible() ? person.getOptionalValue() : Optional.empty();
    }

    String question() {
        return question.getValue();
    }
}
