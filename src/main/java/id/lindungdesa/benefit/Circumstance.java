package id.lindungdesa.benefit;

import java.time.LocalDate;

/**
 * What the law asks of an heir beyond his place in the order. Everything may be null.
 *
 * @param guardian who receives for him while he is under age
 * @param receivedBy the place of the heir who receives for him by power of attorney
 * @param deedNumber of the notarial will that names him
 * @param diedOn he died after the worker and before the payment
 * @param succeeds the place of the heir who died, into whose part he comes
 */
public record Circumstance(LocalDate birthDate, Guardian guardian, Integer receivedBy, String deedNumber, LocalDate diedOn,
                    Integer succeeds) {

    public static final Circumstance NONE = new Circumstance(null, null, null, null, null, null);

    /** Name and account are personal data. */
    public record Guardian(String name, String relation, String account) {}
}
