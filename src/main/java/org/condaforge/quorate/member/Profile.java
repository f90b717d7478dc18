package org.condaforge.quorate.member;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a member says of themselves. Their page shows zone, bio and links to others only where they asked for it.
///
/// @param initials up to four letters; empty for those of the name
/// @param zone where they live, by the clock; empty where they do not say
/// @param bio plain text, may be empty
/// @param links addresses on the web
/// @param shown whether others may read zone, bio and links
public record Profile(String initials, Optional<ZoneId> zone, String bio, List<URI> links, boolean shown) {

    /// The longest bio, in characters.
    public static final int LONGEST_BIO = 1_000;

    /// How many links there may be.
    public static final int MOST_LINKS = 5;

    /// The longest address of a link, in characters.
    public static final int LONGEST_LINK = 300;

    private static final Pattern INITIALS = Pattern.compile("\\p{L}{0,4}");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}&&[^\\n]]");

    /// Of somebody who said nothing.
    public static final Profile NONE = new Profile("", Optional.empty(), "", List.of(), false);

    /// @throws IllegalArgumentException with a sentence for people where something does not fit
    public Profile {
        links = List.copyOf(links);
        require(INITIALS.matcher(initials).matches(), "Initials are up to four letters.");
        bio = UNSEEN.matcher(bio.replace("\r\n", "\n")).replaceAll("").strip();
        require(bio.length() <= LONGEST_BIO, "The bio has at most %,d characters.".formatted(LONGEST_BIO));
        require(links.size() <= MOST_LINKS, "At most %d links.".formatted(MOST_LINKS));
        links.forEach(Profile::check);
    }

    /// As a person writes it.
    ///
    /// @param zone a name of the tz database such as `Europe/Oslo`, or empty
    /// @param links addresses, one a line
    /// @throws IllegalArgumentException with a sentence for people where something does not fit
    public static Profile written(String initials, String zone, String bio, String links, boolean shown) {
        return new Profile(
                initials.strip(),
                Optional.of(zone.strip()).filter(name -> !name.isEmpty()).map(Profile::zone),
                bio,
                links.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(Profile::link)
                        .toList(),
                shown);
    }

    private static ZoneId zone(String name) {
        try {
            require(ZoneId.getAvailableZoneIds().contains(name), "no zone");
            return ZoneId.of(name);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(
                    "There is no time zone “%s”; write one such as Europe/Oslo.".formatted(name), e);
        }
    }

    private static URI link(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(refusal(address), e);
        }
    }

    private static void check(URI link) {
        String scheme = link.getScheme();
        require(
                ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme))
                        && link.getHost() != null
                        && link.getRawUserInfo() == null,
                refusal(link.toString()));
        require(link.toString().length() <= LONGEST_LINK, "A link has at most %d characters.".formatted(LONGEST_LINK));
    }

    private static String refusal(String address) {
        return "“%s” is no address on the web; links begin with https://.".formatted(address);
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }

    /// What others may read: initials always, all else only where the member asked for it.
    Profile forOthers() {
        return shown ? this : new Profile(initials, Optional.empty(), "", List.of(), false);
    }
}
