package org.zhiping.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * How many small transactions a second the same server commits: the script and the tables of {@code pgbench -N} at scale 10, in a
 * database of its own, over one connection a client.
 */
final class CommitRate {

    private static final int ACCOUNTS = 1_000_000;
    private static final int TELLERS = 100;
    private static final int BRANCHES = 10;

    private final DatabaseServer server;

    CommitRate(DatabaseServer server) throws SQLException {
        this.server = server;
        try (Connection connection = server.connect("postgres"); Statement statement = connection.createStatement()) {
            statement.execute("create database pgbench");
        }
        try (Connection connection = server.connect("pgbench"); Statement statement = connection.createStatement()) {
            statement.execute("create table pgbench_accounts (aid int primary key, bid int, abalance int, filler char(84)) with (fillfactor = 100)");
            statement.execute("create table pgbench_history (tid int, bid int, aid int, delta int, mtime timestamp, filler char(22))");
            statement.execute("insert into pgbench_accounts select n, (n - 1) / 100000 + 1, 0, '' from generate_series(1, " + ACCOUNTS + ") n");
            statement.execute("vacuum analyze pgbench_accounts");
        }
    }

    /** Commits a second. */
    double measure(int clients, int seconds) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<Callable<Long>> loops = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            loops.add(() -> loop(end));
        }
        long commits = 0;
        for (Future<Long> loop : threads.invokeAll(loops)) {
            commits += loop.get();
        }
        threads.shutdown();
        return (double) commits / seconds;
    }

    private long loop(long end) throws SQLException {
        Random random = new Random();
        long commits = 0;
        try (Connection connection = server.connect("pgbench");
             PreparedStatement change = connection.prepareStatement("update pgbench_accounts set abalance = abalance + ? where aid = ?");
             PreparedStatement read = connection.prepareStatement("select abalance from pgbench_accounts where aid = ?");
             PreparedStatement add = connection.prepareStatement(
                     "insert into pgbench_history (tid, bid, aid, delta, mtime) values (?, ?, ?, ?, current_timestamp)")) {
            connection.setAutoCommit(false);
            while (System.nanoTime() < end) {
                int account = random.nextInt(ACCOUNTS) + 1;
                int delta = random.nextInt(10_001) - 5_000;
                run(change, delta, account);
                run(read, account);
                run(add, random.nextInt(TELLERS) + 1, random.nextInt(BRANCHES) + 1, account, delta);
                connection.commit();
                commits++;
            }
        }
        return commits;
    }

    private static void run(PreparedStatement statement, int... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setInt(i + 1, values[i]);
        }
        statement.execute();
    }
}
