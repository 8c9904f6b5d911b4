package id.lindungdesa.claim;

import id.lindungdesa.benefit.Circumstance;
import id.lindungdesa.benefit.Heir;
import id.lindungdesa.benefit.Programme;
import id.lindungdesa.benefit.Shares;
import id.lindungdesa.claim.Benefits.Line;
import id.lindungdesa.enrolment.Enrolment;
import id.lindungdesa.money.Rupiah;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who is paid what of a claim, and to which account. */
@Component
class Payees {

    private final Claims claims;
    private final ClaimFiles files;
    private final Benefits benefits;
    private final AccountChecks checks;
    private final Enrolment enrolment;
    private final HeirAges ages;
    private final List<OtherPayees> others;

    Payees(Claims claims, ClaimFiles files, Benefits benefits, AccountChecks checks, Enrolment enrolment, HeirAges ages,
            List<OtherPayees> others) {
        this.claims = claims;
        this.files = files;
        this.benefits = benefits;
        this.checks = checks;
        this.enrolment = enrolment;
        this.ages = ages;
        this.others = others;
    }

    /** Everybody who has a part of the claim, paid or not. */
    List<Payee> of(UUID claimId) {
        return of(claimId, benefits.lines(claimId));
    }

    /** Those who still have something to be paid, and that alone. */
    List<Payee> unpaid(UUID claimId) {
        return of(claimId, benefits.lines(claimId).stream().filter(line -> line.transferId() == null).toList());
    }

    /** A person of that place, whether he has a part of the claim itself or is paid beside it. */
    Optional<Payee> person(UUID claimId, int place) {
        if (place <= OtherPayees.HIGHEST_PLACE) {
            return others.stream().flatMap(module -> module.find(claimId, place).stream()).findFirst().map(Payees::payee);
        }
        Rupiah part = benefits.lines(claimId).stream().filter(line -> line.payee() == place).map(Line::rupiah).reduce(Rupiah.ZERO, Rupiah::plus);
        List<Heir> heirs = files.heirs(claimId);
        boolean worker = place == Shares.WORKER && claims.get(claimId).programme() == Programme.JKK;
        return worker || heirs.stream().anyMatch(heir -> heir.place() == place) ? Optional.of(payee(claimId, place, part, heirs)) : Optional.empty();
    }

    static Payee payee(OtherPayee other) {
        return new Payee(other.place(), other.entitled(), other.receiver(), other.account(), other.rupiah());
    }

    /** Those who receive these lines. */
    List<Payee> of(UUID claimId, List<Line> lines) {
        Map<Integer, Rupiah> parts = lines.stream().collect(Collectors.groupingBy(Line::payee, TreeMap::new,
                Collectors.reducing(Rupiah.ZERO, Line::rupiah, Rupiah::plus)));
        List<Heir> heirs = files.heirs(claimId);
        List<Payee> payees = new ArrayList<>();
        parts.forEach((place, rupiah) -> payees.add(payee(claimId, place, rupiah, heirs)));
        return payees;
    }

    private Payee payee(UUID claimId, int place, Rupiah rupiah, List<Heir> heirs) {
        if (place == Shares.FUND) {
            return new Payee(place, Letters.payeeName(place, heirs), "Dana Jaminan Sosial", "Dana Jaminan Sosial", rupiah);
        }
        Optional<String> changed = checks.changed(claimId, place);
        if (place == Shares.WORKER) {
            String name = enrolment.worker(claims.get(claimId).workerId()).name();
            return new Payee(place, name + " (pekerja)", name, changed.or(() -> checks.ofWorker(claimId)).orElse(null), rupiah);
        }
        Heir heir = heirs.stream().filter(one -> one.place() == place).findFirst().orElseThrow();
        Circumstance own = heir.circumstance();
        Optional<Heir> attorney = heirs.stream().filter(other -> own.receivedBy() != null && other.place() == own.receivedBy()).findFirst();
        if (own.guardian() != null && (own.birthDate() == null || ages.isUnderAge(own.birthDate()))) {
            return new Payee(place, Letters.payeeName(place, heirs), own.guardian().name(), changed.orElse(own.guardian().account()), rupiah);
        }
        if (attorney.isPresent()) {
            return new Payee(place, Letters.payeeName(place, heirs), attorney.get().name(),
                    changed.or(() -> checks.changed(claimId, attorney.get().place())).orElse(attorney.get().account()), rupiah);
        }
        return new Payee(place, Letters.payeeName(place, heirs), heir.name(), changed.orElse(heir.account()), rupiah);
    }
}
