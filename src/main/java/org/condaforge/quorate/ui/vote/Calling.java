package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.policy.Subject;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.proposal.ProposalSummary;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.Call;
import org.condaforge.quorate.vote.CallRefused;

/// A call as it is being made: the form, what it will need, and what was found so far.
final class Calling {

    private final CallRoom room;
    private final CallForm form;
    private final ItemFields item;
    private final SubjectFields subject;
    private final NeedsPanel needs;
    private final CheckPanel check = new CheckPanel(this::open);
    private final List<VotingItem> offered;
    private CallAddress address;
    private Optional<VotingItem> asked = Optional.empty();
    private boolean begun;

    /// @param only the CFEP that its author calls a vote on; empty for a core member, who may call one on anything
    Calling(CallRoom room, Reader reader, CallAddress address, Optional<ProposalSummary> only) {
        this.room = room;
        this.address = address;
        this.offered = room.policies().all().stream()
                .flatMap(policy -> policy.items().stream())
                .filter(found -> only.isEmpty() || (found.subject() == Subject.PROPOSAL && ItemFields.callable(found)))
                .toList();
        this.item = new ItemFields(room.policies(), offered, this::changed);
        this.subject = new SubjectFields(
                only.map(List::of).orElseGet(room::everyProposal),
                room.members().everybody(),
                this::changed);
        only.ifPresent(subject::keepTo);
        this.form =
                new CallForm(room.policies(), room.votable(), room.calendar(), reader, item, subject, this::changed);
        this.needs = new NeedsPanel(room.members().roster().active().size());
    }

    List<Component> reading() {
        return form.cards();
    }

    List<Component> acting() {
        return List.of(needs, check);
    }

    /// Begins with what the address names.
    void begin(Optional<ProposalSummary> cfep, Optional<CallRoom.Again> again) {
        named(again)
                .or(() -> cfep.flatMap(found -> firstOn(Subject.PROPOSAL)))
                .or(() -> offered.stream().filter(ItemFields::callable).findFirst())
                .ifPresent(item::choose);
        cfep.ifPresent(subject::show);
        again.ifPresent(old -> form.show(old.vote(), old.called()));
        begun = true;
        item.chosen().ifPresent(this::goOn);
        changed();
    }

    /// Goes on with a call on the same that was begun earlier, if there is one.
    private void goOn(VotingItem chosen) {
        Call fresh = form.read(chosen, address.replaces());
        String place = place(chosen);
        CallDrafts.ofSession()
                .of(place)
                .filter(draft -> !draft.until(fresh.closesAt()).equals(fresh))
                .ifPresent(draft -> {
                    begun = false;
                    form.restore(draft);
                    begun = true;
                    check.goesOn(() -> {
                        CallDrafts.ofSession().forget(place);
                        Address.open(place);
                    });
                });
    }

    private String place(VotingItem chosen) {
        return address.choosing(
                        Optional.of(chosen.policy()),
                        Optional.of(chosen.name()),
                        subject.chosen().map(ProposalSummary::number))
                .path();
    }

    private Optional<VotingItem> named(Optional<CallRoom.Again> again) {
        Optional<String> name = address.item()
                .or(() -> again.flatMap(old -> old.vote().summary().terms()).map(terms -> terms.item()));
        Optional<String> policy = address.policy()
                .or(() -> again.flatMap(old -> old.vote().summary().terms()).map(terms -> terms.policy()));
        return offered.stream()
                .filter(found -> name.filter(found.name()::equals).isPresent())
                .filter(found -> policy.isEmpty()
                        || policy.filter(found.policy()::equals).isPresent())
                .findFirst();
    }

    private Optional<VotingItem> firstOn(Subject what) {
        return offered.stream()
                .filter(ItemFields::callable)
                .filter(found -> found.subject() == what)
                .findFirst();
    }

    private void changed() {
        Optional<VotingItem> chosen = item.chosen();
        if (!chosen.equals(asked)) {
            asked = chosen;
            chosen.ifPresent(form::ask);
        }
        if (!begun || chosen.isEmpty()) {
            return;
        }
        form.sayWhatIsKnown();
        needs.show(chosen.get());
        address = address.choosing(
                Optional.of(chosen.get().policy()),
                Optional.of(chosen.get().name()),
                subject.chosen().map(ProposalSummary::number));
        Address.become(address.path());
        CallDrafts.ofSession().keep(address.path(), form.read(chosen.get(), address.replaces()));
        check(chosen.get());
    }

    private void check(VotingItem chosen) {
        check.allow(chosen.rule().isPresent());
        if (chosen.rule().isEmpty()) {
            check.say("Nothing opens here: it is recorded without a vote.");
            return;
        }
        if (!form.hasDeadline()) {
            check.say("Choose the deadline.");
            return;
        }
        try {
            check.show(room.calls().lint(form.read(chosen, address.replaces())), chosen);
        } catch (CallRefused | NotAllowed e) {
            check.say(String.valueOf(e.getMessage()));
        }
    }

    private void open() {
        Optional<VotingItem> chosen = item.chosen();
        if (chosen.isEmpty() || !form.hasDeadline()) {
            check.refuse("Not opened: choose what kind of decision it is, and the deadline.");
            return;
        }
        try {
            var id = room.calls().call(form.read(chosen.get(), address.replaces()));
            CallDrafts.ofSession().forget(address.path());
            UI.getCurrent().navigate(Address.of(id));
        } catch (CallRefused e) {
            check.show(e.findings(), chosen.get());
            check.refuse("The vote was not opened.");
        } catch (NotAllowed e) {
            check.refuse("The vote was not opened. " + e.reason());
        }
    }
}
