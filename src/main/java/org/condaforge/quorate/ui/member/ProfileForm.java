package org.condaforge.quorate.ui.member;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.net.URI;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;
import org.condaforge.quorate.member.NotAllowed;
import org.condaforge.quorate.member.Profile;
import org.condaforge.quorate.member.ProfileService;
import org.condaforge.quorate.ui.component.Card;

/// Where a member writes their own profile. What was entered stays when it is refused.
final class ProfileForm extends Composite<Card> {

    private final ProfileService profiles;
    private final Component cancel;
    private final Runnable saved;
    private final TextField initials = new TextField("Initials");
    private final ComboBox<String> zone = new ComboBox<>("Time zone");
    private final TextArea bio = new TextArea("Bio");
    private final TextArea links = new TextArea("Links, one a line");
    private final Checkbox shown = new Checkbox("Show time zone, bio and links to everybody");
    private final Paragraph problem = new Paragraph();

    ProfileForm(Profile profile, ProfileService profiles, Component cancel, Runnable saved) {
        this.profiles = profiles;
        this.cancel = cancel;
        this.saved = saved;
        initials.setValue(profile.initials());
        initials.setMaxLength(4);
        initials.setHelperText("As minutes call you. Left empty, those of your name.");
        zone.setItems(ZoneId.getAvailableZoneIds().stream().sorted().toList());
        zone.setValue(profile.zone().map(ZoneId::getId).orElse(null));
        zone.setClearButtonVisible(true);
        bio.setValue(profile.bio());
        bio.setMaxLength(Profile.LONGEST_BIO);
        bio.setHelperText("Plain text.");
        links.setValue(profile.links().stream().map(URI::toString).collect(Collectors.joining("\n")));
        links.setMaxLength(Profile.MOST_LINKS * (Profile.LONGEST_LINK + 1));
        shown.setValue(profile.shown());
        problem.addClassName("q-problem");
        problem.getElement().setAttribute("role", "alert");
    }

    @Override
    protected Card initContent() {
        Div actions = new Div(new Button("Save", click -> save()), cancel);
        actions.addClassName("q-actions");
        Div form = new Div(initials, zone, bio, links, shown, problem, actions);
        form.addClassName("q-form");
        return new Card("Your profile", form);
    }

    private void save() {
        try {
            profiles.change(Profile.written(
                    initials.getValue(),
                    Optional.ofNullable(zone.getValue()).orElse(""),
                    bio.getValue(),
                    links.getValue(),
                    shown.getValue()));
            saved.run();
        } catch (IllegalArgumentException | NotAllowed e) {
            problem.setText(e.getMessage());
        }
    }
}
