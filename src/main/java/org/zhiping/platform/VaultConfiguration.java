package org.zhiping.platform;

import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody is given the vault before its keys are known to fit the database. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    Vault vault(VaultKeyStore store, JdbcClient jdbc) {
        Vault vault = new Vault(store);
        new VaultCheck(jdbc, vault).verify();
        return vault;
    }
}
