package id.lindungdesa.scholarship;

import id.lindungdesa.claim.ScholarshipRight;
import id.lindungdesa.claim.ScholarshipRight.Answer;
import id.lindungdesa.claim.PayeeAccounts;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.ledger.Account;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.ledger.Transfer;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.scholarship.Scholarship.End;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a school year ends: with the money, once, or without it, and each time with a letter that says why. */
@Service
class YearPayout {

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9./_ -]{3,64}");

    private final Scholarships children;
    private final SchoolYears years;
    private final YearFiles files;
    private final YearSteps steps;
    private final ScholarshipRight right;
    private final Ledger ledger;
    private final YearLetters letters;
    private final PayeeAccounts accounts;

    YearPayout(Scholarships children, SchoolYears years, YearFiles files, YearSteps steps, ScholarshipRight right, Ledger ledger,
            YearLetters letters, PayeeAccounts accounts) {
        this.children = children;
        this.years = years;
        this.files = files;
        this.steps = steps;
        this.right = right;
        this.ledger = ledger;
        this.letters = letters;
        this.accounts = accounts;
    }

    /** Finance writes down whom the bank names as the holder of the guardian's account, where it has not told by itself. */
    @Transactional
    public void holder(UUID yearId, String holder) {
        Scholarship child = children.lock(years.get(yearId).scholarshipId());
        SchoolYear year = years.get(yearId);
        steps.officer(child, year, Step.ORDER_PAYMENT, Role.BPJS_KEUANGAN);
        year.paymentOrdered("-");
        if (holder != null && !holder.isBlank()) {
            accounts.financeRecords(child.claimId(), GuardianAccounts.placeOf(child), holder);
        }
    }

    /** Finance orders the payment under the bank's reference. Nothing has moved yet. */
    @Transactional
    public void order(UUID yearId, String bankReference) {
        Scholarship child = children.lock(years.get(yearId).scholarshipId());
        SchoolYear year = years.get(yearId);
        Official finance = steps.officer(child, year, Step.ORDER_PAYMENT, Role.BPJS_KEUANGAN);
        if (bankReference == null || !REFERENCE.matcher(bankReference.strip()).matches()) {
            throw Refusal.invalid("BANK_REFERENCE_REQUIRED", "Nomor referensi bank wajib diisi (3-64 huruf, angka, titik, garis).");
        }
        SchoolYear ordered = year.paymentOrdered(bankReference.strip());
        accounts.requireChecked(child.claimId(), GuardianAccounts.placeOf(child));
        steps.done(year, ordered, Step.ORDER_PAYMENT, Outcome.ORDERED, null, finance);
    }

    /** Moves the money from the insurer's funds to the child's guardian. Repeated after it is done, it changes nothing. */
    @Transactional
    public void pay(UUID yearId) {
        Scholarship child = children.lock(years.get(yearId).scholarshipId());
        SchoolYear year = years.get(yearId);
        if (year.state() == YearState.PAID) {
            return;
        }
        SchoolYear paid = year.paid();
        Transfer transfer = Transfer.of("SCHOLARSHIP_PAID", Account.insurerBenefit(child.programme()), Account.scholarship(child.id()),
                year.ruling().rupiah(), year.number(), year.ruling().legalBasis(), steps.instant(), child.id(), year.year());
        ledger.post(transfer);
        years.paid(year, paid, transfer);
        steps.record(paid, Step.PAY, Outcome.PAID);
    }

    /** Tells the family what was paid on which article, and what it must bring next year. */
    @Transactional
    public void writeLetter(UUID yearId) {
        SchoolYear year = years.get(yearId);
        Scholarship child = children.get(year.scholarshipId());
        files.write(child, year, "PAYMENT", letters.payment(child, year), steps.instant());
    }

    /** Nothing is paid for this year; where the rules say so, never again. */
    @Transactional
    public void refuse(UUID yearId) {
        Scholarship child = children.lock(years.get(yearId).scholarshipId());
        SchoolYear year = years.get(yearId);
        if (year.ruling().answer() == Answer.ENDED) {
            End end = child.hasEnded() ? child.end() : new End(year.ruling().reasons().stream().filter(reason -> reason.startsWith("SCHOLARSHIP_ENDED_")).findFirst()
                    .orElseThrow(), year.ruling().legalBasis(), year.proof().claimedOn());
            if (!child.hasEnded()) {
                children.update(child.ended(end));
            }
            steps.done(year, year.refused(), Step.REFUSE, Outcome.ENDED);
            files.write(child, year, "END", letters.end(child, year, end), steps.instant());
        } else {
            steps.done(year, year.refused(), Step.REFUSE, Outcome.REFUSED);
            files.write(child, year, "REFUSAL", letters.refusal(child, year, year.ruling().reasons().stream().map(right::wording).toList()),
                    steps.instant());
        }
    }

    /** Sixty days before the proof is due: once, however often the family has to bring more. */
    @Transactional
    public void remind(UUID yearId) {
        Scholarship child = children.lock(years.get(yearId).scholarshipId());
        SchoolYear year = years.get(yearId);
        if (year.state() == YearState.OPEN && !year.was(Step.REMIND)) {
            steps.record(year, Step.REMIND, Outcome.REMINDED);
            files.write(child, year, "REMINDER", letters.reminder(child, year), steps.instant());
        }
    }

    /** The day has passed without proof. */
    @Transactional
    public void suspend(UUID yearId) {
        Scholarship child = children.lock(years.get(yearId).scholarshipId());
        SchoolYear year = years.get(yearId);
        if (year.state() == YearState.OPEN) {
            children.update(child.suspended());
            steps.done(year, year.suspended(), Step.SUSPEND, Outcome.SUSPENDED);
            files.write(child, year, "SUSPENSION", letters.suspension(child, year), steps.instant());
        }
    }

    /** A report about the child ended its scholarship while this year was open; its family was told once, for all years. */
    @Transactional
    public void end(UUID yearId) {
        SchoolYear year = years.get(yearId);
        steps.done(year, year.ended(), Step.END, Outcome.ENDED);
    }

    /** The school year is over and nobody proved it: it is not paid later. */
    @Transactional
    public void lapse(UUID yearId) {
        Scholarship child = children.lock(years.get(yearId).scholarshipId());
        SchoolYear year = years.get(yearId);
        steps.done(year, year.lapsed(), Step.LAPSE, Outcome.LAPSED);
        files.write(child, year, "LAPSE", letters.lapse(child, year), steps.instant());
    }
}
