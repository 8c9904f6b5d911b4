package id.lindungdesa.claim;

import id.lindungdesa.benefit.Masked;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.enrolment.Enrolment;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.ledger.Account;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.region.Regions;
import id.lindungdesa.region.Village;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists for the day on which benefits are handed over in public: of money that families have already, and of nothing else. */
@Service
class Ceremonies {

    private static final Pattern NUMBER = Pattern.compile("[A-Z]{3}-\\d{4}-\\d{6}");

    private final Claims claims;
    private final Benefits benefits;
    private final Payees payees;
    private final Payouts payouts;
    private final Corrections corrections;
    private final Ledger ledger;
    private final Enrolment enrolment;
    private final Regions regions;
    private final ClaimSteps steps;
    private final CurrentUser currentUser;
    private final JdbcClient jdbc;

    Ceremonies(Claims claims, Benefits benefits, Payees payees, Payouts payouts, Corrections corrections, Ledger ledger,
            Enrolment enrolment, Regions regions, ClaimSteps steps, CurrentUser currentUser, JdbcClient jdbc) {
        this.claims = claims;
        this.benefits = benefits;
        this.payees = payees;
        this.payouts = payouts;
        this.corrections = corrections;
        this.ledger = ledger;
        this.enrolment = enrolment;
        this.regions = regions;
        this.steps = steps;
        this.currentUser = currentUser;
        this.jdbc = jdbc;
    }

    /** @throws Refusal NOT_YOUR_OFFICE before anything is said of a claim; CEREMONY_INVALID; CEREMONY_UNPAID claim by claim */
    @Transactional(readOnly = true)
    public byte[] list(CeremonyForm form) {
        Official head = currentUser.get();
        if (form.branch() != null) {
            requireHead(head, form.branch());
        }
        List<Finding> faults = new ArrayList<>();
        Map<UUID, Claim> named = named(form, faults);
        named.values().forEach(claim -> requireHead(head, claim.branch()));
        CeremonyForm.Wanted wanted = form.read(Letters.day(steps.instant()));
        Map<UUID, Claim> all = form.byDays() ? paidBetween(form.branch(), wanted.from(), wanted.through()) : named;
        if (all.values().stream().map(Claim::branch).distinct().count() > 1) {
            throw ClaimForm.refused("claims", "SEVERAL_BRANCHES", "Satu daftar memuat klaim satu kantor cabang.");
        }
        List<CeremonyList.Line> lines = new ArrayList<>();
        all.values().forEach(claim -> unpaid(claim).ifPresentOrElse(
                why -> faults.add(Finding.general("CEREMONY_UNPAID", "Klaim %s %s".formatted(claim.number(), why))),
                () -> lines.addAll(lines(claim))));
        if (!faults.isEmpty()) {
            throw Refusal.invalid("CEREMONY_UNPAID", "Hanya manfaat yang sudah dibayar seluruhnya dapat diserahkan. "
                    + "Keluarkan klaim yang disebut dari daftar atau tunggu pembayarannya.", faults);
        }
        return new CeremonyList(all.values().iterator().next().branch(), wanted.day(), wanted.place(), lines).pdf(steps.instant());
    }

    private static void requireHead(Official who, String branch) {
        if (!who.holds(Role.BPJS_KABID, branch) && !who.holds(Role.BPJS_KACAB, branch)) {
            throw ClaimSteps.notYours();
        }
    }

    /** A claim that is named twice, by a former number too, is one. */
    private Map<UUID, Claim> named(CeremonyForm form, List<Finding> faults) {
        Map<UUID, Claim> found = new LinkedHashMap<>();
        List<String> numbers = form.claims() == null || form.claims().size() > CeremonyForm.MOST_CLAIMS ? List.of() : form.claims();
        for (int i = 0; i < numbers.size(); i++) {
            String number = numbers.get(i) == null ? "" : numbers.get(i).strip();
            Optional<Claim> claim = claims.byNumber(number).filter(one -> one.state() != ClaimState.DRAFT);
            if (claim.isPresent()) {
                found.put(claim.get().id(), claim.get());
            } else {
                // what was typed may be anything, a NIK too: only what looks like a number is repeated
                faults.add(Finding.at("/claims/" + i, "claims", "CLAIM_UNKNOWN", "Klaim %s tidak ditemukan. Periksa nomornya."
                        .formatted(NUMBER.matcher(number).matches() ? number : "ke-" + (i + 1))));
            }
        }
        return found;
    }

    private Map<UUID, Claim> paidBetween(String branch, LocalDate from, LocalDate through) {
        if (branch == null) {
            throw ClaimForm.refused("branch", "BRANCH_REQUIRED", "Sebutkan kantor cabangnya.");
        }
        List<UUID> ids = jdbc.sql("""
                select id from claim_claim claim where branch = :branch and state = 'PAID' and exists (select from claim_payout payout
                        where payout.claim_id = claim.id and payout.paid_at >= :from and payout.paid_at < :after)
                 order by number limit :most""")
                .param("branch", branch).param("from", from.atStartOfDay(WorkingDays.JAKARTA).toOffsetDateTime())
                .param("after", through.plusDays(1).atStartOfDay(WorkingDays.JAKARTA).toOffsetDateTime())
                .param("most", CeremonyForm.MOST_CLAIMS + 1).query(UUID.class).list();
        if (ids.isEmpty() || ids.size() > CeremonyForm.MOST_CLAIMS) {
            throw ClaimForm.refused("paidFrom", ids.isEmpty() ? "NOTHING_PAID" : "TOO_MANY_CLAIMS", ids.isEmpty()
                    ? "Tidak ada klaim yang dibayar pada hari-hari itu."
                    : "Lebih dari %d klaim dibayar pada hari-hari itu. Persempit harinya.".formatted(CeremonyForm.MOST_CLAIMS));
        }
        Map<UUID, Claim> found = new LinkedHashMap<>();
        ids.forEach(id -> found.put(id, claims.get(id)));
        return found;
    }

    /** Why not all of the claim's money lies with its payees, as the rest of a sentence. */
    private Optional<String> unpaid(Claim claim) {
        if (claim.state() != ClaimState.PAID || !payees.unpaid(claim.id()).isEmpty()) {
            return Optional.of("belum dibayar seluruhnya (keadaan: %s).".formatted(claim.state().label()));
        }
        Optional<Correction> open = corrections.of(claim.id()).stream().filter(one -> !one.state().isEnd()).findFirst();
        if (open.isPresent()) {
            return Optional.of("sedang dikoreksi pembayarannya (%s: %s).".formatted(open.get().number(), open.get().state().label()));
        }
        Map<Integer, Payout> last = lastPayouts(claim);
        List<Payee> people = people(claim);
        return people.isEmpty() ? Optional.of("tidak mempunyai penerima yang menerima uang.")
                : people.stream().anyMatch(one -> !last.containsKey(one.place()) || last.get(one.place()).state() != Payout.State.PAID)
                ? Optional.of("mempunyai transfer yang belum sampai kepada penerimanya.") : Optional.empty();
    }

    /** Whoever repaid all that he had is handed nothing. */
    private List<Payee> people(Claim claim) {
        return payees.of(claim.id()).stream().filter(Payee::isPerson).filter(payee -> received(claim, payee) > 0).toList();
    }

    /** As the books say: what came back or was repaid is no longer his. */
    private long received(Claim claim, Payee payee) {
        return ledger.balance(Account.payee(claim.id(), payee.place()));
    }

    private Map<Integer, Payout> lastPayouts(Claim claim) {
        return payouts.of(claim.id()).stream().collect(Collectors.toMap(Payout::payee, one -> one, (first, later) -> later));
    }

    private List<CeremonyList.Line> lines(Claim claim) {
        String village = regions.latest(claim.villageCode()).map(Village::name).orElse(claim.villageCode());
        String worker = enrolment.worker(claim.workerId()).name();
        Map<Integer, Payout> last = lastPayouts(claim);
        Map<Integer, String> bases = benefits.lines(claim.id()).stream().collect(Collectors.groupingBy(Benefits.Line::payee,
                Collectors.mapping(Benefits.Line::legalBasis, Collectors.collectingAndThen(Collectors.toList(),
                        all -> all.stream().distinct().collect(Collectors.joining("; "))))));
        return people(claim).stream().map(payee -> new CeremonyList.Line(claim.number(), village, worker,
                payee.entitled().startsWith(payee.receiver()) ? payee.entitled() : payee.entitled() + ", melalui " + payee.receiver(),
                Masked.account(last.get(payee.place()).account()), Rupiah.of(received(claim, payee)), bases.get(payee.place()))).toList();
    }
}
