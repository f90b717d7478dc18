package org.condaforge.quorate.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Service;
import org.springframework.util.function.SingletonSupplier;

/// The policies this instance votes by. The property `quorate.policy` lists them: names of pages that ship with the
/// application, and paths of pages or of folders with pages.
@Service
public class Policies {

    /// What an instance loads where nothing else is configured: the everyday decisions first.
    public static final List<String> DEFAULT = List.of("plus-three", "conda-forge");

    private static final String GUIDE = "README.md";
    private static final String SUFFIX = ".md";
    private static final SingletonSupplier<List<Policy>> SHIPPED = SingletonSupplier.of(Policies::readShipped);

    private final List<Policy> policies;

    /// The policies that the property names.
    ///
    /// @throws InvalidPolicyPage with every error of every page, which stops the start
    @Autowired
    public Policies(Environment environment) {
        this(load(Binder.get(environment)
                .bind("quorate.policy", Bindable.listOf(String.class))
                .orElse(DEFAULT)));
    }

    /// These policies, in this order.
    public Policies(List<Policy> policies) {
        this.policies = List.copyOf(policies);
    }

    /// Every policy, in the order they are offered.
    public List<Policy> all() {
        return policies;
    }

    /// The policy of that name, if it is loaded.
    public Optional<Policy> policy(String name) {
        return policies.stream().filter(policy -> policy.name().equals(name)).findFirst();
    }

    /// The item of that name.
    ///
    /// @throws UnknownItem where there is no such policy, or it has no such item
    public VotingItem item(String policy, String item) {
        var found = policy(policy).orElseThrow(() -> UnknownItem.policy(policy, policies));
        return found.item(item).orElseThrow(() -> UnknownItem.item(item, found));
    }

    /// Every policy that ships with the application, whether this instance votes by it or not: the default ones first,
    /// then by name.
    public static List<Policy> shipped() {
        return SHIPPED.obtain();
    }

    /// The policies of shipped names and of paths.
    ///
    /// @throws InvalidPolicyPage with every error of every page
    public static List<Policy> load(List<String> entries) {
        var policies = new ArrayList<Policy>();
        var errors = new ArrayList<PageError>();
        for (var entry : entries) {
            try {
                for (var policy : policiesOf(entry.strip())) {
                    if (policies.stream().map(Policy::name).anyMatch(Predicate.isEqual(policy.name()))) {
                        errors.add(
                                new PageError(entry, 0, "the policy '%s' again".formatted(policy.name()), "it once"));
                    }
                    policies.add(policy);
                }
            } catch (InvalidPolicyPage e) {
                errors.addAll(e.errors());
            }
        }
        if (policies.isEmpty() && errors.isEmpty()) {
            errors.add(new PageError("quorate.policy", 0, "no page", "at least one"));
        }
        if (!errors.isEmpty()) {
            throw new InvalidPolicyPage(errors);
        }
        return policies;
    }

    private static List<Policy> policiesOf(String entry) {
        var shipped = shipped().stream().filter(p -> p.name().equals(entry)).toList();
        return shipped.isEmpty() ? readAll(files(entry)) : shipped;
    }

    private static List<Path> files(String entry) {
        try {
            var path = Path.of(entry);
            if (!entry.isEmpty() && Files.isDirectory(path)) {
                try (var files = Files.list(path)) {
                    return files.filter(file -> isPage(file.getFileName().toString()))
                            .sorted()
                            .toList();
                }
            }
            if (Files.isRegularFile(path)) {
                return List.of(path);
            }
        } catch (InvalidPathException _) {
            // no path at all: said below
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new InvalidPolicyPage(List.of(new PageError(
                "quorate.policy",
                0,
                Form.quoted(entry),
                "the path of a page or of a folder with pages, or one of "
                        + String.join(", ", shipped().stream().map(Policy::name).toList()))));
    }

    private static boolean isPage(String file) {
        return file.endsWith(SUFFIX) && !file.equals(GUIDE);
    }

    private static List<Policy> readAll(List<Path> files) {
        var policies = new ArrayList<Policy>();
        var errors = new ArrayList<PageError>();
        for (var file : files) {
            try {
                policies.add(PolicyPage.read(Files.readString(file), file.toString()));
            } catch (InvalidPolicyPage e) {
                errors.addAll(e.errors());
            } catch (CharacterCodingException _) {
                errors.add(new PageError(file.toString(), 0, "bytes that are no UTF-8", "Markdown in UTF-8"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidPolicyPage(errors);
        }
        return policies;
    }

    private static List<Policy> readShipped() {
        try {
            var policies = new ArrayList<Policy>();
            for (Resource page : new PathMatchingResourcePatternResolver().getResources("classpath:governance/*.md")) {
                if (isPage(String.valueOf(page.getFilename()))) {
                    policies.add(PolicyPage.read(
                            page.getContentAsString(StandardCharsets.UTF_8), "governance/" + page.getFilename()));
                }
            }
            policies.sort(Comparator.comparingInt((Policy policy) ->
                            DEFAULT.contains(policy.name()) ? DEFAULT.indexOf(policy.name()) : DEFAULT.size())
                    .thenComparing(Policy::name));
            return List.copyOf(policies);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
