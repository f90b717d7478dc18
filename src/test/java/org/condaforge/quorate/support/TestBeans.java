package org.condaforge.quorate.support;

import javax.sql.DataSource;
import org.condaforge.quorate.member.MemberService;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What tests put beside the application: import it where a test makes its own context.
@TestConfiguration(proxyBeanMethods = false)
public class TestBeans {

    @Bean
    @Primary
    MutableClock mutableClock() {
        return new MutableClock();
    }

    @Bean
    Community community(DataSource database, MemberService members, JdbcClient jdbc, MutableClock clock) {
        return new Community(database, members, jdbc, clock);
    }

    @Bean
    static SqlCount sqlCount() {
        return new SqlCount();
    }
}
