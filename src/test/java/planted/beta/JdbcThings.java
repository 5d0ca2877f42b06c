package planted.beta;

import org.springframework.jdbc.core.simple.JdbcClient;
import planted.alpha.OwnTime;

/** Planted: a public JDBC class that is no repository, and half of a cycle. */
public class JdbcThings {

    OwnTime time;
    JdbcClient jdbc;
}
