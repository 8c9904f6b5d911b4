package id.lindungdesa.claim;

/** Who told of the death: name, how to reach him, and what he was to the deceased as he says. Personal data. */
record Reporter(String name, String phone, String relation) {}
