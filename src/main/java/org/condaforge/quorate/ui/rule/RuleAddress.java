package org.condaforge.quorate.ui.rule;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.Policy;
import org.condaforge.quorate.policy.VotingItem;
import org.condaforge.quorate.ui.component.TextLinks;
import org.condaforge.quorate.ui.shell.Address;

/// The addresses of governance pages and their items, as short as they can be: `page` is named only where another page
/// would be taken.
final class RuleAddress {

    static final String PATH = "rules";
    static final String PAGE = "page";

    private static final Pattern RELATIVE = Pattern.compile("(?:\\./)?(?:([a-z0-9-]+)\\.md)?(#.*)?");

    private RuleAddress() {}

    static String of(Policies policies, Policy policy) {
        var first = policies.all().getFirst().name().equals(policy.name());
        return Address.with(PATH, Map.of(PAGE, first ? "" : policy.name()));
    }

    static String of(Policies policies, VotingItem item) {
        return Address.with(path(item), Map.of(PAGE, page(policies, item)));
    }

    /// The path of an item, without parameters.
    static String path(VotingItem item) {
        return PATH + "/" + item.name();
    }

    /// The value of the parameter that chooses the item's page; empty where it is taken anyway.
    static String page(Policies policies, VotingItem item) {
        return policies.knownWith(item.name())
                .map(Policy::name)
                .filter(item.policy()::equals)
                .map(_ -> "")
                .orElse(item.policy());
    }

    /// Links of a page to its own headings and to other pages lead to where these are shown; links to files do not.
    static TextLinks inText(Policies policies, Policy shown) {
        var names = Address.inText();
        return new TextLinks() {
            @Override
            public Pattern words() {
                return names.words();
            }

            @Override
            public Optional<String> href(String word) {
                return names.href(word);
            }

            @Override
            public Optional<String> relative(String destination) {
                var parts = RELATIVE.matcher(destination);
                if (!parts.matches()) {
                    return Optional.empty();
                }
                var page = parts.group(1) == null ? Optional.of(shown) : policies.known(parts.group(1));
                var anchor = parts.group(2) == null ? "" : parts.group(2);
                return page.map(policy -> of(policies, policy) + anchor);
            }
        };
    }
}
