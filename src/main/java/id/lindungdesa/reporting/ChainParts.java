package id.lindungdesa.reporting;

import id.lindungdesa.calendar.DateWords;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.reporting.Chain.Kind;
import id.lindungdesa.reporting.Chain.Line;
import id.lindungdesa.reporting.Chain.Link;
import id.lindungdesa.reporting.Chain.Part;
import id.lindungdesa.reporting.Trace.Transfer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each level of the chain with its lines: the case, who decided it, and what the books moved for it. */
@Component
class ChainParts {

    private final JdbcClient jdbc;
    private final Trace trace;
    private final TraceSteps steps;
    private final ClaimMoney money;

    ChainParts(JdbcClient jdbc, Trace trace, TraceSteps steps, ClaimMoney money) {
        this.jdbc = jdbc;
        this.trace = trace;
        this.steps = steps;
        this.money = money;
    }

    record Village(UUID id, UUID decreeId, String code, String name, String regencyCode, String regencyName, long rupiah) {}

    record Tranche(UUID id, int tranche, int percent, long rupiah, String state, UUID runId, String number, OffsetDateTime receivedAt) {}

    record Run(UUID id, String reference, UUID decreeId, String regencyCode, String regencyName, String sppNumber, String spmNumber,
                       String sp2dNumber, LocalDate creditedOn, long rupiah) {}

    record Bill(UUID id, UUID caseId, UUID disbursementId, String billingCode, int workers, int months, long rupiah, String state,
                        String legalBasis, OffsetDateTime paidAt, String paymentReference) {}

    record Claimed(UUID id, String number, String programme, LocalDate eventDate, String state, OffsetDateTime filedAt, String legalBasis,
                           UUID coverBillId) {}

    Part source(UUID decree) {
        Trace.Source source = trace.source(decree);
        List<Line> lines = new ArrayList<>(source.articles().stream().map(one -> new Line(Kind.ARTICLE, one.text(), null, null, null, null, null,
                one.regulation() + " " + one.article(), List.of(), null)).toList());
        lines.addAll(jdbc.sql("select decree_number, title, ceiling, in_force_on from report_decree where decree_id = :id").param("id", decree)
                .query((row, n) -> new Line(Kind.CASE, row.getString("title") + ", pagu", row.getString("decree_number"), row.getLong("ceiling"), null,
                        row.getObject("in_force_on", LocalDate.class), null, null, List.of(), Link.to("decree", decree))).list());
        lines.addAll(steps.of(decree));
        return Part.of("Pasal dan keputusan", lines);
    }

    Part allocation(Village village) {
        List<Transfer> booked = trace.transfersOf(village.id());
        List<Line> lines = new ArrayList<>(List.of(new Line(Kind.CASE, "Alokasi %s (%s)".formatted(village.name(), village.code()), null,
                village.rupiah(), null, null, null, null, List.of(), Link.to("village", village.id()))));
        return booked("Alokasi desa", village.rupiah(), lines, booked, path -> path.contains("/treasury/"));
    }

    Part requests(List<Tranche> tranches) {
        List<Line> lines = new ArrayList<>();
        for (Tranche one : tranches) {
            lines.add(new Line(Kind.CASE, "Tahap %d (%d%%): %s".formatted(one.tranche(), one.percent(), StateWords.village(one.state())), one.number(),
                    one.rupiah(), one.receivedAt(), null, null, null, steps.papers(one.id()), Link.to("tranche", one.id())));
            lines.addAll(steps.of(one.id()));
        }
        return Part.of("Permohonan desa", lines);
    }

    List<Line> runLines(Run run) {
        List<Line> lines = new ArrayList<>(List.of(new Line(Kind.CASE, "Pencairan bersama " + run.regencyName(),
                Stream.of(run.reference(), run.sppNumber(), run.spmNumber(), run.sp2dNumber()).filter(one -> one != null).reduce((a, b) -> a + "; " + b).orElse(null),
                run.rupiah(), null, run.creditedOn(), null, null, steps.papers(run.id()), Link.to("run", run.id()))));
        lines.addAll(steps.of(run.id()));
        return lines;
    }

    Part credited(List<Tranche> tranches) {
        return booked("Cair ke kas kabupaten/kota", tranches.stream().filter(one -> List.of("AT_REGENCY", "FORWARDED", "RECEIVED").contains(one.state()))
                .mapToLong(Tranche::rupiah).sum(), new ArrayList<>(), of(tranches, one -> one.debitPath().startsWith("province/") || one.creditPath().startsWith("province/")),
                path -> path.startsWith("regency/"));
    }

    Part received(List<Tranche> tranches) {
        return booked("Diterima desa", tranches.stream().filter(one -> one.state().equals("RECEIVED")).mapToLong(Tranche::rupiah).sum(), new ArrayList<>(),
                of(tranches, one -> one.debitPath().startsWith("village/") || one.creditPath().startsWith("village/")), path -> path.startsWith("village/"));
    }

    private List<Transfer> of(List<Tranche> tranches, Predicate<Transfer> which) {
        return tranches.stream().flatMap(one -> trace.transfersOf(one.id()).stream()).filter(which).toList();
    }

    Part premiums(List<Bill> bills) {
        List<Line> lines = new ArrayList<>();
        List<Transfer> transfers = new ArrayList<>();
        long said = 0;
        for (Bill one : bills) {
            boolean paid = List.of("PAID", "COVERED").contains(one.state());
            lines.add(new Line(Kind.CASE, "%d pekerja, %d bulan%s".formatted(one.workers(), one.months(), paid ? "" : ", belum dibayar"), Stream.of(one.billingCode(), one.paymentReference())
                    .filter(number -> number != null).reduce((a, b) -> a + "; " + b).orElse(null), one.rupiah(), one.paidAt(), null, null, one.legalBasis(),
                    steps.papers(one.caseId()), Link.to("bill", one.id())));
            lines.addAll(steps.of(one.caseId()));
            transfers.addAll(trace.transfersOf(one.id()).stream().filter(transfer -> transfer.debitPath().startsWith("village/") || transfer.creditPath().startsWith("village/")).toList());
            said += paid ? one.rupiah() : 0;
        }
        return booked("Premi dibayar", said, lines, transfers, path -> path.startsWith("insurer/"));
    }

    Part cover(List<Bill> bills) {
        record Month(YearMonth month, long rupiah) {}
        List<Line> lines = new ArrayList<>();
        List<Transfer> transfers = new ArrayList<>();
        long said = 0;
        for (Bill one : bills) {
            List<Month> months = jdbc.sql("select month, rupiah from report_cover_month where bill_id = :id order by month").param("id", one.id())
                    .query((row, n) -> new Month(YearMonth.from(row.getObject("month", LocalDate.class)), row.getLong("rupiah"))).list();
            said += months.stream().mapToLong(Month::rupiah).sum();
            if (!months.isEmpty()) {
                lines.add(new Line(Kind.CASE, "%d pekerja terlindungi, %s – %s".formatted(one.workers(), DateWords.month(months.get(0).month()),
                        DateWords.month(months.get(months.size() - 1).month())), one.billingCode(), months.stream().mapToLong(Month::rupiah).sum(), null, null, null, null,
                        List.of(), Link.to("bill", one.id())));
            }
            transfers.addAll(trace.transfersOf(one.id()).stream().filter(transfer -> transfer.debitPath().startsWith("insurer/") && transfer.creditPath().startsWith("insurer/")).toList());
        }
        return booked("Perlindungan per bulan", said, lines, transfers, path -> path.startsWith("insurer/premium/"));
    }

    /** Of the whole village and decree: what went back does not say for which bill. */
    Part returned(Village village) {
        long said = jdbc.sql("select coalesce(sum(rupiah), 0)::bigint from report_premium_uncovered where decree_id = :decree and village_code = :code")
                .param("decree", village.decreeId()).param("code", village.code()).query(Long.class).single();
        return booked("Premi dikembalikan ke desa", said, new ArrayList<>(), trace.premiumsReturned(village.code(), village.decreeId()), path -> path.startsWith("village/"));
    }

    Part claimPart(Claimed one) {
        Trace.ClaimTrace found = trace.claim(one.id());
        List<Line> lines = new ArrayList<>(List.of(new Line(Kind.CASE, "%s, peristiwa %s: %s".formatted(one.programme(), DateWords.day(one.eventDate()), StateWords.claim(one.state())),
                one.number(), found.claim().total(), one.filedAt(), null, null, one.legalBasis(), List.of(), Link.to("claim", one.id()))));
        lines.addAll(steps.of(one.id()));
        lines.addAll(steps.letters(one.id()));
        found.payments().forEach(paid -> lines.add(new Line(Kind.CASE, "%s, %s".formatted(TraceWords.paid(paid.kind(), paid.code()), paid.payee() == 0 ? "Dana Jaminan Sosial"
                : paid.payee() < 0 ? "pekerja" : "penerima " + paid.payee()), null, paid.rupiah(), null, null, null, paid.legalBasis(), List.of(),
                paid.transferId() == null ? null : Link.to("transfer", paid.transferId()))));
        money.transfers(one.id()).forEach(transfer -> lines.add(line(transfer, transfer.rupiah())));
        found.parts().stream().filter(part -> part.rupiah() != 0 || part.booked() != 0).forEach(part -> lines.add(new Line(Kind.SUM,
                TraceWords.word("part", part.name()) + (part.agrees() ? "" : ", TIDAK SESUAI: menurut buku " + Rupiah.of(part.booked())), null, part.rupiah(), null, null, null,
                null, List.of(), null)));
        return new Part("Klaim " + one.number(), found.parts().stream().mapToLong(ClaimMoney.Part::rupiah).sum(),
                found.parts().stream().mapToLong(ClaimMoney.Part::booked).sum(), found.agrees(), lines);
    }

    private static Part booked(String title, long said, List<Line> lines, List<Transfer> transfers, Predicate<String> down) {
        long booked = 0;
        for (Transfer one : transfers) {
            long moved = down.test(one.creditPath()) ? one.rupiah() : -one.rupiah();
            booked += moved;
            lines.add(line(one, moved));
        }
        return Part.of(title, said, booked, lines);
    }

    private static Line line(Transfer one, long moved) {
        return new Line(Kind.BOOK, "%s: %s → %s".formatted(TraceWords.word("transfer", one.code()), TraceWords.account(one.debitPath()), TraceWords.account(one.creditPath())),
                null, moved, one.postedAt(), null, null, one.legalBasis(), List.of(), Link.to("transfer", one.id()));
    }
}
