package id.lindungdesa.identity;

import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.table.TableReader;
import id.lindungdesa.table.TableRow;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Appointments in bulk, by an administrator. */
@RestController
class OfficeController {

    private final Offices offices;
    private final Clock clock;

    OfficeController(Offices offices, Clock clock) {
        this.offices = offices;
        this.clock = clock;
    }

    record FirstPassword(String user, String password) {}

    /**
     * {@code passwords} are the first passwords of new accounts; they are told once and kept nowhere. {@code overlaps} names
     * lines that give an office of one seat a second holder: they count, and should be put right.
     */
    record Answer(int appointed, int users, List<FirstPassword> passwords, List<Finding> rejected, List<Finding> overlaps) {}

    @PutMapping(path = "/api/offices", consumes = "text/csv")
    @OpenTo(Role.ADMIN)
    Answer appoint(InputStream csv) throws IOException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA);
        List<Finding> rejected = new ArrayList<>();
        List<Appointment> read = new ArrayList<>();
        try (TableReader rows = TableReader.open(csv, "user", "name", "role", "area")) {
            for (TableRow row : rows) {
                Appointment appointment = row.sound()
                        ? Appointment.read(row.line(), row.cells(), today, rejected::add) : null;
                rejected.addAll(row.faults());
                if (appointment != null) {
                    read.add(appointment);
                }
            }
        }
        if (read.isEmpty()) {
            throw Refusal.invalid("NO_APPOINTMENT", "Tidak ada satu baris pun yang dapat diterima.", rejected);
        }
        Offices.Appointed done = offices.appoint(read, rejected);
        return new Answer(done.appointed(), done.users(), done.firstPasswords().entrySet().stream()
                .map((Map.Entry<String, String> one) -> new FirstPassword(one.getKey(), one.getValue())).toList(),
                done.rejected(), done.overlaps());
    }
}
