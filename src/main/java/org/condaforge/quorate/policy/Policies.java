package org.condaforge.quorate.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
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

    private static final String PROPERTY = "quorate.policy";
    private static final String GUIDE = "README.md";

    /// Pages for people beside those with rules.
    private static final Set<String> OTHERS = Set.of(GUIDE, "secret-votes.md");

    private static final String SUFFIX = ".md";
    private static final SingletonSupplier<List<LoadedPage>> SHIPPED = SingletonSupplier.of(Policies::readShipped);

    private final List<Policy> policies;

    /// The policies that the property names.
    ///
    /// @throws InvalidPolicyPage with every error of every page, which stops the start
    @Autowired
    public Policies(Environment environment) {
        this(load(Binder.get(environment)
                .bind(PROPERTY, Bindable.listOf(String.class))
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

    /// The policies that ship with the application and are not in force here.
    public List<Policy> alsoKnown() {
        return shipped().stream()
                .filter(shipped -> policy(shipped.name()).isEmpty())
                .toList();
    }

    /// The policy of that name, in force or only known.
    public Optional<Policy> known(String name) {
        return everyKnown().stream()
                .filter(policy -> policy.name().equals(name))
                .findFirst();
    }

    /// The first policy with an item of that name: those in force before those that are only known.
    public Optional<Policy> knownWith(String item) {
        return everyKnown().stream()
                .filter(policy -> policy.item(item).isPresent())
                .findFirst();
    }

    /// Every policy there is a page of: those in force, in the order they are offered, then those that are only known.
    public List<Policy> everyKnown() {
        return Stream.concat(policies.stream(), alsoKnown().stream()).toList();
    }

    /// Every policy that ships with the application, whether this instance votes by it or not: the default ones first,
    /// then by name.
    public static List<Policy> shipped() {
        return shippedPages().stream().map(LoadedPage::policy).toList();
    }

    private static List<LoadedPage> shippedPages() {
        return SHIPPED.obtain();
    }

    /// The policies of shipped names and of paths.
    ///
    /// @throws InvalidPolicyPage with every error of every page
    public static List<Policy> load(List<String> entries) {
        return pages(entries).stream().map(LoadedPage::policy).toList();
    }

    /// The policies of shipped names and of paths, each with the page it was read from.
    ///
    /// @throws InvalidPolicyPage with every error of every page
    public static List<LoadedPage> pages(List<String> entries) {
        Map<String, LoadedPage> pages = new LinkedHashMap<>();
        var errors = new ArrayList<PageError>();
        for (var entry : entries) {
            for (var page : pagesOf(entry.strip(), errors)) {
                var before = pages.putIfAbsent(page.policy().name(), page);
                if (before != null) {
                    errors.add(new PageError(
                            page.source(),
                            page.line(),
                            "the policy '%s' again".formatted(page.policy().name()),
                            "a name of its own: %s:%d has this one".formatted(before.source(), before.line())));
                }
            }
        }
        if (pages.isEmpty() && errors.isEmpty()) {
            errors.add(new PageError(PROPERTY, 0, "no page", "at least one"));
        }
        if (!errors.isEmpty()) {
            throw new InvalidPolicyPage(errors);
        }
        return List.copyOf(pages.values());
    }

    private static List<LoadedPage> pagesOf(String entry, List<PageError> errors) {
        var shipped = shippedPages().stream()
                .filter(page -> page.policy().name().equals(entry))
                .toList();
        return shipped.isEmpty() ? readAll(files(entry, errors), errors) : shipped;
    }

    private static List<Path> files(String entry, List<PageError> errors) {
        try {
            var path = Path.of(entry);
            if (!entry.isEmpty() && Files.isDirectory(path)) {
                return pagesIn(path, errors);
            }
            if (Files.isRegularFile(path)) {
                return List.of(path);
            }
        } catch (InvalidPathException _) {
            // no path at all: said below
        }
        errors.add(new PageError(
                PROPERTY,
                0,
                Form.quoted(entry),
                "the path of a page or of a folder with pages, or one of "
                        + String.join(", ", shipped().stream().map(Policy::name).toList())));
        return List.of();
    }

    private static List<Path> pagesIn(Path folder, List<PageError> errors) {
        try (var files = Files.list(folder)) {
            var pages = files.filter(file -> isPage(file.getFileName().toString()))
                    .sorted()
                    .toList();
            if (pages.isEmpty()) {
                errors.add(
                        new PageError(folder.toString(), 0, "no page", "at least one file NAME.md besides " + GUIDE));
            }
            return pages;
        } catch (IOException | UncheckedIOException e) {
            errors.add(unread(folder, e));
            return List.of();
        }
    }

    private static boolean isPage(String file) {
        return file.endsWith(SUFFIX) && !OTHERS.contains(file);
    }

    private static List<LoadedPage> readAll(List<Path> files, List<PageError> errors) {
        var pages = new ArrayList<LoadedPage>();
        for (var file : files) {
            try {
                pages.add(PolicyPage.load(text(file), file.toString()));
            } catch (InvalidPolicyPage e) {
                errors.addAll(e.errors());
            } catch (IOException e) {
                errors.add(unread(file, e));
            }
        }
        return pages;
    }

    /// The text of a page. What is no file, or no file of a size that people write, is not even opened.
    private static String text(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw invalid(file, "no file", "a page in a file of its own");
        }
        var most = 4L * PolicyPage.LONGEST;
        if (Files.size(file) > most) {
            throw invalid(file, "a file of %d bytes".formatted(Files.size(file)), "at most %d".formatted(most));
        }
        return decoded(file, Files.readAllBytes(file));
    }

    /// The bytes as text, or the line on which they are none.
    private static String decoded(Path file, byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
            var line = Faults.lineAt(out.flip().toString(), out.limit());
            throw new InvalidPolicyPage(
                    List.of(new PageError(file.toString(), line, "bytes that are no UTF-8", "Markdown in UTF-8")));
        }
        return out.flip().toString();
    }

    private static InvalidPolicyPage invalid(Path file, String found, String expected) {
        return new InvalidPolicyPage(List.of(new PageError(file.toString(), 0, found, expected)));
    }

    private static PageError unread(Path path, Exception reason) {
        return new PageError(
                path.toString(),
                0,
                "that it cannot be read (%s)".formatted(reason.getClass().getSimpleName()),
                "a file or folder that Quorate may read");
    }

    private static List<LoadedPage> readShipped() {
        Map<String, String> texts = new TreeMap<>();
        try {
            for (Resource page : new PathMatchingResourcePatternResolver().getResources("classpath:governance/*.md")) {
                if (isPage(String.valueOf(page.getFilename()))) {
                    texts.put("governance/" + page.getFilename(), page.getContentAsString(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return readShipped(texts);
    }

    /// The pages with these names and texts, the default ones first.
    ///
    /// @throws InvalidPolicyPage with every error of every page
    static List<LoadedPage> readShipped(Map<String, String> texts) {
        var pages = new ArrayList<LoadedPage>();
        var errors = new ArrayList<PageError>();
        texts.forEach((name, text) -> {
            try {
                pages.add(PolicyPage.load(text, name));
            } catch (InvalidPolicyPage e) {
                errors.addAll(e.errors());
            }
        });
        if (!errors.isEmpty()) {
            throw new InvalidPolicyPage(errors);
        }
        var names = Comparator.comparing((LoadedPage page) -> page.policy().name());
        pages.sort(Comparator.comparingInt(Policies::placeByDefault).thenComparing(names));
        return List.copyOf(pages);
    }

    private static int placeByDefault(LoadedPage page) {
        var place = DEFAULT.indexOf(page.policy().name());
        return place < 0 ? DEFAULT.size() : place;
    }
}
