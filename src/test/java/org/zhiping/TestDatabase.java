package org.zhiping;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One real PostgreSQL for a test run; every caller gets an empty database of its own. */
public final class TestDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static EmbeddedPostgres server;

    private TestDatabase() {
    }

    /** A database with all our migrations applied, and no engine tables. */
    public static DataSource fresh() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url(migrated()));
        return source;
    }

    /** A database as the release with this last migration left it. */
    public static DataSource at(String version) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url(empty()));
        source.setUser("postgres");
        Flyway.configure().dataSource(source).locations("classpath:db/migration").target(version).load().migrate();
        return source;
    }

    private static synchronized String migrated() {
        if (server == null) {
            start();
        }
        return create("zhiping_migrated");
    }

    /** Stopped after every Spring context, for an engine that ends still writes. */
    private static synchronized void start() {
        try {
            server = EmbeddedPostgres.builder().setRegisterShutdownHook(false).setServerConfig("max_connections", "300")
                    .setServerConfig("synchronous_commit", "on").setServerConfig("fsync", "on").start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SpringApplication.getShutdownHandlers().add(TestDatabase::stop);
        JdbcClient.create(server.getPostgresDatabase()).sql("create database zhiping_migrated").update();
        Flyway.configure().dataSource(url("zhiping_migrated"), "postgres", "").locations("classpath:db/migration").load().migrate();
    }

    private static String create(String template) {
        String name = "zhiping_" + NUMBER.incrementAndGet();
        JdbcClient.create(server.getPostgresDatabase()).sql("create database " + name + " template " + template).update();
        return name;
    }

    private static void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized String empty() {
        if (server == null) {
            start();
        }
        return create("template0");
    }

    private static String url(String database) {
        return server.getJdbcUrl("postgres", database);
    }

    /**
     * Points a Spring context at an empty database, which the product then migrates itself. The context before it closes
     * first: the engine and its web apps keep static registers, and a context that closed later would empty them.
     */
    public static class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        private static ConfigurableApplicationContext before;

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            if (before != null) {
                before.close();
            }
            before = context;
            TestPropertyValues.of("spring.datasource.url=" + url(empty()), "spring.datasource.username=postgres",
                    "spring.datasource.password=", "zhiping.data-dir=" + System.getProperty("test.data", "target/test-data")).applyTo(context);
        }
    }
}
