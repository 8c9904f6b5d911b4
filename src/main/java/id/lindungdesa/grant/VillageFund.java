package id.lindungdesa.grant;

import id.lindungdesa.document.Documents;
import id.lindungdesa.document.StoredDocument;
import id.lindungdesa.grant.CaseFile.Outcome;
import id.lindungdesa.grant.CaseFile.Step;
import id.lindungdesa.grant.CaseFiles.Case;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.ledger.Account;
import id.lindungdesa.ledger.Ledger;
import id.lindungdesa.ledger.Transfer;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.regulation.Allocation;
import id.lindungdesa.regulation.DecreeRegister;
import id.lindungdesa.regulation.DecreeTerms;
import id.lindungdesa.workflow.Workflow;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The village's side of the money: its cases are opened, it asks, it is checked, it receives. */
@Service
class VillageFund {

    static final String PROCESS = "village-grant";

    /** Villages per transaction: large enough to be fast, small enough that a killed job loses seconds. */
    static final int CHUNK = 100;

    private final Disbursements disbursements;
    private final CaseFiles files;
    private final Checklists checklists;
    private final Officers officers;
    private final RegencyPayments payments;
    private final DecreeRegister decrees;
    private final Documents documents;
    private final Ledger ledger;
    private final Workflow workflow;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    VillageFund(Disbursements disbursements, CaseFiles files, Checklists checklists, Officers officers,
            RegencyPayments payments, DecreeRegister decrees, Documents documents, Ledger ledger, Workflow workflow,
            ApplicationEventPublisher events, Clock clock) {
        this.disbursements = disbursements;
        this.files = files;
        this.checklists = checklists;
        this.officers = officers;
        this.payments = payments;
        this.decrees = decrees;
        this.documents = documents;
        this.ledger = ledger;
        this.workflow = workflow;
        this.events = events;
        this.clock = clock;
    }

    /** Opens the first tranche of the next villages of a decree. Whether none is left. */
    @Transactional
    boolean openNextVillages(UUID decreeId) {
        List<Allocation> next = decrees.unopened(decreeId, CHUNK);
        if (!next.isEmpty()) {
            DecreeTerms terms = decrees.terms(decreeId);
            open(next.stream().flatMap(allocation -> tranchesOf(allocation, terms).after(0).stream()
                    .map(tranche -> Disbursement.opened(allocation, terms, tranche))).toList());
            decrees.opened(next.stream().map(Allocation::id).toList());
        }
        return next.size() < CHUNK;
    }

    @Transactional
    void openNextTranche(UUID id) {
        Disbursement received = disbursements.get(id);
        Allocation allocation = decrees.allocation(received.allocationId());
        DecreeTerms terms = decrees.terms(received.decreeId());
        tranchesOf(allocation, terms).after(received.tranche())
                .ifPresent(tranche -> open(List.of(Disbursement.opened(allocation, terms, tranche))));
    }

    Disbursement get(UUID id) {
        return disbursements.get(id);
    }

    /** The operator's request with its documents; the amount in it is compared with the decree's and goes nowhere. */
    @Transactional
    void request(UUID id, Optional<Rupiah> requested, List<UUID> documentIds) {
        Disbursement before = disbursements.get(id);
        Official official = require(before, Role.OPERATOR, before.villageCode(), Step.PREPARE);
        Disbursement after = before.prepared(requested);
        List<StoredDocument> present = presentWith(before, documentIds);
        checklists.of(before.tranche()).requireComplete(present.stream().map(StoredDocument::kind).toList());
        disbursements.move(before, after);
        record(before, Step.PREPARE, Outcome.DONE, official, null, present);
    }

    @Transactional
    void sign(UUID id, boolean approved, String note) {
        Disbursement before = disbursements.get(id);
        Official official = require(before, Role.KADES, before.villageCode(), Step.SIGN);
        decide(before, before.signed(approved), Step.SIGN, official, approved, note);
    }

    @Transactional
    void recommend(UUID id, boolean approved, String note) {
        Disbursement before = disbursements.get(id);
        Official official = require(before, Role.CAMAT, before.districtCode(), Step.RECOMMEND);
        decide(before, before.recommended(approved), Step.RECOMMEND, official, approved, note);
    }

    /** The regency's last check; a village that passes it is ready and joins the regency's next run. */
    @Transactional
    void verify(UUID id, boolean approved, String note) {
        Disbursement before = disbursements.get(id);
        Official official = require(before, Role.PMD, before.regencyCode(), Step.VERIFY);
        decide(before, before.verified(approved), Step.VERIFY, official, approved, note);
        if (approved) {
            payments.collect(before);
        }
    }

    /**
     * The treasurer found the money: it leaves the regency's transit, and its share for premiums lies on an account of its
     * own from this moment. Nothing leaves the house here, so the books and the decision are one transaction.
     *
     * @return whether this was the last tranche
     */
    @Transactional
    boolean receive(UUID id, Optional<Rupiah> arrived, List<UUID> documentIds) {
        Disbursement before = disbursements.get(id);
        Official official = require(before, Role.BENDAHARA, before.villageCode(), Step.CONFIRM);
        Disbursement after = before.received(arrived);
        List<StoredDocument> present = presentWith(before, documentIds);
        Instant now = clock.instant();
        disbursements.receive(before, after, now);
        record(before, Step.CONFIRM, Outcome.DONE, official, null, present);
        Allocation allocation = decrees.allocation(before.allocationId());
        DecreeTerms terms = decrees.terms(before.decreeId());
        ledger.postAll(receiptOf(before, terms.legalBasis(), now));
        events.publishEvent(new FundsReceived(before.id(), before.allocationId(), before.decreeId(), before.villageCode(),
                before.tranche(), before.grant().amount(), before.premium().amount()));
        return tranchesOf(allocation, terms).after(before.tranche()).isEmpty();
    }

    private static List<Transfer> receiptOf(Disbursement line, String legalBasis, Instant at) {
        Account transit = Account.regencyTransit(line.regencyCode(), line.decreeId());
        String reference = line.id().toString();
        List<Transfer> transfers = new ArrayList<>();
        if (!line.grant().isZero()) {
            transfers.add(Transfer.of("FORWARDED_GRANT", transit, Account.villageGrant(line.villageCode(), line.decreeId()),
                    line.grant(), reference, legalBasis, at, line.id()));
        }
        if (!line.premium().isZero()) {
            transfers.add(Transfer.of("FORWARDED_PREMIUM", transit,
                    Account.villagePremium(line.villageCode(), line.decreeId()), line.premium(), reference, legalBasis, at,
                    line.id()));
        }
        return transfers;
    }

    private void open(List<Disbursement> opened) {
        disbursements.add(opened, clock.instant());
        disbursements.whileOpened(opened, () -> opened.forEach(one ->
                workflow.start(PROCESS, one.id(), Map.of("disbursementId", one.id().toString()))));
    }

    private Official require(Disbursement disbursement, Role role, String area, Step step) {
        return officers.require(role, area, step, files.of(Case.of(disbursement)));
    }

    private void decide(Disbursement before, Disbursement after, Step step, Official official, boolean approved, String note) {
        Officers.requireNote(approved, note);
        disbursements.move(before, after);
        record(before, step, Outcome.of(approved), official, note, List.of());
    }

    private void record(Disbursement disbursement, Step step, Outcome outcome, Official official, String note,
            List<StoredDocument> present) {
        Instant now = clock.instant();
        files.attach(Case.of(disbursement), present, now);
        files.decided(Case.of(disbursement), step, outcome, official, note, now);
    }

    /** What the case carries already, and what comes with this step. */
    private List<StoredDocument> presentWith(Disbursement disbursement, List<UUID> documentIds) {
        List<StoredDocument> all = new ArrayList<>(documents.requireAll(files.documentsOf(Case.of(disbursement))));
        documents.requireForAttaching(documentIds).stream().filter(document -> !all.contains(document)).forEach(all::add);
        return all;
    }

    private static Tranches tranchesOf(Allocation allocation, DecreeTerms terms) {
        return Tranches.of(Rupiah.of(allocation.rupiah()), terms.tranchePercents(), terms.premiumSharePercent());
    }
}
