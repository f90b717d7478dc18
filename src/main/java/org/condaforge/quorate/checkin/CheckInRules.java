package org.condaforge.quorate.checkin;

import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.policy.CheckInPolicy;
import org.condaforge.quorate.policy.CheckInPolicy.Cadence;
import org.condaforge.quorate.policy.CheckInPolicy.ComeBack;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.Policy;
import org.springframework.stereotype.Component;

/// By which page the check-in goes. There is one roster, so there is one check-in: that of the first page in
/// force that has one.
@Component
public class CheckInRules {

    private final Policies policies;

    CheckInRules(Policies policies) {
        this.policies = policies;
    }

    /// The page, if any in force has a check-in.
    public Optional<Policy> policy() {
        return policies.all().stream()
                .filter(policy -> policy.checkIn().isPresent())
                .findFirst();
    }

    /// What it says of the check-in.
    public Optional<CheckInPolicy> checkIn() {
        return policy().flatMap(Policy::checkIn);
    }

    /// The rounds in which everybody is asked.
    public List<Cadence> cadences() {
        return checkIn().map(CheckInPolicy::cadences).orElse(List.of());
    }

    /// Whether emeritus members become active again by saying so. Where no page says anything, a secretary
    /// does it.
    public boolean returnsAtWill() {
        return checkIn().map(rules -> rules.comeBack() == ComeBack.AT_WILL).orElse(false);
    }

    Policy required() {
        return policy().orElseThrow(() ->
                new CheckInRefused("No governance page in force has a check-in: write one into it, under check-in."));
    }
}
