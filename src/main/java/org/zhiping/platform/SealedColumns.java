package org.zhiping.platform;

import java.util.List;

/**
 * Every feature names in one bean where it keeps what the {@link Vault} has sealed, so that all of it can be sealed again with a new key.
 * A column that is not named here keeps an old key from being retired only until somebody believes it is not needed any more:
 * {@code SealedColumnsTest} looks for forgotten ones.
 */
public interface SealedColumns {

    List<SealedColumn> columns();
}
