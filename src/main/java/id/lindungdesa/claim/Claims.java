package id.lindungdesa.claim;

import id.lindungdesa.benefit.Cause;
import id.lindungdesa.benefit.Programme;
import id.lindungdesa.claim.Claim.Proposal;
import id.lindungdesa.refusal.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Claims and what was done on them. */
@Repository
class Claims {

    private static final String COLUMNS = """
            select id, number, programme, worker_id, village_code, branch, event_date, cause, state, filed_by, filed_at,
                   received_at, complete_at, pay_by, proposal, bank_reference
              from claim_claim
            """;

    private final JdbcClient jdbc;
    private final ClaimProgress progress;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Claims(JdbcClient jdbc, ClaimProgress progress, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.progress = progress;
        this.events = events;
        this.clock = clock;
    }

    /** {@code JKM-2023-000001}: counted without gaps by programme and year. */
    String nextNumber(Programme programme, int year) {
        int next = jdbc.sql("""
                insert into claim_counter (programme, year, last) values (:programme, :year, 1)
                    on conflict (programme, year) do update set last = claim_counter.last + 1
                returning last""")
                .param("programme", programme.name()).param("year", year).query(Integer.class).single();
        return "%s-%d-%06d".formatted(programme.name(), year, next);
    }

    /** Whoever else files or submits a claim for this worker waits until this transaction is over. */
    void lockDeathOf(UUID workerId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('claim/' || :worker, 0))")
                .param("worker", workerId.toString()).query((row, number) -> true).single();
    }

    /** The number of the claim that was submitted for this worker's death, under whichever programme; not of that one. */
    Optional<String> submittedForDeath(UUID workerId, UUID exceptClaim) {
        return jdbc.sql("""
                select number from claim_claim
                 where worker_id = :worker and id <> :except and state <> 'DRAFT'
                   and (programme = 'JKM' or consequence = 'DEATH')""")
                .param("worker", workerId).param("except", exceptClaim).query(String.class).optional();
    }

    /** The number of the claim that was submitted for an accident of this worker on that day, or for his death by then. */
    Optional<String> submittedForAccident(UUID workerId, LocalDate event, UUID exceptClaim) {
        return jdbc.sql("""
                select number from claim_claim
                 where worker_id = :worker and id <> :except and state <> 'DRAFT'
                   and (programme = 'JKK' and event_date = :event or programme = 'JKM' and event_date <= :event)
                 order by filed_at limit 1""")
                .param("worker", workerId).param("event", event).param("except", exceptClaim).query(String.class).optional();
    }

    /** By the number it bears, or bore before it was reclassified. */
    Optional<Claim> byNumber(String number) {
        return jdbc.sql(COLUMNS + """
                 where number = :number or id = (select claim_id from claim_former_number former where former.number = :number)""")
                .param("number", number).query(this::claim).optional();
    }

    /** Keeps a number that was given up, so that letters under it are still found. */
    void keepNumber(Claim before, Instant until) {
        jdbc.sql("insert into claim_former_number (number, claim_id, until) values (:number, :claim, :until)")
                .param("number", before.number()).param("claim", before.id()).param("until", time(until)).update();
    }

    List<String> formerNumbers(UUID claimId) {
        return jdbc.sql("select number from claim_former_number where claim_id = :claim order by until")
                .param("claim", claimId).query(String.class).list();
    }

    void add(Claim claim) {
        jdbc.sql("""
                insert into claim_claim (id, number, programme, worker_id, village_code, branch, event_date, cause, state,
                                         filed_by, filed_at, consequence)
                values (:id, :number, :programme, :worker, :village, :branch, :event, :cause, :state, :filedBy, :filedAt,
                        case when :programme = 'JKM' then 'DEATH' end)""")
                .param("id", claim.id()).param("number", claim.number()).param("programme", claim.programme().name())
                .param("worker", claim.workerId()).param("village", claim.villageCode()).param("branch", claim.branch())
                .param("event", claim.eventDate()).param("cause", claim.cause().name())
                .param("state", claim.state().name()).param("filedBy", claim.filedBy())
                .param("filedAt", time(claim.filedAt())).update();
        progress.reached(claim.id(), claim.state(), claim.filedAt());
    }

    Optional<UUID> idOf(String number) {
        return jdbc.sql("select id from claim_claim where number = :number").param("number", number).query(UUID.class).optional();
    }

    Optional<Claim> find(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id").param("id", id).query(this::claim).optional();
    }

    Claim get(UUID id) {
        return find(id).orElseThrow(Claims::unknown);
    }

    /** The claim for a step on it: two steps at once come one after the other. */
    Claim lock(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id for update").param("id", id).query(this::claim).optional()
                .orElseThrow(Claims::unknown);
    }

    UUID requireId(String number) {
        return byNumber(number).map(Claim::id).orElseThrow(Claims::unknown);
    }

    /** Claims that were calculated and are not paid yet, and those of which a transfer came back. */
    List<Claim> awaitingAccounts() {
        return jdbc.sql(COLUMNS + " " + """
                where state in ('ASSESSED', 'PROPOSED', 'ENDORSED', 'APPROVED')
                    or exists (select from claim_correction correction where correction.claim_id = claim_claim.id
                                and correction.kind = 'RETURNED' and correction.state in ('BOOKED', 'CORRECTED', 'APPROVED'))
                 order by number""").query(this::claim).list();
    }

    /** Claims beside which a month without work or a difference is being decided on. */
    List<Claim> awaitingBeside() {
        return jdbc.sql(COLUMNS + " " + """
                where exists (select from claim_interim interim where interim.claim_id = claim_claim.id
                               and interim.state in ('PROPOSED', 'ENDORSED', 'APPROVED'))
                    or exists (select from claim_supplement supplement where supplement.claim_id = claim_claim.id
                               and supplement.state in ('PROPOSED', 'ENDORSED', 'APPROVED'))
                 order by number""").query(this::claim).list();
    }

    void update(Claim before, Claim after) {
        int updated = jdbc.sql("""
                update claim_claim
                   set number = :number, programme = :programme, event_date = :event, cause = :cause,
                       state = :state, received_at = :received, complete_at = :complete, pay_by = :payBy,
                       proposal = :proposal, bank_reference = :reference
                 where id = :id and state = :before""")
                .param("number", after.number()).param("programme", after.programme().name())
                .param("event", after.eventDate()).param("cause", after.cause().name())
                .param("state", after.state().name()).param("received", time(after.receivedAt()))
                .param("complete", time(after.completeAt())).param("payBy", after.payBy())
                .param("proposal", after.proposal() == null ? null : after.proposal().name())
                .param("reference", after.bankReference())
                .param("id", before.id()).param("before", before.state().name()).update();
        if (updated != 1) {
            throw Refusal.conflict("CLAIM_STATE", "Klaim %s baru saja diubah. Muat ulang.".formatted(before.number()));
        }
        if (before.state() != after.state()) {
            progress.reached(after.id(), after.state(), clock.instant());
            events.publishEvent(new ClaimMoved(before, after));
        }
    }

    void add(UUID claimId, Deed deed) {
        jdbc.sql("""
                insert into claim_decision (claim_id, step, outcome, note, user_id, user_name, at)
                values (:claim, :step, :outcome, :note, :user, :name, :at)""")
                .param("claim", claimId).param("step", deed.step().name()).param("outcome", deed.outcome().name())
                .param("note", deed.note()).param("user", deed.user()).param("name", deed.name())
                .param("at", time(deed.at())).update();
    }

    private List<Deed> deedsOf(UUID claimId) {
        return jdbc.sql("select step, outcome, note, user_id, user_name, at from claim_decision where claim_id = :claim order by entry_number")
                .param("claim", claimId)
                .query((row, number) -> new Deed(Step.valueOf(row.getString("step")),
                        Outcome.valueOf(row.getString("outcome")), row.getString("note"), row.getString("user_id"),
                        row.getString("user_name"), instant(row, "at")))
                .list();
    }

    private Claim claim(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String proposal = row.getString("proposal");
        return new Claim(id, row.getString("number"), Programme.valueOf(row.getString("programme")),
                row.getObject("worker_id", UUID.class), row.getString("village_code"), row.getString("branch"),
                row.getObject("event_date", LocalDate.class), Cause.valueOf(row.getString("cause")),
                ClaimState.valueOf(row.getString("state")), row.getString("filed_by"), instant(row, "filed_at"),
                instant(row, "received_at"), instant(row, "complete_at"), row.getObject("pay_by", LocalDate.class),
                proposal == null ? null : Proposal.valueOf(proposal), row.getString("bank_reference"), deedsOf(id));
    }

    static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Refusal unknown() {
        return Refusal.notFound("CLAIM_UNKNOWN", "Klaim tidak ditemukan.");
    }
}
