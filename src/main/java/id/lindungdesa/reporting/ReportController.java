package id.lindungdesa.reporting;

import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.identity.Role;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the province and its auditors see of the whole chain, and what bank and insurer are waited for. */
@RestController
@RequestMapping("/api")
class ReportController {

    private final DecreeProgress decrees;
    private final Trace trace;
    private final VillageBoard villages;
    private final ExpectedPayments expected;
    private final CurrentUser currentUser;

    ReportController(DecreeProgress decrees, Trace trace, VillageBoard villages, ExpectedPayments expected,
            CurrentUser currentUser) {
        this.decrees = decrees;
        this.trace = trace;
        this.villages = villages;
        this.expected = expected;
        this.currentUser = currentUser;
    }

    @GetMapping("/decrees/{id}")
    @OpenTo({Role.GUBERNUR, Role.SEKDA, Role.BIRO_HUKUM, Role.DP3AP2_VERIFIKATOR, Role.DP3AP2_KEPALA,
            Role.BPKPD_SPP, Role.BPKPD_SPM, Role.BPKPD_BUD, Role.INSPEKTORAT, Role.DISNAKER})
    DecreeProgress.Decree decree(@PathVariable UUID id) {
        return decrees.of(id);
    }

    @GetMapping("/villages/{code}")
    @OpenTo
    VillageBoard.Village village(@PathVariable String code) {
        return villages.of(code, currentUser.get());
    }

    @GetMapping("/bank/expected-credits")
    @OpenTo(Role.BANK)
    List<ExpectedPayments.Credit> expectedCredits() {
        return expected.credits();
    }

    @GetMapping("/insurer/expected-payments")
    @OpenTo(Role.INSURER)
    List<ExpectedPayments.Payment> expectedPayments() {
        return expected.payments();
    }

    @GetMapping("/trace/claims/{id}")
    @OpenTo(Role.INSPEKTORAT)
    Trace.ClaimTrace claim(@PathVariable UUID id) {
        return trace.claim(id);
    }

    @GetMapping("/trace/decrees/{id}")
    @OpenTo(Role.INSPEKTORAT)
    Trace.DecreeTrace decreeTrace(@PathVariable UUID id) {
        return trace.decree(id);
    }

    @GetMapping("/trace/transfers/{id}")
    @OpenTo(Role.INSPEKTORAT)
    Trace.TransferTrace transfer(@PathVariable UUID id) {
        return trace.transfer(id);
    }
}
