package id.lindungdesa.workflow;

import id.lindungdesa.identity.CallerAddress;
import id.lindungdesa.identity.LoginThrottle;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * The one place where a password is looked at, whichever door it came through: Tasklist's login, HTTP Basic, the engine's
 * own check. The stock throttle counts per account only: ten wrong guesses by anybody lock it until an administrator
 * comes, and whoever guesses once a minute keeps its owner out.
 */
class Logins extends DbIdentityServiceProvider {

    private final LoginThrottle throttle;

    Logins(LoginThrottle throttle) {
        this.throttle = throttle;
    }

    @Override
    public boolean checkPassword(String user, String password) {
        if (user == null || password == null) {
            return false;
        }
        UserEntity found = findUserById(user);
        return throttle.judge(user, found != null, CallerAddress.current(), () -> found != null && matchPassword(password, found));
    }
}
