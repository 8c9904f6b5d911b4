package id.lindungdesa.bulk;

/** Whether lines of an order still wait. */
enum DecisionState { RUNNING, DONE }
