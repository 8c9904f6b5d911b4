package id.lindungdesa.reporting;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a list of any length in portions and never holds it; only inside a transaction, as the driver wants it. */
@Component
class LongLists {

    private static final int PORTION = 500;

    private final JdbcClient portions;

    LongLists(DataSource database) {
        JdbcTemplate template = new JdbcTemplate(database);
        template.setFetchSize(PORTION);
        portions = JdbcClient.create(template);
    }

    JdbcClient.StatementSpec sql(String sql) {
        return portions.sql(sql);
    }
}
