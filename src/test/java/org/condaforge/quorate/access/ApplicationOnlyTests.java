package org.condaforge.quorate.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is for the application itself asks nobody who they are: no page and no address of the API leads to it.
class ApplicationOnlyTests {

    @Test
    void noPageCallsWhatIsForTheApplication() {
        Set<String> rows = AccessTable.read("services").rows().values().stream()
                .filter(AccessTable.Row::isForTheApplication)
                .map(AccessTable.Row::what)
                .collect(Collectors.toSet());
        List<String> found = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.condaforge.quorate.ui", "org.condaforge.quorate.api")) {
            if (rows.stream().anyMatch(row -> row.startsWith(named(type) + "."))) {
                continue; // is for the application itself
            }
            for (JavaCodeUnit unit : type.getCodeUnits()) {
                Stream.<JavaAccess<?>>concat(
                                unit.getMethodCallsFromSelf().stream(), unit.getMethodReferencesFromSelf().stream())
                        .filter(access -> access.getTargetOwner().getName().startsWith("org.condaforge.quorate."))
                        .map(access -> name((JavaCodeUnitAccess<?>) access))
                        .filter(rows::contains)
                        .forEach(name -> found.add(type.getSimpleName() + " calls " + name));
            }
        }
        assertThat(rows).isNotEmpty();
        assertThat(found).isEmpty();
    }

    private static String named(JavaClass type) {
        return type.getPackageName().replace("org.condaforge.quorate.", "") + "." + type.getSimpleName();
    }

    private static String name(JavaCodeUnitAccess<?> access) {
        return "%s.%s(%s)"
                .formatted(
                        named(access.getTargetOwner()),
                        access.getTarget().getName(),
                        access.getTarget().getRawParameterTypes().stream()
                                .map(JavaClass::getSimpleName)
                                .collect(Collectors.joining(", ")));
    }
}
