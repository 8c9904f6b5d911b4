package id.lindungdesa.claim;

import id.lindungdesa.identity.Official;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Debts that others than claims keep: the bank reports every repayment at one door, {@code POST /api/bank/repayments}. */
public interface Debts {

    record Repaid(UUID id, String number, boolean isNew) {}

    /** A repayment that fits, or why not and what was expected (null where nothing is). */
    record Answer(Repaid repaid, Refusal refusal, Rupiah expected) {}

    /** Books a repayment, in the caller's transaction; empty where no debt has that number. */
    Optional<Answer> repaid(String number, String reference, Rupiah rupiah, LocalDate valueDate, Official bank);
}
