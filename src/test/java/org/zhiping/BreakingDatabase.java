package org.zhiping;

import static org.awaitility.Awaitility.await;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * The product's database as a process sees it that dies after some statement: that statement is carried out, its connection is cut, so that the server takes
 * back what was not committed, and whatever the thread asks for afterwards fails. Other threads notice nothing.
 */
public final class BreakingDatabase implements BeanPostProcessor {

    private static final Set<String> ACTS = Set.of("execute", "executeQuery", "executeUpdate", "executeBatch", "commit");
    private static final ThreadLocal<Integer> LEFT = new ThreadLocal<>();

    /** @return whether the act came to its statement {@code last} (1 for the first; a commit counts) and died there */
    public static boolean diesAfter(int last, Runnable act) {
        LEFT.set(last);
        try {
            act.run();
        } catch (RuntimeException died) {
            if (LEFT.get() > 0) {
                throw died;
            }
        } finally {
            last = LEFT.get();
            LEFT.remove();
        }
        return last <= 0;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? watched(source, DataSource.class, source, null) : bean;
    }

    private static <T> T watched(DataSource source, Class<T> type, T real, Connection connection) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("unwrap") || method.getName().equals("isWrapperFor")) {
                return method.getName().equals("unwrap") ? real : Boolean.FALSE;
            }
            Integer left = LEFT.get();
            boolean counts = left != null && ACTS.contains(method.getName());
            if (counts && left <= 0) {
                throw new SQLException("The process is dead", "08006");
            }
            Object answer;
            try {
                answer = method.invoke(real, arguments);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
            if (counts) {
                LEFT.set(left - 1);
                if (left == 1) {
                    cut(connection == null ? (Connection) real : connection, source);
                    throw new SQLException("The process dies", "08006");
                }
            }
            if (answer instanceof Connection opened) {
                return watched(source, Connection.class, opened, null);
            }
            if (answer instanceof PreparedStatement prepared) {
                return watched(source, PreparedStatement.class, prepared, (Connection) real);
            }
            return answer instanceof Statement statement ? watched(source, Statement.class, statement, (Connection) real) : answer;
        };
        return type.cast(Proxy.newProxyInstance(BreakingDatabase.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** Only when the server has noticed are its locks gone: whoever skips locked rows would else pass by the one that was being worked on. */
    private static void cut(Connection connection, DataSource source) throws SQLException {
        int process = connection.unwrap(PGConnection.class).getBackendPID();
        connection.abort(Runnable::run);
        try (Connection other = source.getConnection(); PreparedStatement there = other.prepareStatement("select from pg_stat_activity where pid = ?")) {
            there.setInt(1, process);
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                try (ResultSet row = there.executeQuery()) {
                    return !row.next();
                }
            });
        }
    }
}
