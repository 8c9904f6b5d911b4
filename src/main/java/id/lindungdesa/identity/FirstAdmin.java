package id.lindungdesa.identity;

import id.lindungdesa.operation.OneNode;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The first administrator of a real installation comes from its environment. There is no default password, and without
 * anybody to administer it the application does not start.
 */
@Component
@Order(15)
@ConditionalOnProperty(name = "lindungdesa.demo", havingValue = "false")
class FirstAdmin implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstAdmin.class);

    private final JdbcClient jdbc;
    private final OneNode oneNode;
    private final Offices offices;
    private final String user;
    private final String password;

    FirstAdmin(JdbcClient jdbc, OneNode oneNode, Offices offices, @Value("${lindungdesa.admin.user:}") String user,
            @Value("${lindungdesa.admin.password:}") String password) {
        this.jdbc = jdbc;
        this.oneNode = oneNode;
        this.offices = offices;
        this.user = user;
        this.password = password;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        oneNode.awaitTurn("first administrator");
        if (jdbc.sql("select exists (select from identity_office where role = 'admin' and member)").query(Boolean.class).single()) {
            return;
        }
        if (user.isBlank() || password.isBlank()) {
            throw new NoAdministrator();
        }
        offices.appoint(List.of(new Appointment(1, user, "Administrator", Role.ADMIN, "", LocalDate.EPOCH, null, "instalasi")),
                List.of(), name -> password);
        log.info("First administrator {} created from the environment", user);
    }

    /** Nobody could log in. */
    static class NoAdministrator extends RuntimeException {
        NoAdministrator() {
            super("There is no administrator yet. Set LINDUNGDESA_ADMIN_USER and LINDUNGDESA_ADMIN_PASSWORD "
                    + "(at least 12 characters, without the user name) for the first start.");
        }
    }
}
