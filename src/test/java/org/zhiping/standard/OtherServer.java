package org.zhiping.standard;

import java.io.IOException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The packs as another server on the same database knows them. */
public final class OtherServer {

    private OtherServer() {
    }

    public static Packs packs(JdbcClient jdbc) throws IOException {
        return new LivePacks(new JdbcEditions(jdbc));
    }
}
