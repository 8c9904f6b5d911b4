package id.lindungdesa.premium;

import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.document.Documents;
import id.lindungdesa.enrolment.Enrolment;
import id.lindungdesa.enrolment.ListedWorker;
import id.lindungdesa.enrolment.Worker;
import id.lindungdesa.enrolment.WorkerList;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.regulation.DecreeRegister;
import id.lindungdesa.regulation.DecreeTerms;
import id.lindungdesa.workflow.CaseSheets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A premium case as its officials see it: first the people, then the money. */
@Component
class PremiumSheets implements CaseSheets {

    private static final Set<String> ABOUT_PEOPLE = Set.of("UserTask_PrepareWorkerList", "UserTask_AdoptWorkerList",
            "UserTask_CheckRegistration");

    private final PremiumCases cases;
    private final Bills bills;
    private final PremiumShare share;
    private final Enrolment enrolment;
    private final DecreeRegister decrees;
    private final Tariff tariff;
    private final Documents documents;
    private final Clock clock;

    PremiumSheets(PremiumCases cases, Bills bills, PremiumShare share, Enrolment enrolment, DecreeRegister decrees, Tariff tariff,
            Documents documents, Clock clock) {
        this.cases = cases;
        this.bills = bills;
        this.share = share;
        this.enrolment = enrolment;
        this.decrees = decrees;
        this.tariff = tariff;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public Set<String> processes() {
        return Set.of(PremiumDesk.PROCESS);
    }

    @Override
    public String titleOf(String processKey, UUID caseId) {
        PremiumCase one = cases.require(caseId);
        return "%s, tahap %d".formatted(decrees.allocation(one.allocationId()).villageLabel(), one.tranche());
    }

    @Override
    public Sheet sheetOf(String processKey, UUID caseId, String elementId) {
        PremiumCase one = cases.require(caseId);
        DecreeTerms terms = decrees.terms(one.decreeId());
        Optional<Bill> bill = bills.ofCase(caseId);
        Rupiah available = share.available(one);
        List<Fact> facts = new ArrayList<>(List.of(new Fact("Keputusan", terms.number()), new Fact("Tahap", one.tranche()),
                new Fact("Dana premi yang diterima", Rupiah.of(one.share()).toString()),
                new Fact("Dana premi yang masih tersedia", available.toString())));
        List<Table> tables = new ArrayList<>();
        if (ABOUT_PEOPLE.contains(elementId)) {
            people(one, terms, available, elementId, facts, tables);
        } else {
            bill.ifPresent(known -> money(known, facts, tables));
        }
        return new Sheet("PREMI/%s/%d".formatted(one.villageCode(), one.tranche()),
                decrees.allocation(one.allocationId()).villageLabel(),
                bill.map(known -> known.rupiah().amount()).orElse(one.share()), facts, tables, attachments(caseId), steps(caseId));
    }

    private void people(PremiumCase one, DecreeTerms terms, Rupiah available, String elementId, List<Fact> facts, List<Table> tables) {
        UUID listId = one.listId() != null ? one.listId()
                : enrolment.latestList(one.villageCode()).map(WorkerList::id).orElse(null);
        int listed = listId == null ? 0 : enrolment.listed(listId);
        facts.add(new Fact("Pekerja pada daftar", listed));
        facts.add(new Fact("Kuota desa", terms.workersPerVillage()));
        if (one.firstMonth() != null) {
            facts.add(new Fact("Masa perlindungan", "%d bulan mulai %s".formatted(one.months(), DateWords.month(one.firstMonth()))));
        }
        if (listId != null) {
            int elsewhere = enrolment.claimedElsewhere(listId);
            if (elsewhere > 0) {
                facts.add(new Fact("Juga diajukan desa lain", "%d pekerja".formatted(elsewhere)));
            }
            if (elementId.equals("UserTask_AdoptWorkerList") && listed > 0) {
                tables.add(options(available, listed, terms.monthsOfCover()));
            }
            tables.add(workers(enrolment.workersOf(listId)));
        }
    }

    /** What the share buys from this month on, for the months that the decree has in mind. */
    private Table options(Rupiah available, int listed, int months) {
        Tariff.Months rates = tariff.ofVillage(YearMonth.now(clock), Math.min(months, PremiumCase.MONTH_LIMIT));
        Plan plan = new Plan(available, listed, rates.rates());
        return new Table("Yang dapat dibeli dengan dana premi (iuran %s per pekerja per bulan)".formatted(rates.rates().get(0)),
                List.of("Pekerja", "Bulan", "Pekerja tambahan", "Bulan tambahan", "Biaya (Rp)", "Sisa (Rp)"),
                plan.options().stream().map(option -> List.<Object>of(option.workers(), option.months(), option.extraWorkers(),
                        option.extraMonths(), option.cost(), option.left())).toList(), null);
    }

    private Table workers(List<ListedWorker> entries) {
        return new Table("Daftar pekerja", List.of("No", "Nama", "NIK", "L/P", "Umur", "Pekerjaan", "Keterangan"),
                entries.stream().map(this::row).toList(), null);
    }

    private List<Object> row(ListedWorker entry) {
        Worker worker = entry.worker();
        String remark = entry.listed() ? worker.registeredAt() == null ? "" : "peserta lanjutan"
                : "dicoret: " + entry.rejected().label() + (entry.note() == null ? "" : " (" + entry.note() + ")");
        return Arrays.asList(entry.place(), worker.name(), worker.maskedNik(), String.valueOf(worker.gender()),
                Period.between(worker.birthDate(), LocalDate.now(clock)).getYears(), worker.occupation(), remark);
    }

    private void money(Bill bill, List<Fact> facts, List<Table> tables) {
        facts.add(new Fact("Kode iuran", bill.billingCode()));
        facts.add(new Fact("Pekerja", bill.workers()));
        facts.add(new Fact("Masa perlindungan", "%d bulan mulai %s".formatted(bill.months(), DateWords.month(bill.firstMonth()))));
        if (bill.paymentReference() != null) {
            facts.add(new Fact("Nomor SPP/bukti", bill.paymentReference()));
        }
        facts.add(new Fact("Dasar tagihan", bill.legalBasis()));
        List<Bills.Month> months = bills.months(bill.id());
        tables.add(new Table("Rincian tagihan", List.of("Bulan", "Pekerja", "Iuran (Rp)"),
                months.stream().map(month -> List.<Object>of(DateWords.month(month.month()), bill.workers(), month.rupiah().amount())).toList(),
                Arrays.asList("Jumlah", null, bill.rupiah().amount())));
    }

    private List<Attachment> attachments(UUID caseId) {
        return documents.requireAll(cases.documents(caseId)).stream()
                .map(file -> new Attachment(file.id(), file.kind(), file.fileName(), file.bytes())).toList();
    }

    private List<Step> steps(UUID caseId) {
        return cases.decisions(caseId).stream().map(one -> new Step(one.step().label(), one.name(), one.outcome().label(),
                one.note(), one.at())).toList();
    }
}
