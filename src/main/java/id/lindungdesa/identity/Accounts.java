package id.lindungdesa.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The store of users, passwords and groups: the engine's, so that Tasklist, Cockpit and REST share one login. */
public interface Accounts {

    record NewAccount(String user, String name, String password) {}

    record Membership(String user, String group) {}

    boolean exists(String user);

    /** Those of these users that have an account. */
    Set<String> known(Collection<String> users);

    /** Whether name and password belong together; slows down whoever keeps guessing. */
    boolean matches(String user, String password);

    List<String> groupsOf(String user);

    String nameOf(String user);

    /** The names of those of these users that have an account. */
    Map<String, String> namesOf(Collection<String> users);

    /** Creates these accounts, none of which exists. */
    void create(Collection<NewAccount> accounts);

    void setPassword(String user, String password);

    /** Makes these people members, creating groups that do not exist; who is a member already stays one. */
    void join(Collection<Membership> memberships);

    void leave(Collection<Membership> memberships);

    /** From here to {@link Acting#close} this thread acts as that user, with the groups he has now. */
    Acting actAs(String user);

    /** The same where the groups he has now were just looked up. */
    Acting actAs(String user, List<String> groups);

    interface Acting extends AutoCloseable {
        @Override
        void close();
    }
}
