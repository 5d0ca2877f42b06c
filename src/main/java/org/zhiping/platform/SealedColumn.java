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

    /** SQL over a row: whether its value was sealed with another key than the one whose prefix is {@code :prefix}. */
    String sealedOtherwise() {
        return there() + " and " + prefix() + " <> :prefix";
    }

    /** SQL over a row: whether there is a value. */
    String there() {
        return column + " is not null and octet_length(" + column + ") > 0";
    }

    /** SQL over a row: the five bytes that name the key. */
    String prefix() {
        return type == Type.BYTES ? "substring(" + column + " from 1 for 5)"
                : "substring(decode(left(" + column + ", 8), 'base64') from 1 for 5)";
    }
}
