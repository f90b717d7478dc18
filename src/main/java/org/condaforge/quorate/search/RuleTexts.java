package org.condaforge.quorate.search;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.condaforge.quorate.policy.Policies;
import org.condaforge.quorate.policy.Policy;
import org.springframework.stereotype.Component;

/// The words of the governance pages, section by section, of those in force and of those that are only known. They
/// change with a start only.
@Component
class RuleTexts {

    private final Map<String, Entry> sections = new LinkedHashMap<>();

    RuleTexts(Policies policies) {
        Stream.concat(policies.all().stream(), policies.alsoKnown().stream()).forEach(this::read);
    }

    private void read(Policy policy) {
        for (var passage : policy.passages()) {
            if (passage.heading().isEmpty()
                    || (passage.prose().isEmpty() && passage.item().isEmpty())) {
                continue;
            }
            String key = policy.name()
                    + passage.item().map(item -> " " + item.name()).orElse(" #" + passage.anchor());
            sections.putIfAbsent(
                    key,
                    new Entry(
                            Kind.RULES,
                            key,
                            "%s · %s".formatted(passage.heading(), policy.title()),
                            Optional.empty(),
                            List.of(),
                            Passage.of(passage.prose())));
        }
    }

    /// Every section there is.
    Set<String> keys() {
        return sections.keySet();
    }

    /// What these sections say.
    List<Entry> of(Collection<String> keys) {
        return keys.stream()
                .flatMap(key -> Optional.ofNullable(sections.get(key)).stream())
                .toList();
    }
}
