package id.lindungdesa.premium;

import id.lindungdesa.enrolment.Enrolment;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Whether somebody is covered on a day. Asked by POST: a NIK does not belong into an address. */
@RestController
class CoverController {

    private final Enrolment enrolment;
    private final CoverBook book;
    private final Clock clock;

    CoverController(Enrolment enrolment, CoverBook book, Clock clock) {
        this.enrolment = enrolment;
        this.book = book;
        this.clock = clock;
    }

    /** Without a day, today. */
    record Question(String nik, LocalDate day) {}

    record Answer(LocalDate day, boolean covered, UUID workerId, LocalDate from, LocalDate through, Instant registeredAt, UUID bill,
                  UUID transfer) {}

    @PostMapping("/api/cover/lookup")
    @OpenTo({Role.BPJS_AR, Role.BPJS_VERIFIKATOR, Role.BPJS_KABID, Role.BPJS_KACAB, Role.BPJS_KEUANGAN,
            Role.BPJS_KANWIL, Role.INSURER})
    Answer lookup(@RequestBody Question question) {
        if (question.nik() == null || !question.nik().matches("\\d{16}")) {
            throw Refusal.invalid("NIK_NOT_16_DIGITS", "NIK harus 16 angka.",
                    List.of(Finding.at("/nik", "nik", "NIK_NOT_16_DIGITS", "NIK harus 16 angka.")));
        }
        LocalDate day = question.day() == null ? LocalDate.now(clock) : question.day();
        Optional<Worker> worker = enrolment.byNik(question.nik());
        Optional<Cover> cover = worker.flatMap(known -> book.on(known.id(), day));
        return cover.map(found -> new Answer(day, true, found.workerId(), found.from(), found.through(), found.registeredAt(),
                        found.billId(), found.transferId()))
                .orElseGet(() -> new Answer(day, false, worker.map(Worker::id).orElse(null), null, null,
                        worker.map(Worker::registeredAt).orElse(null), null, null));
    }
}
