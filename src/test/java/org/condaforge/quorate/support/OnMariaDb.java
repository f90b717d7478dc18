package org.condaforge.quorate.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// As [OnH2], but with a real MariaDB. Where none can run, the test is skipped and says why.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(MariaDb.Runs.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.NONE,
        properties = {OnH2.POLICIES, OnH2.NO_CLOSER, OnH2.KEYS, OnH2.NO_PAGES})
@ContextConfiguration(initializers = MariaDb.Address.class)
@Import(TestBeans.class)
public @interface OnMariaDb {}
