package id.lindungdesa.claim;

import id.lindungdesa.benefit.ClaimClock;
import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.identity.Role;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Claims in and, for those entitled, how far they are. */
@RestController
class ClaimController {

    private final ClaimDesk desk;
    private final ClaimRecord record;
    private final InjuryDesk injuryDesk;
    private final InterimPayments interimPayments;
    private final ClaimHolding holding;

    ClaimController(ClaimDesk desk, ClaimRecord record, InjuryDesk injuryDesk, InterimPayments interimPayments, ClaimHolding holding) {
        this.desk = desk;
        this.record = record;
        this.injuryDesk = injuryDesk;
        this.interimPayments = interimPayments;
        this.holding = holding;
    }

    /** {@code payBy} is null until the file is complete: the clock starts then. */
    record Filed(UUID id, String number, String state, LocalDate payBy, List<Notice> notices) {}

    /** What whoever files should know at once: {@code CLAIM_RIGHT_LAPSED}. The rules decide later. */
    record Notice(String code, String message) {}

    @PostMapping("/api/claims")
    @OpenTo({Role.OPERATOR, Role.KADES, Role.LURAH, Role.SEKDES, Role.BPJS_AR, Role.BPJS_VERIFIKATOR})
    @ResponseStatus(HttpStatus.CREATED)
    Filed file(@RequestBody ClaimForm form, @RequestParam(defaultValue = "false") boolean draft) {
        Claim claim = desk.file(form, draft);
        return new Filed(claim.id(), claim.number(), claim.state().name(), claim.payBy(),
                holding.lapse(claim).filter(ClaimClock.Lapse::lapsed).stream()
                        .map(lapse -> new Notice("CLAIM_RIGHT_LAPSED", ClaimHolding.lapseSentence(lapse))).toList());
    }

    record Examined(UUID id) {}

    @Operation(summary = "What the doctor found (stage II of an accident)", description = """
            Kept while the claim waits for stage II; sent again it replaces what was sent before. The officer's task records it.
            Fields as in an assessment, with diedOn, workerAccount and heirs.""")
    @PostMapping("/api/claims/{id}/stage-two")
    @OpenTo(Role.BPJS_VERIFIKATOR)
    Examined examine(@PathVariable UUID id, @RequestBody StageTwoForm form) {
        injuryDesk.examine(id, form);
        return new Examined(id);
    }

    /** Up to which month since the accident, whole rupiah. */
    record Opened(UUID id, int throughMonth, long rupiah) {}

    @Operation(summary = "Pay a worker who is treated for the months that are over", description = """
            Opens the payment that the month's end opens by itself; four people decide and pay it in its tasks.""")
    @PostMapping("/api/claims/{id}/interim-payments")
    @OpenTo(Role.BPJS_VERIFIKATOR)
    @ResponseStatus(HttpStatus.CREATED)
    Opened payInterim(@PathVariable UUID id) {
        Interim interim = interimPayments.request(id);
        return new Opened(interim.id(), interim.throughMonth(), interim.rupiah().amount());
    }

    @Operation(summary = "A claim, whole", description = """
            Facts, decision, amounts by payee with every transfer of the bank and its state, months without work, differences,
            corrections, clock and holder, letters and papers. Village and branch see the people and the injury; the auditor sees
            decisions and money without them; signs of risk are told to the branch and the auditor only.""")
    @GetMapping("/api/claims/{id}")
    @OpenTo({Role.OPERATOR, Role.KADES, Role.LURAH, Role.SEKDES, Role.BPJS_AR, Role.BPJS_VERIFIKATOR,
            Role.BPJS_KABID, Role.BPJS_KACAB, Role.BPJS_KEUANGAN, Role.INSPEKTORAT})
    ClaimRecord.View claim(@PathVariable UUID id) {
        return record.read(id);
    }
}
