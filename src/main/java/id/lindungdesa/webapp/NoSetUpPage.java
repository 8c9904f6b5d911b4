package id.lindungdesa.webapp;

import id.lindungdesa.identity.Accounts;
import id.lindungdesa.identity.Accounts.Membership;
import id.lindungdesa.identity.Accounts.NewAccount;
import id.lindungdesa.operation.OneNode;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * While the engine's group of all-powerful administrators is empty, the webapps send every visitor to a page that creates
 * one, and that page is shut here. Our administrators do not belong to that group; so one account does that nobody can
 * log in with: its password is random and written down nowhere.
 */
@Component
@Order(13)
class NoSetUpPage implements ApplicationRunner {

    static final String NOBODY = "tanpa-pemilik";

    private final Accounts accounts;
    private final OneNode oneNode;

    NoSetUpPage(Accounts accounts, OneNode oneNode) {
        this.accounts = accounts;
        this.oneNode = oneNode;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        oneNode.awaitTurn("account without an owner");
        if (!accounts.exists(NOBODY)) {
            accounts.create(List.of(new NewAccount(NOBODY, "Akun tanpa pemilik", unknownPassword())));
            accounts.join(List.of(new Membership(NOBODY, Groups.CAMUNDA_ADMIN)));
        }
    }

    private static String unknownPassword() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return "aA1!" + Base64.getUrlEncoder().encodeToString(random);
    }
}
