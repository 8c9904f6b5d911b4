package id.lindungdesa.claim;

import id.lindungdesa.benefit.AssessmentForm;
import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What officials type before they complete a task of a difference: facts and accounts never pass through the engine. */
@RestController
class SupplementController {

    private final SupplementDesk desk;
    private final SupplementPayout payout;

    SupplementController(SupplementDesk desk, SupplementPayout payout) {
        this.desk = desk;
        this.payout = payout;
    }

    @Schema(description = "What was found to be different; what is left out stays as it is known. memberSince: from when the worker "
            + "counts as covered (JKM and JKK); the others are about an accident, as in stage II.")
    record FactsForm(String memberSince, String outcome, String dominantHand, List<AssessmentForm.Disability> disabilities,
                     AssessmentForm.Inability unableToWork, List<AssessmentForm.Fare> transport, AssessmentForm.HomeCare homeCare,
                     Long incomeBase) {

        SupplementFacts read() {
            try {
                return new SupplementFacts(memberSince == null || memberSince.isBlank() ? null : LocalDate.parse(memberSince), outcome,
                        dominantHand, disabilities, unableToWork, transport, homeCare, incomeBase);
            } catch (DateTimeParseException e) {
                throw ClaimForm.refused("memberSince", "DATE_SHAPE", "Tanggal mulai perlindungan harus berbentuk TTTT-BB-HH, misalnya 2026-03-02.");
            }
        }
    }

    @Schema(description = "Whole rupiah: what the rules give for the event, what was paid of it, what is left.")
    record Result(UUID id, long due, long paid, long difference) {}

    @Operation(summary = "What a paid claim should have been, by corrected facts", description = """
            Before UserTask_ProposeSupplement is completed. The amounts are the rules'; sent again it replaces what was sent before.
            409 SUPPLEMENT_STATE once it is proposed.""")
    @PostMapping("/api/supplements/{id}/facts")
    @OpenTo(Role.BPJS_VERIFIKATOR)
    Result facts(@PathVariable UUID id, @RequestBody FactsForm form) {
        SupplementCalculation.Calculated calculated = desk.calculate(id, form.read());
        return new Result(id, calculated.whole().total().amount(), calculated.paid().amount(), calculated.difference().total().amount());
    }

    record PayeesForm(List<PaymentController.PayeeForm> payees) {}

    record Recorded(UUID id) {}

    @Operation(summary = "Names of holders and references of a difference, payee by payee",
            description = "Before UserTask_PaySupplement is completed; as for the claim itself.")
    @PostMapping("/api/supplements/{id}/payees")
    @OpenTo(Role.BPJS_KEUANGAN)
    Recorded payees(@PathVariable UUID id, @RequestBody PayeesForm form) {
        if (form.payees() != null && form.payees().stream().anyMatch(one -> one == null || one.payee() == null)) {
            throw Refusal.invalid("PAYEE_UNKNOWN", "Nomor urut penerima wajib diisi.");
        }
        payout.tell(id, form.payees() == null ? List.of() : form.payees().stream()
                .map(one -> new ClaimPayout.Told(one.payee(), one.holder(), one.reference())).toList());
        return new Recorded(id);
    }
}
