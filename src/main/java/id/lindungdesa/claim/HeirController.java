package id.lindungdesa.claim;

import id.lindungdesa.benefit.Heir;
import id.lindungdesa.claim.Dispute.Holder;
import id.lindungdesa.claim.Dispute.Settlement;
import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the officer records about the heirs of a claim, before he starts or completes what follows from it. */
@RestController
class HeirController {

    private final HeirDesk desk;
    private final HeirReading reading;

    HeirController(HeirDesk desk, HeirReading reading) {
        this.desk = desk;
        this.reading = reading;
    }

    record Drafted(UUID id) {}

    @Schema(description = "claim: its number. heirs: the whole list as it shall be, as in POST /api/claims; an heir who died before "
            + "the payment stays in it with diedOn, and those who come into his part follow with succeeds, his place.")
    record CorrectionForm(String claim, List<ClaimForm.HeirForm> heirs, String reason, List<UUID> documents) {}

    @Operation(summary = "Draft of another list of heirs", description = """
            Applied when heir-correction is started with its id. What was calculated is calculated anew; an approved claim goes back
            to the officer. 409 CLAIM_AT_HEAD while a superior decides, CLAIM_STATE once the payment is ordered.""")
    @PostMapping("/api/heir-corrections")
    @ResponseStatus(HttpStatus.CREATED)
    @OpenTo(Role.BPJS_VERIFIKATOR)
    Drafted correct(@RequestBody CorrectionForm form) {
        UUID claim = reading.claim(form.claim());
        List<Finding> faults = new ArrayList<>();
        List<Heir> heirs = reading.heirs(claim, form.heirs(), faults);
        if (!faults.isEmpty()) {
            throw Refusal.invalid("HEIRS_INVALID", "Daftar ahli waris belum benar. Periksa isian yang ditandai.", faults);
        }
        return new Drafted(desk.draftCorrection(claim, heirs, form.reason(), form.documents() == null ? List.of() : form.documents()));
    }

    @Schema(description = "claim: its number. holder: FAMILY or COURT, whom the claim waits for.")
    record DisputeForm(String claim, String holder, String reason) {}

    @Operation(summary = "Draft of a hold because heirs quarrel", description = "It counts when heir-dispute is started with its id.")
    @PostMapping("/api/disputes")
    @ResponseStatus(HttpStatus.CREATED)
    @OpenTo(Role.BPJS_VERIFIKATOR)
    Drafted dispute(@RequestBody DisputeForm form) {
        UUID claim = reading.claim(form.claim());
        Holder holder = named(Holder.values(), form.holder(), "holder", "Pilih siapa yang ditunggu: keluarga atau pengadilan.");
        return new Drafted(desk.draftDispute(claim, holder, form.reason()));
    }

    @Schema(description = "What an heir gets of the sum of all parts, by his place; 1 and 2 are a third and two thirds.")
    record PartForm(Integer place, Integer parts) {}

    @Schema(description = "settlement: AGREEMENT or COURT_DECISION (then with number). parts: left out to leave the division to the law.")
    record SettlementForm(String settlement, String number, List<PartForm> parts, List<UUID> documents) {}

    @Operation(summary = "How a dispute ended", description = "Before UserTask_SettleDispute is completed; a paper is required.")
    @PostMapping("/api/disputes/{id}/settlement")
    @OpenTo(Role.BPJS_VERIFIKATOR)
    Drafted settle(@PathVariable UUID id, @RequestBody SettlementForm form) {
        Map<Integer, Integer> parts = new LinkedHashMap<>();
        (form.parts() == null ? List.<PartForm>of() : form.parts()).stream()
                .filter(part -> part != null && part.place() != null && part.parts() != null).forEach(part -> parts.put(part.place(), part.parts()));
        Settlement settlement = form.settlement() == null ? null
                : named(Settlement.values(), form.settlement(), "settlement", "Pilih kesepakatan tertulis atau putusan pengadilan.");
        desk.prepareSettlement(id, new HeirDesk.Settled(settlement, form.number(), parts, form.documents() == null ? List.of() : form.documents()));
        return new Drafted(id);
    }

    private static <T extends Enum<T>> T named(T[] values, String name, String field, String message) {
        for (T value : values) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        throw ClaimForm.refused(field, "UNKNOWN_VALUE", message);
    }
}
