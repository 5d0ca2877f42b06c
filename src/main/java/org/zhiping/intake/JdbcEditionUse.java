package org.zhiping.intake;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhiping.standard.EditionUse;

/** An edition is used as soon as a round is planned by it. */
@Repository
class JdbcEditionUse implements EditionUse {

    private final JdbcClient jdbc;

    JdbcEditionUse(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody plans a round meanwhile. */
    @Override
    public boolean isUsed(String standard, String edition) {
        jdbc.sql("lock table round in share mode").update();
        return jdbc.sql("select exists (select 1 from round where standard = :standard and edition = :edition)")
                .param("standard", standard).param("edition", edition).query(Boolean.class).single();
    }
}
