package id.lindungdesa.regulation;

import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.ledger.Account;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.ledger.Transfer;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.region.Regions;
import id.lindungdesa.region.Village;
import id.lindungdesa.rest.Page;
import id.lindungdesa.rest.Paging;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings a decree from its draft into force. Every step is taken by the official who is logged in. */
@Service
public class DecreeEnactment {

    /** What was drafted, and what its reviewers should know. */
    public record Drafted(UUID id, String state, List<DecreeWarning> findings) {}

    /** Vulnerable workers are insured in the lowest band of income. */
    private static final long LOWEST_INCOME = 1_000_000;

    private final Decrees decrees;
    private final Allocations allocations;
    private final Regions regions;
    private final Ledger ledger;
    private final RuleBook ruleBook;
    private final PremiumRates rates;
    private final DecreeProcess process;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DecreeEnactment(Decrees decrees, Allocations allocations, Regions regions, Ledger ledger, RuleBook ruleBook,
            PremiumRates rates, DecreeProcess process, CurrentUser currentUser, ApplicationEventPublisher events, Clock clock) {
        this.decrees = decrees;
        this.allocations = allocations;
        this.regions = regions;
        this.ledger = ledger;
        this.ruleBook = ruleBook;
        this.rates = rates;
        this.process = process;
        this.currentUser = currentUser;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Keeps a draft with its annex ({@code village_code,rupiah}, CSV or Excel).
     *
     * @param faults what was found wrong while the draft itself was read; told together with the rest
     * @throws Refusal {@code DECREE_INVALID} with everything that is wrong, {@code DECREE_EXISTS}
     */
    @Transactional
    public Drafted draft(DecreeDraft draft, List<Finding> faults, InputStream annexFile) {
        Decree.Hand drafter = hand(Role.DP3AP2_VERIFIKATOR);
        Annex annex = checked(draft, faults, annexFile);
        Decree decree = Decree.drafted(UUID.randomUUID(), draft.number(), drafter);
        decrees.add(decree, draft, drafter.at());
        return kept(decree, draft, annex);
    }

    /** The same, handed to the legal bureau at once. */
    @Transactional
    public Drafted enact(DecreeDraft draft, List<Finding> faults, InputStream annexFile) {
        Drafted drafted = draft(draft, faults, annexFile);
        process.start(drafted.id());
        return found(drafted.id());
    }

    /**
     * Replaces terms and annex of a draft, or of a decree that was returned.
     *
     * @throws Refusal as {@link #draft}, and {@code DECREE_NOT_OPEN} once it has gone on
     */
    @Transactional
    public Drafted correct(UUID decreeId, DecreeDraft draft, List<Finding> faults, InputStream annexFile) {
        Decree.Hand drafter = hand(Role.DP3AP2_VERIFIKATOR);
        Decree before = decrees.require(decreeId);
        Decree after = before.corrected(draft.number(), drafter);
        Annex annex = checked(draft, faults, annexFile);
        decrees.correct(before, after, draft);
        return kept(after, draft, annex);
    }

    /** Replaces the terms only; the annex is judged anew by them. */
    @Transactional
    public Drafted correct(UUID decreeId, DecreeDraft draft, List<Finding> faults) {
        return correct(decreeId, draft, faults, allocations.asTable(decreeId));
    }

    /** The terms as they stand now. @throws Refusal {@code DECREE_UNKNOWN} */
    public DecreeDraft drafted(UUID decreeId) {
        DecreeTerms terms = decrees.terms(decreeId).orElseThrow(Decrees::unknown);
        return new DecreeDraft(terms.number(), terms.title(), terms.province(), terms.fiscalYear(), terms.edition(),
                decrees.ceiling(decreeId), terms.tranchePercents(), terms.premiumSharePercent(), terms.workersPerVillage(),
                terms.monthsOfCover(), terms.articles());
    }

    /** Where a decree stands, and what its reviewers should know. @throws Refusal {@code DECREE_UNKNOWN} */
    public Drafted found(UUID decreeId) {
        return new Drafted(decreeId, decrees.require(decreeId).state().name(), decrees.warnings(decreeId));
    }

    Page<Decrees.Listed> list(Paging paging, String orderBy) {
        return Page.of(paging, decrees.list(orderBy, paging.limit(), paging.offset()), decrees.count());
    }

    /** Hands a draft to the legal bureau. */
    @Transactional
    public void submit(UUID decreeId) {
        Decree.Hand drafter = hand(Role.DP3AP2_VERIFIKATOR);
        change(decreeId, decree -> decree.submitted(drafter));
    }

    /** The legal bureau clears the decree or returns it with a note. */
    @Transactional
    public void review(UUID decreeId, boolean approved, String note) {
        Decree.Hand reviewer = hand(Role.BIRO_HUKUM);
        change(decreeId, decree -> decree.reviewed(approved, reviewer, note));
    }

    /** The provincial secretary initials the decree or returns it with a note. */
    @Transactional
    public void initial(UUID decreeId, boolean approved, String note) {
        Decree.Hand secretary = hand(Role.SEKDA);
        change(decreeId, decree -> decree.initialled(approved, secretary, note));
    }

    /** The governor signs the decree or returns it with a note. */
    @Transactional
    public void sign(UUID decreeId, boolean approved, String note) {
        Decree.Hand governor = hand(Role.GUBERNUR);
        change(decreeId, decree -> decree.signed(approved, governor, note));
    }

    /** The drafters hand a returned decree in again, or withdraw it with a note. */
    @Transactional
    public void revise(UUID decreeId, boolean resubmitted, String note) {
        Decree.Hand drafter = hand(Role.DP3AP2_VERIFIKATOR);
        change(decreeId, decree -> resubmitted ? decree.resubmitted(drafter, note) : decree.withdrawn(drafter, note));
    }

    /**
     * Puts a signed decree in force from today: every village of the annex is granted its amount, and the money of all of
     * them lies in the provincial treasury, in this one transaction or not at all.
     */
    @Transactional
    public void putInForce(UUID decreeId) {
        Instant now = clock.instant();
        Decree before = decrees.require(decreeId);
        decrees.save(before, before.putInForce(), LocalDate.ofInstant(now, WorkingDays.JAKARTA));
        DecreeTerms terms = decrees.terms(decreeId).orElseThrow();
        Account budget = Account.budget(terms.province(), decreeId);
        Account treasury = Account.treasury(terms.province(), decreeId);
        String legalBasis = terms.legalBasis();
        ledger.postAll(allocations.grant(decreeId).stream()
                .map(allocation -> Transfer.of("ALLOCATION", budget, treasury, Rupiah.of(allocation.rupiah()),
                        allocation.id().toString(), legalBasis, now, allocation.id()))
                .toList());
        events.publishEvent(new DecreeInForce(decreeId));
    }

    private Drafted kept(Decree decree, DecreeDraft draft, Annex annex) {
        allocations.replace(decree.id(), annex.lines());
        List<DecreeWarning> warnings = warnings(draft, annex);
        decrees.replaceWarnings(decree.id(), warnings);
        return new Drafted(decree.id(), decree.state().name(), warnings);
    }

    private List<DecreeWarning> warnings(DecreeDraft draft, Annex annex) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA);
        Ruling waiting = ruleBook.decide("waiting-period", today, Map.of());
        long premium = rates.of(firstMonth(draft.fiscalYear(), today), LOWEST_INCOME, "APBD", "OTHER").perMonth();
        int missing = regions.villagesOf(draft.edition(), draft.province()).size() - annex.lines().size();
        return new DecreeWarnings(draft, annex, missing, Rupiah.of(premium), waiting.amount("months"), waiting.text("legalBasis")).all();
    }

    /** The first month of the fiscal year that can still be paid for; its last where the year has passed. */
    private static YearMonth firstMonth(int fiscalYear, LocalDate today) {
        YearMonth now = YearMonth.from(today);
        YearMonth first = YearMonth.of(fiscalYear, 1);
        YearMonth last = YearMonth.of(fiscalYear, 12);
        return now.isBefore(first) ? first : now.isAfter(last) ? last : now;
    }

    private Annex checked(DecreeDraft draft, List<Finding> faults, InputStream annexFile) {
        List<Finding> all = new ArrayList<>(faults);
        all.addAll(draft.faults().stream().filter(fault -> faults.stream().noneMatch(
                earlier -> earlier.field() != null && earlier.field().equals(fault.field()))).toList());
        Map<String, Village> known = draft.province() == null ? Map.of() : regions.villagesOf(draft.edition(), draft.province());
        if (known.isEmpty() && all.stream().noneMatch(fault -> "edition".equals(fault.field()) || "province".equals(fault.field()))) {
            all.add(Finding.at("/edition", "edition", "EDITION_UNKNOWN",
                    "Daftar wilayah edisi %d untuk provinsi %s belum dimuat.".formatted(draft.edition(), draft.province())));
        }
        Annex annex;
        try {
            annex = Annex.read(annexFile, draft.province(), known.isEmpty() ? null : known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (draft.ceiling() > 0) {
            annex.checkCeiling(Rupiah.of(draft.ceiling()));
        }
        all.addAll(annex.faults());
        if (!all.isEmpty()) {
            throw Refusal.invalid("DECREE_INVALID", all.size() == 1 ? "Keputusan belum dapat diterima: %s".formatted(all.get(0).message())
                    : "Keputusan belum dapat diterima: ada %d hal yang harus diperbaiki.".formatted(all.size()), all);
        }
        return annex;
    }

    private void change(UUID decreeId, UnaryOperator<Decree> step) {
        Decree before = decrees.require(decreeId);
        decrees.save(before, step.apply(before), null);
    }

    private Decree.Hand hand(Role role) {
        currentUser.require(role);
        Official official = currentUser.in(role, "");
        return new Decree.Hand(official.user(), official.name(), clock.instant());
    }
}
