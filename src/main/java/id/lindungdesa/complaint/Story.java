package id.lindungdesa.complaint;

/** Who complains, how to reach him, what he is to the worker, and what he says. Personal data. */
record Story(String name, String phone, String relation, String text) {}
