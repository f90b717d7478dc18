package org.condaforge.quorate.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.condaforge.quorate.support.Community;
import org.condaforge.quorate.support.SignIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// What members say of themselves. Nobody is named a secretary here, so each core member is one.
abstract class ProfileContract {

    private static final Profile WRITTEN =
            Profile.written("BT", "Europe/Oslo", "Plants trees.\n🌲 Also bushes.", "https://example.org/birch\n", true);

    @Autowired
    ProfileService profiles;

    @Autowired
    MemberService members;

    @Autowired
    Community community;

    private MemberId yew = new MemberId(0);

    @BeforeEach
    void lay() {
        community.clear();
        community.active("alder");
        members.take(
                new RosterFile.Row("yew", Optional.of("yew@example.org"), "Yew", Map.of(), 1),
                Standing.EMERITUS,
                "test");
        yew = members.byLogin("yew").orElseThrow().id();
    }

    @AfterEach
    void signOut() {
        SignIn.out();
    }

    @Test
    void comesBackAsWrittenToEverybodyWhereTheMemberAskedForIt() {
        SignIn.as("yew");
        profiles.change(Profile.written("", "", "First.", "", false));
        profiles.change(WRITTEN);
        SignIn.out();

        assertThat(profiles.of(yew)).isEqualTo(new ProfileService.Seen(WRITTEN, Optional.empty(), List.of(), false));
        assertThat(community.count("journal", "what = 'changed their profile'")).isEqualTo(2);
    }

    @Test
    void isForTheMemberAloneAsLongAsTheyDoNotAsk() {
        SignIn.as("yew");
        Profile hidden = Profile.written("YW", "UTC", "Shy.", "https://example.org", false);
        profiles.change(hidden);

        assertThat(profiles.of(yew).profile()).isEqualTo(hidden);
        assertThat(profiles.of(yew).mine()).isTrue();
        for (String login : List.of("", "alder", "nettle")) {
            SignIn.as(login);
            assertThat(profiles.of(yew).profile()).isEqualTo(new Profile("YW", Optional.empty(), "", List.of(), false));
            assertThat(profiles.of(yew).mine()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"yew, true", "alder, true", "nettle, false", "oak, false"})
    void showsTheMailAddressToTheMemberAndToSecretariesOnly(String login, boolean seen) {
        community.emeritus("oak");
        SignIn.out();
        assertThat(profiles.of(yew).email()).isEmpty();

        SignIn.as(login);

        assertThat(profiles.of(yew).email().isPresent()).isEqualTo(seen);
    }

    @Test
    void onlyMembersChangeTheirOwn() {
        assertThatThrownBy(() -> profiles.change(WRITTEN))
                .isInstanceOf(NotAllowed.class)
                .hasMessage("Sign in to change a profile.");
        SignIn.as("nettle");
        assertThatThrownBy(() -> profiles.change(WRITTEN)).isInstanceOf(NotAllowed.class);
        SignIn.as("alder");
        profiles.change(WRITTEN);

        assertThat(profiles.of(yew).profile()).isEqualTo(Profile.NONE);
        assertThatThrownBy(() -> profiles.of(new MemberId(0))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "example.org",
                "https://user:acorns@example.org",
                "https://exa mple.org",
                "mailto:yew@example.org"
            })
    void refusesLinksThatLeadElsewhere(String link) {
        assertThatThrownBy(() -> Profile.written("", "", "", link, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no address on the web");
    }

    @Test
    void isBounded() {
        assertThatThrownBy(() -> Profile.written("ABCDE", "", "", "", true))
                .hasMessage("Initials are up to four letters.");
        assertThatThrownBy(() -> Profile.written("", "Mars/Crater", "", "", true))
                .hasMessageContaining("no time zone “Mars/Crater”");
        assertThatThrownBy(() -> Profile.written("", "", "x".repeat(1_001), "", true))
                .hasMessageContaining("at most 1,000");
        assertThatThrownBy(() -> Profile.written("", "", "", "https://example.org\n".repeat(6), true))
                .hasMessage("At most 5 links.");
        assertThat(Profile.written("", "", "a\u202Eb\u0007c\r\nd", "", true).bio())
                .isEqualTo("abc\nd");
    }
}
