package id.lindungdesa.complaint;

import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.identity.Role;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Complaints in, back again, and how far they are. */
@RestController
class ComplaintController {

    private final ComplaintDesk desk;
    private final ComplaintRecord record;

    ComplaintController(ComplaintDesk desk, ComplaintRecord record) {
        this.desk = desk;
        this.record = record;
    }

    /** {@code dueOn} is the last day for the answer; null for a draft, and when the complaint is over. */
    record Filed(UUID id, String number, String state, LocalDate dueOn) {

        static Filed of(Complaint complaint) {
            return new Filed(complaint.id(), complaint.number(), complaint.state().name(), complaint.dueOn());
        }
    }

    record Withdrawal(String note) {}

    @PostMapping("/api/complaints")
    @OpenTo({Role.OPERATOR, Role.KADES, Role.LURAH, Role.SEKDES, Role.BPJS_AR, Role.BPJS_VERIFIKATOR})
    @ResponseStatus(HttpStatus.CREATED)
    Filed file(@RequestBody ComplaintForm form, @RequestParam(defaultValue = "false") boolean draft) {
        return Filed.of(desk.file(form, draft));
    }

    @PostMapping("/api/complaints/{id}/withdrawal")
    @OpenTo({Role.OPERATOR, Role.KADES, Role.LURAH, Role.SEKDES})
    Filed withdraw(@PathVariable UUID id, @RequestBody Withdrawal withdrawal) {
        return Filed.of(desk.withdraw(id, withdrawal.note()));
    }

    @GetMapping("/api/complaints/{id}")
    @OpenTo({Role.OPERATOR, Role.KADES, Role.LURAH, Role.SEKDES, Role.BPJS_AR, Role.BPJS_VERIFIKATOR, Role.BPJS_KABID,
            Role.BPJS_KACAB, Role.BPJS_KEUANGAN, Role.BPJS_KANWIL, Role.INSPEKTORAT})
    ComplaintRecord.View complaint(@PathVariable UUID id) {
        return record.read(id);
    }
}
