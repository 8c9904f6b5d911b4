package id.lindungdesa.grant;

import id.lindungdesa.money.Rupiah;
import id.lindungdesa.regulation.Allocation;
import id.lindungdesa.regulation.DecreeRegister;
import id.lindungdesa.regulation.DecreeTerms;
import id.lindungdesa.workflow.Workflow;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The village's side of the money: request, checks, receipt. */
@Service
class VillageFund {

    static final String PROCESS = "village-grant";

    /** Villages per transaction: large enough to be fast, small enough that a killed job loses seconds. */
    private static final int CHUNK = 100;

    private final Disbursements disbursements;
    private final DecreeRegister decrees;
    private final Workflow workflow;
    private final Clock clock;

    VillageFund(Disbursements disbursements, DecreeRegister decrees, Workflow workflow, Clock clock) {
        this.disbursements = disbursements;
        this.decrees = decrees;
        this.workflow = workflow;
        this.clock = clock;
    }

    @Transactional
    boolean openNextVillages(UUID decreeId) {
        List<Allocation> next = decrees.unopened(decreeId, CHUNK);
        if (!next.isEmpty()) {
            DecreeTerms terms = decrees.terms(decreeId);
            open(next.stream().flatMap(allocation -> tranchesOf(allocation, terms).after(0).stream()
                    .map(tranche -> Disbursement.opened(allocation, terms, tranche))).toList());
            decrees.opened(next.stream().map(Allocation::id).toList());
        }
        return next.size() < CHUNK;
    }

    private void open(List<Disbursement> opened) {
        disbursements.add(opened, clock.instant());
        opened.forEach(one -> workflow.start(PROCESS, one.id(), Map.of("disbursementId", one.id().toString())));
    }

    private static Tranches tranchesOf(Allocation allocation, DecreeTerms terms) {
        return Tranches.of(Rupiah.of(allocation.rupiah()), terms.tranchePercents(), terms.premiumSharePercent());
    }
}
