package id.lindungdesa.grant;

import id.lindungdesa.grant.Disbursement.State;
import id.lindungdesa.money.Rupiah;
import id.lindungdesa.refusal.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The villages' tranches as they are stored; every change names the state it starts from. */
@Repository
class Disbursements {

    private static final String SELECT = """
            select id, allocation_id, decree_id, tranche, tranches, percent, rupiah, premium_rupiah, village_code,
                   village_label, district_code, regency_code, province_code, state, run_id, forwarding_reference
              from grant_disbursement
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final ThreadLocal<Map<UUID, Disbursement>> opened = new ThreadLocal<>();

    Disbursements(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    void add(List<Disbursement> opened, Instant at) {
        batch.batchUpdate("""
                insert into grant_disbursement (id, allocation_id, decree_id, tranche, tranches, percent, rupiah,
                       premium_rupiah, village_code, village_label, district_code, regency_code, province_code, state,
                       opened_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", opened, 500, (row, one) -> {
                    row.setObject(1, one.id());
                    row.setObject(2, one.allocationId());
                    row.setObject(3, one.decreeId());
                    row.setInt(4, one.tranche());
                    row.setInt(5, one.tranches());
                    row.setInt(6, one.percent());
                    row.setLong(7, one.rupiah().amount());
                    row.setLong(8, one.premium().amount());
                    row.setString(9, one.villageCode());
                    row.setString(10, one.villageLabel());
                    row.setString(11, one.districtCode());
                    row.setString(12, one.regencyCode());
                    row.setString(13, one.provinceCode());
                    row.setString(14, one.state().name());
                    row.setObject(15, at.atOffset(ZoneOffset.UTC));
                });
    }

    /** While their cases are opened, the model asks for each several times: what was just written need not be read. */
    void whileOpened(List<Disbursement> lines, Runnable opening) {
        opened.set(lines.stream().collect(Collectors.toMap(Disbursement::id, Function.identity())));
        try {
            opening.run();
        } finally {
            opened.remove();
        }
    }

    Disbursement get(UUID id) {
        Map<UUID, Disbursement> known = opened.get();
        return known != null && known.containsKey(id) ? known.get(id) : jdbc.sql(SELECT + " where id = :id").param("id", id).query(Disbursements::read).optional()
                .orElseThrow(() -> Refusal.notFound("DISBURSEMENT_UNKNOWN", "Pencairan itu tidak ada."));
    }

    Optional<Disbursement> byForwardingReferenceLocked(String reference) {
        return jdbc.sql(SELECT + " where forwarding_reference = :reference for update").param("reference", reference)
                .query(Disbursements::read).optional();
    }

    /** Moves one from the state in which the caller read it; somebody else's move in between is a conflict. */
    void move(Disbursement before, Disbursement after) {
        int moved = jdbc.sql("update grant_disbursement set state = :next where id = :id and state = :state")
                .param("next", after.state().name()).param("id", before.id()).param("state", before.state().name()).update();
        requireMoved(moved, before);
    }

    void receive(Disbursement before, Disbursement after, Instant at) {
        int moved = jdbc.sql("""
                update grant_disbursement set state = :next, received_at = :at where id = :id and state = :state""")
                .param("next", after.state().name()).param("at", at.atOffset(ZoneOffset.UTC)).param("id", before.id())
                .param("state", before.state().name()).update();
        requireMoved(moved, before);
    }

    /** The lines of a run in order of village; of one that still collects, whoever is ready now. */
    List<Disbursement> of(PaymentRun run) {
        return run.collecting() ? ready(run) : jdbc.sql(SELECT + " where run_id = :run order by village_code")
                .param("run", run.id()).query(Disbursements::read).list();
    }

    private List<Disbursement> ready(PaymentRun run) {
        return jdbc.sql(SELECT + """
                 where decree_id = :decree and regency_code = :regency and state = :ready order by village_code""")
                .param("decree", run.decreeId()).param("regency", run.regencyCode()).param("ready", State.READY.name())
                .query(Disbursements::read).list();
    }

    /** Takes whoever is ready into the run and gives each line the reference of its forwarding. How many there were. */
    int takeReady(PaymentRun run) {
        return jdbc.sql("""
                update grant_disbursement
                   set state = :taken, run_id = :run,
                       forwarding_reference = :reference || '-' || replace(substr(village_code, length(regency_code) + 2), '.', '')
                 where decree_id = :decree and regency_code = :regency and state = :ready""")
                .param("taken", State.IN_RUN.name()).param("run", run.id()).param("reference", run.reference())
                .param("decree", run.decreeId()).param("regency", run.regencyCode()).param("ready", State.READY.name())
                .update();
    }

    /** All lines of a run at once. */
    void moveAll(PaymentRun run, State from, State to) {
        jdbc.sql("update grant_disbursement set state = :to where run_id = :run and state = :from")
                .param("to", to.name()).param("run", run.id()).param("from", from.name()).update();
    }

    /** The next lines of a run that stand there, locked for this transaction. */
    List<Disbursement> nextOf(UUID run, State state, int limit) {
        return jdbc.sql(SELECT + " where run_id = :run and state = :state order by village_code limit :limit for update")
                .param("run", run).param("state", state.name()).param("limit", limit).query(Disbursements::read).list();
    }

    void moveEach(List<Disbursement> lines, State from, State to) {
        int moved = jdbc.sql("""
                update grant_disbursement set state = :to where id = any(cast(:ids as uuid[])) and state = :from""")
                .param("to", to.name()).param("ids", idsOf(lines)).param("from", from.name()).update();
        requireAll(moved, lines);
    }

    /** Gives lines back to the regency's village office: they are in no run any more. */
    void release(List<Disbursement> lines) {
        int moved = jdbc.sql("""
                update grant_disbursement set state = :back, run_id = null, forwarding_reference = null
                 where id = any(cast(:ids as uuid[])) and state = :from""")
                .param("back", State.AWAITING_VERIFICATION.name()).param("ids", idsOf(lines))
                .param("from", State.IN_RUN.name()).update();
        requireAll(moved, lines);
    }

    private static String[] idsOf(List<Disbursement> lines) {
        return lines.stream().map(line -> line.id().toString()).toArray(String[]::new);
    }

    private static void requireAll(int moved, List<Disbursement> lines) {
        if (moved != lines.size()) {
            throw new IllegalStateException("%d of %d lines were moved".formatted(moved, lines.size()));
        }
    }

    private static void requireMoved(int moved, Disbursement before) {
        if (moved != 1) {
            throw Refusal.conflict("CHANGED_MEANWHILE",
                    "Pencairan %s baru saja diubah pejabat lain; muat ulang tugas ini.".formatted(before.villageLabel()));
        }
    }

    private static Disbursement read(ResultSet row, int number) throws SQLException {
        return new Disbursement(row.getObject("id", UUID.class), row.getObject("allocation_id", UUID.class),
                row.getObject("decree_id", UUID.class), row.getInt("tranche"), row.getInt("tranches"), row.getInt("percent"),
                Rupiah.of(row.getLong("rupiah")), Rupiah.of(row.getLong("premium_rupiah")), row.getString("village_code"),
                row.getString("village_label"), row.getString("district_code"), row.getString("regency_code"),
                row.getString("province_code"), State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getObject("run_id", UUID.class)),
                Optional.ofNullable(row.getString("forwarding_reference")));
    }
}
