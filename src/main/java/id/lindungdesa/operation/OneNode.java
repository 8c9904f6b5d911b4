package id.lindungdesa.operation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Nodes on one database that must not do a thing at once. A turn is asked for by a name, inside a transaction, and lasts as
 * long as that; a node that is killed gives it back.
 */
@Component
public class OneNode {

    private static final String KEY = "hashtextextended('one node/' || :name, 0)";

    private final JdbcClient jdbc;

    public OneNode(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until no other transaction has that turn. */
    public void awaitTurn(String name) {
        jdbc.sql("select pg_advisory_xact_lock(" + KEY + ")").param("name", name).query((row, number) -> true).single();
    }

    /** @return false at once where another transaction has that turn */
    public boolean takesTurn(String name) {
        return jdbc.sql("select pg_try_advisory_xact_lock(" + KEY + ")").param("name", name).query(Boolean.class).single();
    }
}
