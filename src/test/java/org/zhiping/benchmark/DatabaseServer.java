package org.zhiping.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The product's PostgreSQL, seen from beside. */
final class DatabaseServer {

    /** @param cpuMillis of all its processes, those that ended included; null where there is no /proc */
    record Figures(long transactions, long inserted, long updated, long hotUpdated, long deleted, long walBytes, long walFullPages, Long cpuMillis) {

        Figures since(Figures before) {
            return new Figures(transactions - before.transactions, inserted - before.inserted, updated - before.updated,
                    hotUpdated - before.hotUpdated, deleted - before.deleted, walBytes - before.walBytes, walFullPages - before.walFullPages,
                    cpuMillis == null ? null : cpuMillis - before.cpuMillis);
        }
    }

    private static final int MILLIS_PER_TICK = 10;

    private final long process;
    private final String url;
    private final String password;

    DatabaseServer(Path data) throws IOException {
        List<String> pidFile = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
        process = Long.parseLong(pidFile.get(0).strip());
        url = "jdbc:postgresql://localhost:" + pidFile.get(3).strip() + "/";
        password = Files.readString(data.resolve("postgres.password")).strip();
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url + database, "postgres", password);
    }

    /** Waits until the server's own statistics stand still: its processes hand them in with some delay. */
    Figures settled() throws SQLException, InterruptedException {
        Figures last = read();
        for (int i = 0; i < 10; i++) {
            TimeUnit.SECONDS.sleep(2);
            Figures next = read();
            if (next.inserted == last.inserted && next.updated == last.updated && next.deleted == last.deleted) {
                return next;
            }
            last = next;
        }
        return last;
    }

    Figures read() throws SQLException {
        try (Connection connection = connect("postgres"); Statement statement = connection.createStatement();
             ResultSet row = statement.executeQuery("""
                     select xact_commit, tup_inserted, tup_updated, tup_deleted, pg_current_wal_insert_lsn() - '0/0'::pg_lsn as wal,
                            (select wal_fpi from pg_stat_wal) as full_pages,
                            (select sum(n_tup_hot_upd) from pg_stat_user_tables) as hot
                     from pg_stat_database where datname = current_database()
                     """)) {
            row.next();
            return new Figures(row.getLong("xact_commit"), row.getLong("tup_inserted"), row.getLong("tup_updated"), row.getLong("hot"),
                    row.getLong("tup_deleted"), row.getLong("wal"), row.getLong("full_pages"), cpuMillis());
        }
    }

    /** The steps that the engine runs in the background, by the id of their job definition. */
    Map<String, String> backgroundSteps() throws SQLException {
        Map<String, String> steps = new HashMap<>();
        try (Connection connection = connect("postgres"); Statement statement = connection.createStatement();
             ResultSet row = statement.executeQuery("select id_, proc_def_key_ || '/' || act_id_ from act_ru_jobdef")) {
            while (row.next()) {
                steps.put(row.getString(1), row.getString(2));
            }
        }
        return steps;
    }

    private Long cpuMillis() {
        if (!Files.isDirectory(Path.of("/proc/self"))) {
            return null;
        }
        return ProcessHandle.of(process).stream().flatMap(server -> Stream.concat(Stream.of(server),
                server.descendants())).mapToLong(part -> cpuMillis(part.pid())).sum();
    }

    private static long cpuMillis(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int i = 11; i <= 14; i++) {
                ticks += Long.parseLong(fields[i]);
            }
            return ticks * MILLIS_PER_TICK;
        } catch (IOException ended) {
            return 0;
        }
    }
}
