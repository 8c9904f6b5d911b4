package id.lindungdesa.reporting;

import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.reporting.Chain.Link;
import id.lindungdesa.reporting.Chain.Part;
import id.lindungdesa.reporting.Chain.Step;
import id.lindungdesa.reporting.ChainParts.Bill;
import id.lindungdesa.reporting.ChainParts.Claimed;
import id.lindungdesa.reporting.ChainParts.Run;
import id.lindungdesa.reporting.ChainParts.Tranche;
import id.lindungdesa.reporting.ChainParts.Village;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The chain as an auditor reads it, from wherever he takes hold of it: everything above as one way, everything below. */
@Service
class Chains {

    private final JdbcClient jdbc;
    private final Trace trace;
    private final TraceTables tables;
    private final ChainParts parts;
    private final ClaimMoney money;

    Chains(JdbcClient jdbc, Trace trace, TraceTables tables, ChainParts parts, ClaimMoney money) {
        this.jdbc = jdbc;
        this.trace = trace;
        this.tables = tables;
        this.parts = parts;
        this.money = money;
    }

    /** {@code area} only with {@code regency}: the decree's id is not enough there. */
    @Transactional(readOnly = true)
    Chain of(String kind, UUID id, String area) {
        Link focus = new Link(kind, id, area);
        return switch (kind) {
            case "decree" -> decree(focus, null);
            case "regency" -> decree(focus, area);
            case "run" -> run(focus);
            case "village" -> below(focus, village(id), null, null, null);
            case "tranche" -> below(focus, villageOf("select allocation_id from report_disbursement where id = :id", id), id, null, null);
            case "bill" -> bill(focus, id);
            case "claim" -> claim(focus, id);
            case "transfer" -> transfer(focus);
            default -> throw unknown();
        };
    }

    private static Refusal unknown() {
        return Refusal.notFound("TRACE_UNKNOWN", "Nomor ini tidak ditemukan.");
    }

    // ---- where somebody takes hold of it

    private Chain decree(Link focus, String regency) {
        Trace.DecreeTrace down = trace.decree(focus.id());
        TraceTables.Found found = tables.of(focus.id(), regency, null);
        if (regency != null && found.table().rows().isEmpty()) {
            throw unknown();
        }
        List<Part> shown = new ArrayList<>(List.of(parts.source(down.decree().id())));
        shown.addAll(regency != null ? levels(found) : IntStream.range(0, TraceTables.LEVELS.size()).mapToObj(i -> Part.of(TraceTables.LEVELS.get(i),
                found.levels().get(2 * i), down.levels().get(i).booked(), List.of())).toList());        // all that the decree's accounts moved, told by a village or not
        List<Step> up = regency == null ? List.of() : List.of(step(down.decree()));
        String title = regency == null ? "Keputusan " + down.decree().number()
                : jdbc.sql("select regency_name from report_allocation where decree_id = :decree and regency_code = :code limit 1")
                        .param("decree", focus.id()).param("code", regency).query(String.class).single();
        return new Chain(focus, title, up, found.agrees() && shown.stream().allMatch(Part::agrees) && (regency != null || down.adds()), shown, found.table());
    }

    private static List<Part> levels(TraceTables.Found found) {
        return IntStream.range(0, TraceTables.LEVELS.size()).mapToObj(i -> Part.of(TraceTables.LEVELS.get(i), found.levels().get(2 * i),
                found.levels().get(2 * i + 1), List.of())).toList();
    }

    private Chain run(Link focus) {
        Run run = runs("where id = :id", focus.id()).stream().findFirst().orElseThrow(Chains::unknown);
        Trace.Source decree = trace.source(run.decreeId());
        TraceTables.Found found = tables.of(run.decreeId(), null, run.id());
        List<Part> shown = new ArrayList<>(List.of(parts.source(run.decreeId()), Part.of("SP2D", parts.runLines(run))));
        shown.addAll(levels(found));
        return new Chain(focus, "Pencairan " + run.reference(), List.of(step(decree), new Step(run.regencyName(), new Link("regency", run.decreeId(), run.regencyCode()))),
                found.agrees(), shown, found.table());
    }

    private Chain bill(Link focus, UUID bill) {
        UUID disbursement = jdbc.sql("select disbursement_id from report_bill where id = :id").param("id", bill).query(UUID.class).optional()
                .orElseThrow(Chains::unknown);
        return below(focus, villageOf("select allocation_id from report_bill where id = :id", bill), disbursement, bill, null);
    }

    private Chain claim(Link focus, UUID claim) {
        Claimed found = claims("id = :id", claim).stream().findFirst().orElseThrow(Chains::unknown);
        Bill bill = found.coverBillId() == null ? null : bills("id = :id", found.coverBillId()).stream().findFirst().orElse(null);
        if (bill == null) {
            List<Part> shown = List.of(parts.claimPart(found));
            return new Chain(focus, "Klaim " + found.number(), List.of(), shown.get(0).agrees(), shown, null);
        }
        return below(focus, villageOf("select allocation_id from report_bill where id = :id", bill.id()), bill.disbursementId(), bill.id(), found.id());
    }

    private Chain transfer(Link focus) {
        Trace.TransferTrace found = trace.transfer(focus.id());
        if (money.claimOf(found.transfer()) != null) {
            return claim(focus, money.claimOf(found.transfer()));
        }
        if (found.premium() != null) {
            return bill(focus, found.premium().billId());
        }
        if (found.allocation() == null) {
            throw unknown();
        }
        return below(focus, village(found.allocation().id()), found.tranche() == null ? null : found.tranche().id(), null, null);
    }

    // ---- the levels

    /** The whole way down from a village's allocation, narrowed to a tranche, a bill or a claim where one is given. */
    private Chain below(Link focus, Village village, UUID disbursement, UUID bill, UUID claim) {
        List<Tranche> tranches = jdbc.sql("""
                select id, tranche, percent, rupiah, state, run_id, forwarding_reference as number, received_at from report_disbursement
                 where allocation_id = :village and (:one::uuid is null or id = :one) order by tranche""")
                .param("village", village.id()).param("one", disbursement).query(Tranche.class).list();
        List<Bill> bills = bills("allocation_id = :id", village.id()).stream().filter(one -> (disbursement == null || one.disbursementId().equals(disbursement))
                && (bill == null || one.id().equals(bill))).toList();
        List<Claimed> claims = bills.stream().flatMap(one -> claims("cover_bill_id = :id", one.id()).stream())
                .filter(one -> claim == null || one.id().equals(claim)).toList();
        List<Part> shown = new ArrayList<>();
        shown.add(parts.source(village.decreeId()));
        shown.add(parts.allocation(village));
        shown.add(parts.requests(tranches));
        tranches.stream().map(Tranche::runId).filter(one -> one != null).distinct().flatMap(id -> runs("where id = :id", id).stream())
                .forEach(run -> shown.add(Part.of("SP2D " + run.reference(), parts.runLines(run))));
        shown.add(parts.credited(tranches));
        shown.add(parts.received(tranches));
        shown.add(parts.premiums(bills));
        shown.add(parts.cover(bills));
        shown.add(parts.returned(village));
        claims.forEach(one -> shown.add(parts.claimPart(one)));
        Trace.Source decree = trace.source(village.decreeId());
        return new Chain(focus, title(focus, village, tranches, bills, claims), List.of(step(decree), new Step(village.regencyName(), new Link("regency", decree.id(), village.regencyCode())),
                new Step("%s (%s)".formatted(village.name(), village.code()), Link.to("village", village.id()))), shown.stream().allMatch(Part::agrees), shown, null);
    }

    private static String title(Link focus, Village village, List<Tranche> tranches, List<Bill> bills, List<Claimed> claims) {
        return switch (focus.kind()) {
            case "tranche" -> "%s, tahap %d".formatted(village.name(), tranches.get(0).tranche());
            case "bill" -> "Premi " + bills.get(0).billingCode();
            case "claim" -> "Klaim " + claims.get(0).number();
            case "transfer" -> "Pemindahbukuan";
            default -> "%s (%s)".formatted(village.name(), village.code());
        };
    }

    private static Step step(Trace.Source decree) {
        return new Step("Keputusan " + decree.number(), Link.to("decree", decree.id()));
    }

    // ---- what is read

    private Village villageOf(String allocation, UUID id) {
        return village(jdbc.sql(allocation).param("id", id).query(UUID.class).optional().orElseThrow(Chains::unknown));
    }

    private Village village(UUID id) {
        return jdbc.sql("""
                select allocation_id as id, decree_id, village_code as code, village_name as name, regency_code, regency_name, rupiah
                  from report_allocation where allocation_id = :id""").param("id", id).query(Village.class).optional().orElseThrow(Chains::unknown);
    }

    private List<Run> runs(String where, UUID id) {
        return jdbc.sql("""
                select id, reference, decree_id, regency_code, regency_name, spp_number, spm_number, sp2d_number, credited_on, rupiah
                  from report_run\s""" + where).param("id", id).query(Run.class).list();
    }

    private List<Bill> bills(String where, UUID id) {
        return jdbc.sql("""
                select id, case_id, disbursement_id, billing_code, workers, months, rupiah, state, legal_basis, paid_at, payment_reference
                  from report_bill where\s""" + where + " order by tranche, issued_at").param("id", id).query(Bill.class).list();
    }

    private List<Claimed> claims(String where, UUID id) {
        return jdbc.sql("""
                select id, number, programme, event_date, state, filed_at, legal_basis, cover_bill_id from report_claim
                 where\s""" + where + " order by number").param("id", id).query(Claimed.class).list();
    }
}
