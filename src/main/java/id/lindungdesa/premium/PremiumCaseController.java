package id.lindungdesa.premium;

import id.lindungdesa.enrolment.ListReview;
import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.identity.Role;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A village's premium cases with their bills, and what the check form sends before it is completed. */
@RestController
class PremiumCaseController {

    private final PremiumDesk desk;

    PremiumCaseController(PremiumDesk desk) {
        this.desk = desk;
    }

    record BillView(UUID id, String billingCode, Bill.State state, int workers, YearMonth firstMonth, int months, long rupiah) {}

    record CaseView(UUID id, UUID decreeId, int tranche, long share, PremiumCase.State state, UUID listId, BillView bill) {

        static CaseView of(PremiumDesk.CaseWithBill one) {
            PremiumCase known = one.premiumCase();
            return new CaseView(known.id(), known.decreeId(), known.tranche(), known.share(), known.state(), known.listId(),
                    one.bill().map(bill -> new BillView(bill.id(), bill.billingCode(), bill.state(), bill.workers(),
                            bill.firstMonth(), bill.months(), bill.rupiah().amount())).orElse(null));
        }
    }

    record Struck(UUID id) {}

    /** Rows of the form: the place on the list, the reason, a remark. */
    record Rejections(List<ListReview.Rejection> rejections) {}

    @GetMapping("/api/villages/{code}/premiums")
    @OpenTo
    List<CaseView> ofVillage(@PathVariable String code) {
        return desk.casesOf(code).stream().map(CaseView::of).toList();
    }

    @PostMapping("/api/premium-cases/{id}/rejections")
    @OpenTo(Role.BPJS_AR)
    Struck strikeOff(@PathVariable UUID id, @RequestBody Rejections body) {
        desk.strikeOff(id, body.rejections());
        return new Struck(id);
    }
}
