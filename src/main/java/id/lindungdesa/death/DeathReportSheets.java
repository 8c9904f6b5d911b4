package id.lindungdesa.death;

import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.enrolment.Enrolment;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.region.Regions;
import id.lindungdesa.region.Village;
import id.lindungdesa.workflow.CaseSheets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The reported death as the village and its overseer see it: who died when, who told, what was done since. */
@Component
class DeathReportSheets implements CaseSheets {

    private final DeathReports reports;
    private final Enrolment enrolment;
    private final Regions regions;

    DeathReportSheets(DeathReports reports, Enrolment enrolment, Regions regions) {
        this.reports = reports;
        this.enrolment = enrolment;
        this.regions = regions;
    }

    @Override
    public Set<String> processes() {
        return Set.of(DeathReportProcess.KEY);
    }

    @Override
    public String titleOf(String processKey, UUID caseId) {
        DeathReport report = reports.get(caseId);
        return report.number() + " · " + where(report);
    }

    @Override
    public Sheet sheetOf(String processKey, UUID caseId, String elementId) {
        DeathReport report = reports.get(caseId);
        Worker worker = enrolment.worker(report.workerId());
        Informant informant = reports.informant(caseId);
        List<Fact> facts = new ArrayList<>(List.of(new Fact("Pekerja yang meninggal", worker.name()),
                new Fact("NIK", worker.maskedNik()), new Fact("Tanggal lahir", DateWords.day(worker.birthDate())),
                new Fact("Tanggal meninggal menurut laporan", DateWords.day(report.diedOn())),
                new Fact("Dilaporkan oleh", report.source().label()), new Fact("Keadaan laporan", report.state().label()),
                new Fact("Keterangan", report.explanation())));
        if (informant.name() != null) {
            facts.add(new Fact("Pemberi kabar", informant.phone() == null ? informant.name()
                    : informant.name() + ", " + informant.phone()));
        }
        if (informant.certificate() != null) {
            facts.add(new Fact("Nomor akta kematian", informant.certificate()));
        }
        return new Sheet(report.number(), where(report), null, facts, List.of(), List.of(), reports.entries(caseId).stream()
                .map(entry -> new Step(entry.step(), entry.name(), entry.outcome(), entry.note(), entry.at())).toList());
    }

    private String where(DeathReport report) {
        return regions.latest(report.villageCode()).map(Village::label).orElse(report.villageCode());
    }
}
