package id.lindungdesa.identity;

import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.identity.Accounts.Membership;
import id.lindungdesa.identity.TaskMoves.Cause;
import id.lindungdesa.operation.OneNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Carries over what a day brings: terms that begin or end change the groups, what the leaving had taken goes back to the
 * office or on to the successor, and a hand-over whose day has come is closed with its report. All in one transaction.
 */
@Component
class OfficeTurns {

    static final String TURN = "offices";

    private final OfficeTerms terms;
    private final HandoverBook handovers;
    private final TaskMoves moves;
    private final OfficeWork work;
    private final Accounts accounts;
    private final OneNode oneNode;
    private final Clock clock;

    OfficeTurns(OfficeTerms terms, HandoverBook handovers, TaskMoves moves, OfficeWork work, Accounts accounts,
            OneNode oneNode, Clock clock) {
        this.terms = terms;
        this.handovers = handovers;
        this.moves = moves;
        this.work = work;
        this.accounts = accounts;
        this.oneNode = oneNode;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA);
    }

    /** In the caller's transaction. */
    void follow() {
        LocalDate today = today();
        if (!terms.anyOutOfStep(today) && !handovers.anyDue(today)) {
            return;
        }
        oneNode.awaitTurn(TURN);
        List<Term> changed = terms.outOfStep(today);
        terms.turned(changed);
        List<Term> begun = changed.stream().filter(term -> !term.member()).toList();
        List<Term> ended = changed.stream().filter(Term::member).toList();
        accounts.join(begun.stream().flatMap(OfficeTurns::groups).distinct().toList());
        Map<java.util.UUID, Handover> due = handovers.due(today).stream()
                .collect(Collectors.toMap(Handover::fromTerm, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        List<Term> left = reallyLeft(ended);
        left.forEach(term -> giveBack(term, due.get(term.id())));
        begun.stream().filter(term -> !term.holds()).forEach(this::relieve);
        accounts.leave(left.stream().map(term -> new Membership(term.user(), term.group())).toList());
        leaveEmptyRoles(ended);
        due.values().forEach(one -> handovers.done(one, work.openByGroup().getOrDefault(one.office().group(), 0)));
    }

    private static Stream<Membership> groups(Term term) {
        return (term.role().isOfficial() ? Stream.of(term.group(), Offices.everybodyIn(term.role()), Offices.OFFICIALS)
                : Stream.of(term.group())).map(group -> new Membership(term.user(), group));
    }

    /** Whose next term follows at once stays where he is. */
    private List<Term> reallyLeft(List<Term> ended) {
        Set<Membership> kept = terms.inGroups(users(ended)).stream().map(term -> new Membership(term.user(), term.group()))
                .collect(Collectors.toSet());
        return ended.stream().filter(term -> !kept.contains(new Membership(term.user(), term.group()))).toList();
    }

    private void giveBack(Term term, Handover handover) {
        String successor = handover == null ? null : handover.receiverOfTaken();
        work.takenBy(term.user(), term.group()).forEach(one -> moves.move(one, successor,
                handover == null ? Cause.TERM_ENDED : Cause.HANDOVER,
                handover != null ? handover.letter() : term.ending() == null ? null : term.ending().reason(),
                handover == null ? null : handover.id()));
    }

    /** What an absent holder had taken is there for his deputy. */
    private void relieve(Term deputy) {
        terms.find(deputy.standsInFor()).ifPresent(absent -> work.takenBy(absent.user(), absent.group())
                .forEach(one -> moves.move(one, null, Cause.ABSENCE, deputy.reason())));
    }

    /** Whoever holds no office of a role any more also loses what that role may start. */
    private void leaveEmptyRoles(List<Term> ended) {
        Map<String, Set<String>> kept = terms.inGroups(users(ended)).stream().collect(Collectors.groupingBy(Term::user,
                Collectors.mapping(term -> Offices.everybodyIn(term.role()), Collectors.toSet())));
        for (String user : users(ended)) {
            Set<String> roles = kept.getOrDefault(user, Set.of());
            accounts.leave(accounts.groupsOf(user).stream()
                    .filter(group -> group.startsWith(Offices.EVERYBODY) && !roles.contains(group)
                            || group.equals(Offices.OFFICIALS) && roles.isEmpty())
                    .map(group -> new Membership(user, group)).toList());
        }
    }

    private static Collection<String> users(List<Term> all) {
        return all.stream().map(Term::user).filter(Objects::nonNull).distinct().toList();
    }
}
