package org.condaforge.quorate.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/// Runs the test on the services of the application without its pages, with H2 in memory. All such tests share one
/// context; nothing is closed at its deadline by itself, the test does it.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = WebEnvironment.NONE,
        properties = {
            OnH2.DATABASE,
            OnH2.POLICIES,
            OnH2.NO_CLOSER,
            OnH2.KEYS,
            OnH2.NO_PAGES,
        })
@Import(TestBeans.class)
public @interface OnH2 {

    /// An H2 in memory, as the application uses one in a file.
    String DATABASE = "spring.datasource.url=jdbc:h2:mem:${random.uuid};MODE=MariaDB;DATABASE_TO_LOWER=TRUE;"
            + "CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000";

    /// Every policy that ships.
    String POLICIES = "quorate.policy=plus-three,conda-forge,conda";

    /// The test ends votes itself.
    String NO_CLOSER = "quorate.votes.close-every=1000d";

    /// Where the keys of secret votes lie.
    String KEYS = "quorate.keys=target/keys";

    /// Vaadin configures itself for a web application only.
    String NO_PAGES = "spring.autoconfigure.exclude=com.vaadin.flow.spring.SpringBootAutoConfiguration,"
            + "com.vaadin.flow.spring.SpringSecurityAutoConfiguration,com.vaadin.flow.spring.VaadinScopesConfig";
}
