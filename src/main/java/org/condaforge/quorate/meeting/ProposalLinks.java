package org.condaforge.quorate.meeting;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Which pull request minutes link to where they speak of a proposal: the one in which it is discussed.
final class ProposalLinks {

    /// How repositories of proposals are called, whoever owns them.
    private static final Set<String> REPOSITORIES =
            Set.of("cfep", "cfeps", "enhancement-proposals", "conda-forge-enhancement-proposals");

    private ProposalLinks() {}

    /// The address of the pull request that stands beside the proposal, on the same line or else in the same item;
    /// none where it could be that of another proposal.
    static Optional<String> discussion(Minutes minutes, Minutes.Mention mention) {
        List<Minutes.ThreadLink> inItem = minutes.threads().stream()
                .filter(link -> link.item().equals(mention.item()) && isProposal(link))
                .toList();
        List<Minutes.Mention> others = minutes.mentions().stream()
                .filter(other -> other.item().equals(mention.item()) && other.cfep() != mention.cfep())
                .toList();
        List<Minutes.ThreadLink> onLine =
                inItem.stream().filter(link -> link.line() == mention.line()).toList();
        if (!onLine.isEmpty()) {
            return others.stream().anyMatch(other -> other.line() == mention.line()) ? Optional.empty() : only(onLine);
        }
        return others.isEmpty() ? only(inItem) : Optional.empty();
    }

    private static boolean isProposal(Minutes.ThreadLink link) {
        String repository = link.repository().toLowerCase(Locale.ROOT);
        return link.kind() == Minutes.ThreadKind.PULL_REQUEST
                && REPOSITORIES.contains(repository.substring(repository.indexOf('/') + 1));
    }

    private static Optional<String> only(List<Minutes.ThreadLink> links) {
        List<String> different = links.stream()
                .map(link -> "https://github.com/%s/pull/%d".formatted(link.repository(), link.number()))
                .distinct()
                .toList();
        return different.size() == 1 ? Optional.of(different.getFirst()) : Optional.empty();
    }
}
