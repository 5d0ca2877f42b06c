package org.zhiping.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The keys that we were started with are not those of this database. */
class WrongVaultKey extends RuntimeException {

    WrongVaultKey(String message) {
        super(message);
    }

    /** Says it in a few lines instead of a stack trace. */
    static class Analyzer extends AbstractFailureAnalyzer<WrongVaultKey> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, WrongVaultKey cause) {
            return new FailureAnalysis(cause.getMessage() + " Nothing was changed.",
                    "Start again with the keys that belong to this database: zhiping.vault.keyset, zhiping.vault.keyset-file, "
                            + "zhiping.vault.key, or the files vault.keyset and vault.key of the data folder. Without them nobody can read "
                            + "the personal data in it.", cause);
        }
    }
}
