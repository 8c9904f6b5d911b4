package id.lindungdesa.claim;

import id.lindungdesa.benefit.ClaimClock;
import id.lindungdesa.benefit.Shares;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.claim.Benefits.Line;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.ledger.Account;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.ledger.Transfer;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.workflow.Workflow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A claim that was paid after its last day costs the insurer a share of the benefit for each day. The amount is the rule's;
 * the branch head decides whether it is owed, somebody else pays it, out of the insurer's own money and not the fund's.
 */
@Service
class PenaltyDesk {

    static final String KEY = "penalty-decision";

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9./_ -]{3,64}");

    private final Claims claims;
    private final Penalties penalties;
    private final Benefits benefits;
    private final ClaimClock clock;
    private final ClaimHolding holding;
    private final ClaimSteps steps;
    private final ClaimFiles files;
    private final PenaltyLetters letters;
    private final Ledger ledger;
    private final Workflow workflow;

    PenaltyDesk(Claims claims, Penalties penalties, Benefits benefits, ClaimClock clock, ClaimHolding holding, ClaimSteps steps,
            ClaimFiles files, PenaltyLetters letters, Ledger ledger, Workflow workflow) {
        this.claims = claims;
        this.penalties = penalties;
        this.benefits = benefits;
        this.clock = clock;
        this.holding = holding;
        this.steps = steps;
        this.files = files;
        this.letters = letters;
        this.ledger = ledger;
        this.workflow = workflow;
    }

    /** In the transaction of the payment: a late one is never booked without its penalty being put before the branch head. */
    @EventListener
    void whenPaid(ClaimMoved moved) {
        LocalDate today = LocalDate.ofInstant(steps.instant(), WorkingDays.JAKARTA);
        Claim claim = moved.after();
        if (!moved.isPaidNow() || claim.payBy() == null) {
            return;
        }
        LocalDate payBy = holding.payBy(claim);
        Rupiah benefit = toPeople(claim.id()).values().stream().reduce(Rupiah.ZERO, Rupiah::plus);
        if (!today.isAfter(payBy) || benefit.isZero()) {
            return;
        }
        ClaimClock.Late late = clock.late(payBy, today, benefit, claim.programme());
        if (late.days() == 0 || late.penalty().isZero()) {
            return;
        }
        Penalty penalty = new Penalty(UUID.randomUUID(), claim.id(), payBy, today, (int) late.days(), late.percentPerDay(), benefit,
                late.penalty(), late.legalBasis(), late.version(), PenaltyState.OPEN, null, null);
        if (penalties.add(penalty)) {
            workflow.start(KEY, penalty.id(), Map.of("penaltyId", penalty.id().toString()));
        }
    }

    /** @param delayedBy FAMILY or BANK where it is not owed, null where it is */
    @Transactional
    public void decide(UUID id, boolean owed, String delayedBy, String note) {
        Penalty penalty = penalties.lock(id);
        Claim claim = claims.lock(penalty.claimId());
        Official head = steps.officer(claim, Step.DECIDE_PENALTY, Role.BPJS_KACAB);
        DelayedBy who = Arrays.stream(DelayedBy.values()).filter(one -> one.name().equals(delayedBy)).findFirst().orElse(null);
        if (owed != (delayedBy == null || delayedBy.isBlank()) || !owed && who == null) {
            throw Refusal.invalid("DELAYED_BY_REQUIRED", "Denda terutang, atau tidak terutang karena kelambatan keluarga atau bank penerima: "
                    + "pilih salah satu.");
        }
        if (!owed) {
            steps.requireNote(note, "Tuliskan alasan denda tidak terutang; keluarga membacanya.");
        }
        penalties.update(owed ? penalty.owed() : penalty.notOwed(who));
        steps.done(claim, Step.DECIDE_PENALTY, owed ? Outcome.OWED : Outcome.NOT_OWED, note, head);
    }

    @Transactional
    public void order(UUID id, String bankReference) {
        Penalty penalty = penalties.lock(id);
        Claim claim = claims.lock(penalty.claimId());
        Official finance = steps.officer(claim, Step.ORDER_PENALTY, Role.BPJS_KEUANGAN);
        if (bankReference == null || !REFERENCE.matcher(bankReference.strip()).matches()) {
            throw Refusal.invalid("BANK_REFERENCE_REQUIRED", "Nomor referensi bank wajib diisi (3-64 huruf, angka, titik, garis).");
        }
        penalties.update(penalty.ordered(bankReference.strip()));
        steps.done(claim, Step.ORDER_PENALTY, Outcome.ORDERED, null, finance);
    }

    /** Books the penalty, each payee his share. Repeated after it is done, it changes nothing. */
    @Transactional
    public void pay(UUID id) {
        Penalty penalty = penalties.lock(id);
        if (penalty.state() == PenaltyState.PAID) {
            return;
        }
        Claim claim = claims.lock(penalty.claimId());
        Penalty paid = penalty.paid();
        List<Transfer> transfers = new ArrayList<>();
        shares(penalty).forEach((payee, rupiah) -> transfers.add(Transfer.of("PENALTY_PAID", Account.insurerOperating(),
                Account.penalty(claim.id(), payee), rupiah, claim.number(), penalty.legalBasis(), steps.instant(), id, payee)));
        ledger.postAll(transfers);
        penalties.update(paid);
        steps.doneBySystem(claim, Step.PAY_PENALTY, Outcome.PAID);
    }

    @Transactional
    public void writeLetter(UUID id) {
        Penalty penalty = penalties.get(id);
        Claim claim = claims.lock(penalty.claimId());
        files.write(claim, penalty.state() == PenaltyState.PAID ? "PENALTY" : "PENALTY_NOT_OWED",
                letters.letter(claim, penalty, shares(penalty), files.heirs(claim.id())), steps.instant());
    }

    /** Who receives which part: in proportion to the benefit, what cannot be divided to the first. */
    Map<Integer, Rupiah> shares(Penalty penalty) {
        Map<Integer, Rupiah> people = toPeople(penalty.claimId());
        Map<Integer, Rupiah> shares = new TreeMap<>();
        Rupiah given = Rupiah.ZERO;
        for (Map.Entry<Integer, Rupiah> person : people.entrySet()) {
            Rupiah share = Rupiah.of(Math.multiplyExact(penalty.rupiah().amount(), person.getValue().amount()) / penalty.benefit().amount());
            shares.put(person.getKey(), share);
            given = given.plus(share);
        }
        int first = people.keySet().iterator().next();
        shares.merge(first, penalty.rupiah().minus(given), Rupiah::plus);
        shares.values().removeIf(Rupiah::isZero);
        return shares;
    }

    /** What goes to people; the Social Security Fund waits for nobody and is owed nothing for it. */
    private Map<Integer, Rupiah> toPeople(UUID claimId) {
        return benefits.lines(claimId).stream().filter(line -> line.payee() != Shares.FUND)
                .collect(Collectors.toMap(Line::payee, Line::rupiah, Rupiah::plus, TreeMap::new));
    }
}
