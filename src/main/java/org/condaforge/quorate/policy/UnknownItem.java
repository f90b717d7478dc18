package org.condaforge.quorate.policy;

import java.util.Collection;
import java.util.NoSuchElementException;

/// A policy or an item was asked for that is not there; the message lists those that are.
public final class UnknownItem extends NoSuchElementException {

    private static final long serialVersionUID = 1L;

    private UnknownItem(String message) {
        super(message);
    }

    static UnknownItem policy(String name, Collection<Policy> policies) {
        return new UnknownItem("There is no policy '%s', only %s"
                .formatted(
                        name,
                        String.join(", ", policies.stream().map(Policy::name).toList())));
    }

    static UnknownItem item(String name, Policy policy) {
        return new UnknownItem("The policy %s has no item '%s', only %s"
                .formatted(
                        policy.name(),
                        name,
                        String.join(
                                ", ",
                                policy.items().stream().map(VotingItem::name).toList())));
    }
}
