package org.zhiping.platform;

/**
 * A column that holds what {@link Vault} has sealed; null and empty values are let be.
 *
 * @param type    of the column: TEXT holds Base64, BYTES the bytes themselves
 * @param context SQL over the row's own columns that yields, as bytea, the context the value was sealed in;
 *                empty when it was sealed without
 */
public record SealedColumn(String table, String column, Type type, String context) {

    /** How a column holds its sealed values. */
    public enum Type { TEXT, BYTES }

    public static SealedColumn text(String table, String column) {
        return new SealedColumn(table, column, Type.TEXT, "");
    }

    public static SealedColumn bytes(String table, String column) {
        return new SealedColumn(table, column, Type.BYTES, "");
    }

    /** @param sql as {@code convert_to(document || '/' || position, 'UTF8')} */
    public SealedColumn in(String sql) {
        return new SealedColumn(table, column, type, sql);
    }

    public String place() {
        return table + "." + column;
    }
}
