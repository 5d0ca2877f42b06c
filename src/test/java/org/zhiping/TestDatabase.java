package org.zhiping;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * One real PostgreSQL for a test run; every caller gets an empty database of its own. It does not wait for the disk, for nobody
 * needs a test's data after a power cut: whoever does asks for a {@link #durable} one.
 */
public final class TestDatabase {

    private static final String MIGRATED = "zhiping_migrated";
    private static final String WITH_ENGINE = "zhiping_with_engine";
    private static final List<String> ENGINE_TABLES = List.of("engine", "history", "identity", "case.engine", "case.history",
            "decision.engine", "decision.history");
    private static final String DURABILITY_CHECK = "org.zhiping.platform.database.DurabilityCheck";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static Path directory;
    private static EmbeddedPostgres server;

    private TestDatabase() {
    }

    /** A database with all our migrations applied, and no engine tables. */
    public static DataSource fresh() {
        return source(url(create(MIGRATED)));
    }

    /** The same with the tables of the engine. */
    public static DataSource withEngine() {
        return source(url(create(WITH_ENGINE)));
    }

    /** The same as {@link #fresh} on a server of its own that keeps what it has confirmed, as the product demands it. */
    public static DataSource durable() {
        try {
            EmbeddedPostgres durable = EmbeddedPostgres.builder().setPGStartupWait(PATIENCE).setServerConfig("fsync", "on").setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on").start();
            String url = durable.getJdbcUrl("postgres", "postgres");
            migrate(url);
            return source(url);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A database as the release with this last migration left it. */
    public static DataSource at(String version) {
        PGSimpleDataSource source = source(url(create("template0")));
        source.setUser("postgres");
        Flyway.configure().dataSource(source).locations("classpath:db/migration").target(version).load().migrate();
        return source;
    }

    private static PGSimpleDataSource source(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        return source;
    }

    /** Stopped after every Spring context, for an engine that ends still writes. */
    private static void start() {
        try {
            directory = Files.createTempDirectory("zhiping-postgres");
            server = EmbeddedPostgres.builder().setRegisterShutdownHook(false).setDataDirectory(directory).setCleanDataDirectory(false)
                    .setPGStartupWait(PATIENCE).setServerConfig("max_connections", "300")
                    .setServerConfig("fsync", "off").setServerConfig("full_page_writes", "off").setServerConfig("synchronous_commit", "off")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SpringApplication.getShutdownHandlers().add(TestDatabase::stop);
        create(MIGRATED, "template0");
        migrate(url(MIGRATED));
        create(WITH_ENGINE, MIGRATED);
        new ResourceDatabasePopulator(ENGINE_TABLES.stream().map(part -> new ClassPathResource(
                "org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql")).toArray(Resource[]::new))
                .execute(source(url(WITH_ENGINE)));
    }

    private static void migrate(String url) {
        Flyway.configure().dataSource(url, "postgres", "").locations("classpath:db/migration").load().migrate();
    }

    private static synchronized String create(String template) {
        if (server == null) {
            start();
        }
        String name = "zhiping_" + NUMBER.incrementAndGet();
        create(name, template);
        return name;
    }

    private static void create(String name, String template) {
        JdbcClient.create(server.getPostgresDatabase()).sql("create database " + name + " template " + template).update();
    }

    /** Copies the database of a pool that nobody uses now. @return the copy */
    static String copy(HikariDataSource pool) {
        String source = name(pool);
        String copy = source + "_copy";
        alone(pool, source, () -> create(copy, source));
        return copy;
    }

    /** Makes the database of a pool anew from this copy. Numbers go on where they were: none is given twice. */
    static void putBack(HikariDataSource pool, String copy) {
        String source = name(pool);
        List<String> numbers = JdbcClient.create(pool).sql("""
                select format('select setval(%L, %s)', format('%I.%I', schemaname, sequencename), last_value)
                from pg_sequences where last_value is not null""").query(String.class).list();
        alone(pool, source, () -> {
            JdbcClient.create(server.getPostgresDatabase()).sql("drop database " + source + " with (force)").update();
            create(source, copy);
        });
        numbers.forEach(number -> JdbcClient.create(pool).sql(number).query().singleRow());
    }

    /** The pool's connections end before and after, for meanwhile it opens others. */
    private static void alone(HikariDataSource pool, String database, Runnable act) {
        JdbcClient postgres = JdbcClient.create(server.getPostgresDatabase());
        postgres.sql("alter database " + database + " allow_connections false").update();
        pool.getHikariPoolMXBean().softEvictConnections();
        postgres.sql("select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = ?").param(database).query().listOfRows();
        act.run();
        postgres.sql("alter database " + database + " allow_connections true").update();
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    private static String name(HikariDataSource pool) {
        return JdbcClient.create(pool).sql("select current_database()").query(String.class).single();
    }

    /** A database is some hundreds of files, and nobody waits until those of all tests are gone. */
    private static void stop() {
        try {
            server.close();
            new ProcessBuilder("rm", "-rf", directory.toString()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String url(String database) {
        return server.getJdbcUrl("postgres", database);
    }

    /**
     * Points a Spring context at a database with all tables and nothing in them. The context before it closes first: the engine
     * and its web apps keep static registers, and a context that closed later would empty them. The check that the server is
     * durable, which this one is not, stays out.
     */
    public static class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        private static ConfigurableApplicationContext before;

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            if (before != null) {
                before.close();
            }
            before = context;
            context.addBeanFactoryPostProcessor(beans -> ((BeanDefinitionRegistry) beans).removeBeanDefinition(DURABILITY_CHECK));
            TestPropertyValues.of("spring.datasource.url=" + url(create(WITH_ENGINE)), "spring.datasource.username=postgres",
                    "spring.datasource.password=", "zhiping.data-dir=" + System.getProperty("test.data", "target/test-data")).applyTo(context);
        }
    }
}
