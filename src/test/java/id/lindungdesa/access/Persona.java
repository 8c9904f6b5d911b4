package id.lindungdesa.access;

import id.lindungdesa.identity.Role;

/** Somebody who tries a door. {@code role} is null for whoever holds none any more and for whoever has no login. */
record Persona(String user, Role role, boolean here) {

    static final Persona NOBODY = new Persona(null, null, false);

    boolean hasLogin() {
        return user != null;
    }

    @Override
    public String toString() {
        return user == null ? "no login" : user;
    }
}
