package id.lindungdesa.claim;

import id.lindungdesa.benefit.AssessmentForm.Disability;
import id.lindungdesa.benefit.AssessmentForm.Fare;
import id.lindungdesa.benefit.AssessmentForm.Inability;
import id.lindungdesa.enrolment.Worker;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Accidents and what doctors say of them, for tests. */
final class AccidentFixture {

    static final String ACCOUNT = "5550001111";

    private AccidentFixture() {}

    /** At half past midnight of that day, of a worker who earns a million a month. */
    static ClaimForm form(Worker worker, LocalDate accident, String cause, List<ClaimForm.HeirForm> heirs) {
        return form(worker, accident, cause, heirs, 1_000_000);
    }

    static ClaimForm form(Worker worker, LocalDate accident, String cause, List<ClaimForm.HeirForm> heirs, long income) {
        return new ClaimForm("JKK", worker.nik(), null, cause, new ClaimForm.ReporterForm("Pelapor Uji", null, null), heirs, List.of(),
                accident + "T00:30", "Kebun sawit uji", "Kronologi uji: tertimpa tandan", ACCOUNT, income, null);
    }

    static ClaimForm following(ClaimForm form, String number) {
        return new ClaimForm("JKK", form.workerNik(), null, form.cause(), form.reporter(), form.heirs(), form.documents(), form.accidentAt(),
                form.place(), form.chronology(), form.workerAccount(), form.incomeBase(), number);
    }

    static Word word(String outcome, LocalDate on) {
        return new Word(outcome, on);
    }

    /** What the doctor says. */
    static final class Word {

        private final String outcome;
        private final LocalDate on;
        private final List<Disability> disabilities = new ArrayList<>();
        private final List<Fare> fares = new ArrayList<>();
        private Inability unable;
        private LocalDate died;
        private String accidentAt;

        private Word(String outcome, LocalDate on) {
            this.outcome = outcome;
            this.on = on;
        }

        Word disabled(String part, String side, String loss, Integer percent) {
            disabilities.add(new Disability(part, side, loss, percent));
            return this;
        }

        Word unable(int months, int days) {
            unable = new Inability(months, days);
            return this;
        }

        Word fare(String mode, long rupiah) {
            fares.add(new Fare(mode, rupiah));
            return this;
        }

        Word died(LocalDate day) {
            died = day;
            return this;
        }

        /** What a claim that was reclassified does not know yet. */
        Word ofAccident(LocalDate day) {
            accidentAt = day + "T09:00";
            return this;
        }

        StageTwoForm form() {
            return new StageTwoForm(outcome, on.toString(), died == null ? null : died.toString(), "RIGHT", disabilities, unable, fares, null,
                    accidentAt == null ? null : 1_000_000L, null, null, null, accidentAt, accidentAt == null ? null : "Kebun sawit uji",
                    accidentAt == null ? null : "Tertimpa tandan", null);
        }
    }
}
