package org.condaforge.quorate.ui.member;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.meeting.ActionReader;
import org.condaforge.quorate.meeting.MeetingService;
import org.condaforge.quorate.member.AccessService;
import org.condaforge.quorate.member.Member;
import org.condaforge.quorate.member.MemberService;
import org.condaforge.quorate.member.ProfileService;
import org.condaforge.quorate.member.Standing;
import org.condaforge.quorate.member.StandingPeriod;
import org.condaforge.quorate.ui.component.Card;
import org.condaforge.quorate.ui.component.Chip;
import org.condaforge.quorate.ui.component.Columns;
import org.condaforge.quorate.ui.component.PageHead;
import org.condaforge.quorate.ui.shell.Address;
import org.condaforge.quorate.ui.shell.Reader;
import org.condaforge.quorate.vote.Participation;
import org.condaforge.quorate.vote.VoteReader;

/// A member: what they say of themselves, their standing over time, the ballots they cast, the meetings they came to
/// and
/// what is open with them. All of it is public; mail addresses and what they hold access to are not.
@Route("members/:login")
@AnonymousAllowed
public class MemberView extends Composite<Main> implements BeforeEnterObserver, HasDynamicTitle {

    private final MemberService members;
    private final MeetingService meetings;
    private final VoteReader votes;
    private final Participation participation;
    private final ActionReader actions;
    private final ProfileService profiles;
    private final AccessService access;
    private final Reader reader;
    private String title = "Member";

    public MemberView(
            MemberService members,
            MeetingService meetings,
            VoteReader votes,
            Participation participation,
            ActionReader actions,
            ProfileService profiles,
            AccessService access,
            Reader reader) {
        this.members = members;
        this.meetings = meetings;
        this.votes = votes;
        this.participation = participation;
        this.actions = actions;
        this.profiles = profiles;
        this.access = access;
        this.reader = reader;
        getContent().addClassName("q-page");
        getContent().setId("content");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String login = event.getRouteParameters().get("login").orElse("");
        members.byLogin(login)
                .ifPresentOrElse(
                        member -> show(
                                member,
                                Address.parameter(event.getLocation(), "edit").isPresent()),
                        () -> event.rerouteToError(
                                NotFoundException.class, "No member has the login %s.".formatted(login)));
    }

    private void show(Member member, boolean edit) {
        title = member.name();
        Optional<StandingPeriod> now = member.standings().stream()
                .filter(period -> period.holdsOn(reader.today()))
                .findFirst();
        boolean active = now.map(StandingPeriod::standing)
                .filter(Standing.ACTIVE::equals)
                .isPresent();
        List<Component> acting = new ArrayList<>();
        if (active) {
            acting.add(new WaitingPanel(votes.waitingFor(member.id()), reader));
            YearOfMember year = new YearOfMember(reader.today(), meetings, participation);
            StandingPeriod since = now.orElseThrow();
            acting.add(new Card("The last year", year.votes(member.id(), since), year.meetings(member.id(), since)));
        }
        acting.add(new AttendedPanel(meetings.attendedBy(member.id())));
        acting.add(new OpenActions(member.login(), actions.openOf(member.id()), reader));
        if (reader.isSecretary()) {
            acting.add(new HeldPanel(access.heldBy(member.id()), reader));
        }
        ProfileService.Seen profile = profiles.of(member.id());
        List<Component> reading = new ArrayList<>();
        reading.add(profile(member, profile, edit));
        reading.add(new StandingPanel(member.standings(), reader));
        reading.add(new BallotsPanel(participation.castBy(member.id(), BallotsPanel.MOST), reader));
        getContent().removeAll();
        getContent().add(head(member, now, profile.roles()), new Columns(reading, acting));
    }

    private Component profile(Member member, ProfileService.Seen seen, boolean edit) {
        String page = Address.member(member.login());
        return seen.mine() && edit
                ? new ProfileForm(seen.profile(), profiles, Address.link(page, "Cancel"), () -> Address.open(page))
                : new ProfilePanel(member.name(), seen, Address.link(page + "?edit=true", "Edit your profile"), reader);
    }

    private PageHead head(Member member, Optional<StandingPeriod> now, List<String> roles) {
        List<Component> chips = new ArrayList<>();
        chips.add(now.map(period -> StandingWords.chip(period.standing()))
                .orElseGet(() -> Chip.plain("on no roster today")));
        roles.forEach(role -> chips.add(Chip.state(role)));
        chips.add(Chip.plain("@" + member.login()));
        return new PageHead(member.name())
                .below(Address.link("members", "Members"), new Span(member.login()))
                .chips(chips.toArray(Component[]::new));
    }

    @Override
    public String getPageTitle() {
        return title + " · Quorate";
    }
}
