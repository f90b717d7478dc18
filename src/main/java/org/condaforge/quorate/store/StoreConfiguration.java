package org.condaforge.quorate.store;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// How transactions are carried out: on H2 those that write one after the other, on MariaDB as many as there are.
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    JdbcTransactionManager transactionManager(
            DataSource database,
            @Value("${spring.datasource.url}") String address,
            ObjectProvider<TransactionManagerCustomizers> customizers) {
        JdbcTransactionManager manager =
                address.startsWith("jdbc:h2:") ? new OneWriter(database) : new JdbcTransactionManager(database);
        customizers.ifAvailable(all -> all.customize(manager));
        return manager;
    }
}
