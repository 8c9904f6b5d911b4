package id.lindungdesa.rulebook;

import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.regulation.RuleBook;
import id.lindungdesa.rulebook.JudgedCases.Compared;
import id.lindungdesa.rulebook.RuleVersion.Hand;
import id.lindungdesa.workflow.DecisionTables;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings a version of a table from its upload into force. Every step is taken by the official who is logged in. */
@Service
class RuleChange {

    private static final Logger log = LoggerFactory.getLogger(RuleChange.class);
    private static final Role[] PROPOSERS = {Role.ADMIN, Role.PENGELOLA_ATURAN};

    private final RuleVersions versions;
    private final Proposal proposal;
    private final DecisionTables tables;
    private final RuleBook ruleBook;
    private final List<JudgedCases> judges;
    private final RuleChangeProcess process;
    private final CurrentUser currentUser;
    private final Clock clock;
    /** Cases judged in one transaction; a case is some milliseconds. */
    private final int casesAtOnce;

    RuleChange(RuleVersions versions, Proposal proposal, DecisionTables tables, RuleBook ruleBook, List<JudgedCases> judges,
            RuleChangeProcess process, CurrentUser currentUser, Clock clock,
            @Value("${lindungdesa.rules.cases-at-once:200}") int casesAtOnce) {
        this.versions = versions;
        this.proposal = proposal;
        this.tables = tables;
        this.ruleBook = ruleBook;
        this.judges = judges.stream().sorted(Comparator.comparing(JudgedCases::subject)).toList();
        this.process = process;
        this.currentUser = currentUser;
        this.clock = clock;
        this.casesAtOnce = casesAtOnce;
    }

    /** Keeps a version that could be put in force; a draft waits for its process to be started. */
    @Transactional
    public UUID propose(String decision, LocalDate from, String reason, String xml, boolean draft) {
        Hand proposer = hand(PROPOSERS);
        Proposal.Sound sound = proposal.sound(decision, from, reason, xml);
        UUID id = UUID.randomUUID();
        versions.add(RuleVersion.proposed(id, decision, from, sound.reason(), sound.base().version(), proposer), texts(sound), proposer.at());
        if (!draft) {
            process.start(id);
        }
        return id;
    }

    /** Another table, day or reason for a version that was returned. */
    @Transactional
    public void correct(UUID id, LocalDate from, String reason, String xml) {
        Hand proposer = hand(PROPOSERS);
        RuleVersion before = versions.lock(id);
        Proposal.Sound sound = proposal.sound(before.decision(), from == null ? before.inForceOn() : from,
                reason == null || reason.isBlank() ? before.reason() : reason, xml == null ? versions.texts(id).dmn() : xml);
        versions.correct(before, before.corrected(sound.inForceOn(), sound.reason(), sound.base().version(), proposer), texts(sound));
    }

    private static RuleVersions.Texts texts(Proposal.Sound sound) {
        return new RuleVersions.Texts(sound.dmn(), sound.base().dmn(), sound.released());
    }

    @Transactional
    public void submit(UUID id) {
        Hand proposer = hand(PROPOSERS);
        change(id, version -> version.submitted(proposer, null));
    }

    /** Submits a returned version again, or takes it back. */
    @Transactional
    public void revise(UUID id, boolean resubmitted, String note) {
        Hand proposer = hand(PROPOSERS);
        change(id, version -> resubmitted ? version.submitted(proposer, note) : version.withdrawn(proposer, note));
        if (resubmitted) {
            versions.forget(id);
        }
    }

    /**
     * Judges the next cases by the table in force and by the new one, and keeps those that come out otherwise.
     *
     * @return whether that were the last
     */
    @Transactional
    public boolean compareNext(UUID id) {
        RuleVersion version = versions.lock(id);
        RuleVersions.Progress progress = versions.progress(id);
        RuleBook then = RuleBook.by(tables.trying(version.decision(), versions.texts(id).dmn()));
        String subject = progress.after() == null ? null : progress.after().substring(0, progress.after().indexOf('/'));
        UUID after = progress.after() == null ? null : UUID.fromString(progress.after().substring(progress.after().indexOf('/') + 1));
        for (JudgedCases judge : judges) {
            if (subject != null && judge.subject().compareTo(subject) < 0) {
                continue;
            }
            List<Compared> cases = judge.compare(ruleBook, then, judge.subject().equals(subject) ? after : null, casesAtOnce);
            cases.stream().filter(one -> !one.present().equals(one.coming())).forEach(one -> versions.add(id, judge.subject(), one));
            if (!cases.isEmpty()) {
                versions.progressed(id, judge.subject() + "/" + cases.get(cases.size() - 1).id(), cases.size(), null);
                return false;
            }
        }
        proposal.workedCases(version.decision(), versions.texts(id).dmn()).forEach(one -> versions.add(id, one));
        versions.progressed(id, progress.after(), 0, clock.instant());
        versions.update(version, version.compared());
        return true;
    }

    @Transactional
    public void review(UUID id, boolean approved, String note) {
        Hand reviewer = hand(Role.BIRO_HUKUM);
        change(id, version -> version.reviewed(approved, reviewer, note));
    }

    @Transactional
    public void decide(UUID id, boolean approved, String note) {
        Hand approver = hand(Role.BPJS_KANWIL);
        if (approved) {
            requireSameBase(versions.lock(id));
        }
        change(id, version -> version.decided(approved, approver, note));
    }

    /** What was compared and reviewed must be what changes: a release may have brought another table meanwhile. */
    private void requireSameBase(RuleVersion version) {
        if (!tables.inForce(version.decision()).dmn().equals(versions.texts(version.id()).base())) {
            throw Refusal.conflict("RULE_BASE_CHANGED", "Tabel %s yang berlaku sudah berubah sejak usulan ini dibandingkan. Tolak usulan ini; pengusul mengajukan lagi terhadap tabel yang baru."
                    .formatted(version.decision()));
        }
    }

    @Transactional
    public void putInForce(UUID id) {
        RuleVersion version = versions.lock(id);
        requireSameBase(version);
        String as = tables.putInForce(version.decision(), versions.texts(id).dmn(), "rule version " + id);
        versions.update(version, version.inForce(as));
        log.info("Rule {} is in force from {}, approved as version {}", as, version.inForceOn(), id);
    }

    private void change(UUID id, UnaryOperator<RuleVersion> step) {
        RuleVersion before = versions.lock(id);
        versions.update(before, step.apply(before));
    }

    private Hand hand(Role... roles) {
        currentUser.require(roles);
        Official official = currentUser.acting(who -> who.is(roles));
        return new Hand(official.user(), official.name(), clock.instant());
    }
}
