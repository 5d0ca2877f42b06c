package org.zhiping.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Our own server while the product runs; it is waited for when it stops, so that the next start finds it gone. */
record EmbeddedServer(EmbeddedPostgres postgres, Path directory) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    static EmbeddedServer start(EmbeddedPostgres.Builder builder, Path directory) {
        return new EmbeddedServer(Unbroken.act(builder::start), directory);
    }

    @Override
    public void close() {
        Unbroken.act(() -> {
            postgres.close();
            for (long left = PATIENCE.toMillis(); OrphanedServer.in(directory).isPresent() && left > 0; left -= 100) {
                Thread.sleep(100);
            }
            OrphanedServer.in(directory).ifPresent(still -> LOG.warn("PostgreSQL (process {}) still writes its last pages", still.pid()));
            return null;
        });
    }
}
