package org.condaforge.quorate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;

@AnalyzeClasses(packages = "org.condaforge.quorate", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final DescribedPredicate<JavaAccess<?>> ASKS_THE_MACHINE_FOR_THE_TIME = DescribedPredicate.describe(
            "ask the machine for the time",
            access -> access instanceof JavaCall<?> call
                    && ((call.getName().equals("now")
                                    && call.getTargetOwner().getPackageName().startsWith("java.time")
                                    && call.getTarget().getRawParameterTypes().stream()
                                            .noneMatch(type -> type.isEquivalentTo(Clock.class)))
                            || (call.getName().equals("currentTimeMillis")
                                    && call.getTargetOwner().isEquivalentTo(System.class))));

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK =
            noClasses().should().accessTargetWhere(ASKS_THE_MACHINE_FOR_THE_TIME);

    @ArchTest
    static final ArchRule PAGES_KNOW_SERVICES_ONLY = noClasses()
            .that()
            .resideInAnyPackage("..ui..", "..api..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Repository.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.jdbc..", "org.springframework.data..", "java.sql..")
            .allowEmptyShould(true);

    /// It acts as the application itself, for the command line; pages ask `SourceService`, which asks who they are for.
    @ArchTest
    static final ArchRule PAGES_DO_NOT_IMPORT_AS_THE_APPLICATION = noClasses()
            .that()
            .resideInAnyPackage("..ui..", "..api..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.condaforge.quorate.source.ImportService");

    @ArchTest
    static final ArchRule REPOSITORIES_STAY_IN_THEIR_MODULE =
            classes().that().areAssignableTo(Repository.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule NO_PAGE_IS_MADE_OF_MARKUP =
            noClasses().should().dependOnClassesThat().haveFullyQualifiedName("com.vaadin.flow.component.Html");

    @ArchTest
    static final ArchRule RULES_NEED_THE_JDK_ONLY = classes()
            .that()
            .resideInAPackage("..quorate.rule..")
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("..quorate.rule..", "java..", "org.jspecify.annotations..");

    private static final Pattern MARKUP =
            Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\.eval\\("
                    + "|\\.executeJs\\(\\s*(?:[^\"\\s)]|\"[^\"]*\"\\s*\\+\\s*[^\"\\s])");

    /// In Java and in our own ES modules: text becomes text, never markup or script.
    @Test
    void noSourceMakesMarkupOrScriptOfText() throws IOException {
        for (Path root : List.of(Path.of("src/main/java"), Path.of("frontend"))) {
            if (!Files.isDirectory(root)) {
                continue;
            }
            try (var files = Files.walk(root)) {
                for (Path file : files.filter(f -> f.toString().matches(".*\\.(java|js)"))
                        .toList()) {
                    assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(MARKUP);
                }
            }
        }
    }
}
