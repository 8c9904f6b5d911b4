package id.lindungdesa.death;

import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.death.DeathReportTerms.Stage;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the model {@code death-report} calls: a line for each of its steps. */
@Component
public class DeathReportTasks {

    private final DeathReports reports;
    private final DeathDesk desk;
    private final DeathReportTerms terms;
    private final WorkingDays workingDays;
    private final Clock clock;

    DeathReportTasks(DeathReports reports, DeathDesk desk, DeathReportTerms terms, WorkingDays workingDays, Clock clock) {
        this.reports = reports;
        this.desk = desk;
        this.terms = terms;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    public List<String> villageGroups(String deathReportId) {
        String village = report(deathReportId).villageCode();
        return List.of(Role.OPERATOR.group(village), Role.KADES.group(village), Role.LURAH.group(village),
                Role.SEKDES.group(village));
    }

    public List<String> overseerGroups(String deathReportId) {
        DeathReport report = report(deathReportId);
        return List.of(Role.CAMAT.group(DeathReportAccess.district(report.villageCode())), Role.BPJS_AR.group(report.branch()));
    }

    public Date completeBy(String deathReportId) {
        return Date.from(workingDays.endOf(report(deathReportId).completeBy()));
    }

    /** A second later the village is late. */
    public Date remindAt(String deathReportId) {
        return Date.from(workingDays.endOf(report(deathReportId).completeBy()).plusSeconds(1));
    }

    public Date remindBy(String deathReportId) {
        return Date.from(workingDays.endOf(terms.of(Stage.REMIND, LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA))));
    }

    public void recordReminder(String deathReportId, String note) {
        desk.remind(id(deathReportId), note);
    }

    public void recordCompletion(String deathReportId, boolean claimWanted, String outcome, String note) {
        boolean said = outcome != null && !outcome.isBlank();
        if (said && !List.of("DECLINED", "WRONG").contains(outcome) || said == claimWanted) {
            throw Refusal.invalid("OUTCOME_UNKNOWN", "Bila klaim tidak diajukan, pilih mengapa: keluarga tidak menghendaki, atau laporan keliru. Bila diajukan, kosongkan alasan itu.");
        }
        desk.complete(id(deathReportId), claimWanted, "WRONG".equals(outcome), note);
    }

    public void startClaim(String deathReportId) {
        desk.startClaim(id(deathReportId));
    }

    private DeathReport report(String deathReportId) {
        return reports.get(id(deathReportId));
    }

    private static UUID id(String deathReportId) {
        return UUID.fromString(deathReportId);
    }
}
