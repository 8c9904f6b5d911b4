package id.lindungdesa.complaint;

/** Who complains, how to reach him, what he is to the worker, what he says, and where he wants to be told by e-mail. Personal data. */
record Story(String name, String phone, String relation, String text, String email) {}
