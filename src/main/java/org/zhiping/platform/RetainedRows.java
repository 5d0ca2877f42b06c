package org.zhiping.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiping.platform.Retained.Item;

/**
 * One page of {@link Retained#begunBefore} from the database. The query has the parameters {@code begun}, {@code after} and {@code limit}
 * and selects id, case number (may be null) and the moment the clock began, in this order.
 */
public final class RetainedRows {

    private RetainedRows() {
    }

    public static List<Item> page(JdbcClient jdbc, String query, Instant begun, String after, int limit) {
        return page(jdbc, query, begun, after, limit, Map.of());
    }

    /** @param more further parameters of the query, by name */
    public static List<Item> page(JdbcClient jdbc, String query, Instant begun, String after, int limit, Map<String, ?> more) {
        return jdbc.sql(query).param("begun", begun.atOffset(ZoneOffset.UTC)).param("after", after).param("limit", limit).params(more)
                .query(RetainedRows::item).list();
    }

    private static Item item(ResultSet row, int n) throws SQLException {
        return new Item(row.getString(1), row.getString(2), row.getObject(3, OffsetDateTime.class).toInstant());
    }
}
