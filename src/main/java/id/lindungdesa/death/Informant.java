package id.lindungdesa.death;

/** Who brought the news, and the registry's number of the death certificate; what is not known is null. Personal data. */
record Informant(String name, String phone, String relation, String certificate) {}
