package id.lindungdesa.identity;

import jakarta.servlet.Filter;

/**
 * Signs a request on by the session of the webapps, before HTTP Basic is tried. A write by cookie alone is refused: it
 * must carry the session's CSRF token.
 */
public interface SessionSignOn extends Filter {}
