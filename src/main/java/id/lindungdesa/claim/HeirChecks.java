package id.lindungdesa.claim;

import id.lindungdesa.benefit.Circumstance;
import id.lindungdesa.benefit.Heir;
import id.lindungdesa.benefit.Relation;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.regulation.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What must be settled among the heirs before a claim is proposed for payment, and again before it is paid. */
@Component
class HeirChecks {

    private final ClaimFiles files;
    private final Disputes disputes;
    private final Payees payees;
    private final HeirAges ages;
    private final RuleBook ruleBook;

    HeirChecks(ClaimFiles files, Disputes disputes, Payees payees, HeirAges ages, RuleBook ruleBook) {
        this.files = files;
        this.disputes = disputes;
        this.payees = payees;
        this.ages = ages;
        this.ruleBook = ruleBook;
    }

    /** @throws Refusal HEIRS_IN_DISPUTE, or HEIRS_NOT_READY with every heir at fault */
    void requireReady(Claim claim) {
        disputes.open(claim.id()).ifPresent(dispute -> {
            throw Refusal.conflict("HEIRS_IN_DISPUTE", ("Klaim %s ditahan karena sengketa ahli waris (menunggu %s). Catat "
                    + "kesepakatan tertulis atau putusan pengadilan lebih dahulu.").formatted(claim.number(), dispute.holder().label()));
        });
        List<Finding> faults = faults(claim);
        if (!faults.isEmpty()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "HEIRS_NOT_READY", faults.stream().map(Finding::message)
                    .collect(Collectors.joining(" ")) + " Perbaiki daftar ahli waris lebih dahulu.", faults);
        }
    }

    List<Finding> faults(Claim claim) {
        List<Finding> faults = new ArrayList<>();
        List<Heir> heirs = files.heirs(claim.id());
        List<Integer> receiving = payees.unpaid(claim.id()).stream().map(Payee::place).toList();
        for (Heir heir : heirs) {
            if (receiving.contains(heir.place())) {
                check(claim, heir, heirs, faults);
            }
        }
        return faults;
    }

    private void check(Claim claim, Heir heir, List<Heir> heirs, List<Finding> faults) {
        Circumstance own = heir.circumstance();
        if (own.diedOn() != null) {
            fault(heir, "diedOn", "HEIR_DIED", "%s telah meninggal sebelum pembayaran.", faults);
        }
        if (own.guardian() == null && (own.birthDate() == null ? ages.mayBeUnderAge(heir.nik()) : ages.isUnderAge(own.birthDate()))) {
            fault(heir, own.birthDate() == null ? "birthDate" : "guardian", own.birthDate() == null ? "BIRTH_DATE_REQUIRED" : "GUARDIAN_REQUIRED",
                    own.birthDate() == null ? "%s menurut NIK mungkin belum dewasa: isi tanggal lahirnya, dan walinya bila belum dewasa."
                            : "%s belum dewasa: catat nama, hubungan, dan rekening walinya.", faults);
        }
        if (heir.relation() == Relation.WILL && own.deedNumber() == null
                && Boolean.TRUE.equals(ruleBook.decide("will-form", claim.eventDate(), Map.of()).one().get("deed"))) {
            fault(heir, "deedNumber", "DEED_REQUIRED", "%s menerima menurut wasiat: isi nomor akta notarisnya.", faults);
        }
        heirs.stream().filter(other -> own.receivedBy() != null && other.place() == own.receivedBy()).forEach(attorney -> {
            Circumstance his = attorney.circumstance();
            if (his.diedOn() != null || his.birthDate() != null && ages.isUnderAge(his.birthDate())) {
                fault(heir, "receivedBy", "ATTORNEY_UNFIT", "Penerima kuasa dari %s belum dewasa atau telah meninggal.", faults);
            }
        });
    }

    private static void fault(Heir heir, String field, String code, String sentence, List<Finding> faults) {
        faults.add(Finding.at("/heirs/%d/%s".formatted(heir.place() - 1, field), field, code, sentence.formatted(heir.name())));
    }
}
