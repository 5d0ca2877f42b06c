package org.zhiping.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhiping.platform.DataFolder;

/**
 * A durable PostgreSQL of our own under the data folder, used while {@code spring.datasource.url} is not set. A server
 * that outlived a killed process is adopted.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${spring.datasource.url:}'.isEmpty()")
class EmbeddedDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String DATABASE = "postgres";
    private static final String USER = "postgres";
    private static final int STATEMENTS_KEPT_PREPARED = 1024;
    /** After a crash the server first replays what {@code max_wal_size} allows for, on a slow disk longer than a minute. */
    private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(2);

    @Bean(destroyMethod = "close")
    EmbeddedServer embeddedServer(DataFolder data) throws IOException {
        String password = data.secret("postgres.password", 24);
        Path passwordFile = data.resolve("postgres.password");
        Path directory = data.resolve("postgres");
        Path programs = data.resolve("postgres-binaries");
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setOverrideWorkingDirectory(programs.toFile())
                .setCleanDataDirectory(false)
                .setPGStartupWait(LONGEST_RECOVERY)
                .setRegisterShutdownHook(false)
                .setLocaleConfig("pwfile", passwordFile.toString())
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("encoding", "UTF8")
                .setConnectConfig("password", password)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("checkpoint_timeout", "15min")
                .setServerConfig("wal_compression", "on");
        OrphanedServer.in(directory).ifPresent(orphan -> {
            LOG.info("Adopting the PostgreSQL server of an earlier run (process {}, port {})", orphan.pid(), orphan.port());
            builder.setPort(orphan.port());
        });
        try {
            EmbeddedServer server = EmbeddedServer.start(builder, directory);
            keepToOurselves(programs.toFile());
            return server;
        } catch (IllegalStateException refused) {
            if (String.valueOf(refused.getMessage()).contains("could not lock")) {
                throw new FolderTaken.Failure(directory.getParent().toString(), refused);
            }
            throw refused;
        }
    }

    /** The library lets everybody write where it unpacks the programs that the next start runs. */
    static void keepToOurselves(File programs) {
        programs.setWritable(false, false);
        programs.setWritable(true, true);
    }

    @Bean(destroyMethod = "close")
    DataSource dataSource(EmbeddedServer server, DataFolder data,
                          @Value("${zhiping.database.pool-size:20}") int poolSize) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(server.postgres().getJdbcUrl(USER, DATABASE));
        pool.setUsername(USER);
        pool.setPassword(data.secret("postgres.password", 24));
        pool.setMaximumPoolSize(poolSize);
        pool.addDataSourceProperty("preparedStatementCacheQueries", STATEMENTS_KEPT_PREPARED);
        return pool;
    }
}
