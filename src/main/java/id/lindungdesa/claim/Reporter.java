package id.lindungdesa.claim;

/** Who told of the death: name, how to reach him (phone and e-mail where he gave one), and what he was to the deceased as he says. Personal data. */
record Reporter(String name, String phone, String relation, String email) {}
