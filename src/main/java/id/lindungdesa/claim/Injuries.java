package id.lindungdesa.claim;

import id.lindungdesa.benefit.BodyPart;
import id.lindungdesa.benefit.Consequence;
import id.lindungdesa.benefit.Injury;
import id.lindungdesa.benefit.Injury.Absence;
import id.lindungdesa.benefit.Injury.Disability;
import id.lindungdesa.benefit.Injury.Fare;
import id.lindungdesa.benefit.Injury.HomeCare;
import id.lindungdesa.benefit.Injury.Loss;
import id.lindungdesa.benefit.Injury.Mode;
import id.lindungdesa.benefit.Injury.Side;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.money.Rupiah;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was told of the accidents and occupational diseases of claims, and what the doctors found. */
@Repository
class Injuries {

    private final JdbcClient jdbc;

    Injuries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is kept of an accident; everything of stage II is null or empty until the doctor has spoken. */
    record Kept(Accident accident, Consequence consequence, LocalDate diedOn, Injury injury) {}

    void add(UUID claimId, Accident accident) {
        jdbc.sql("""
                insert into claim_injury (claim_id, accident_at, place, chronology, worker_account, income_rupiah)
                values (:claim, :at, :place, :chronology, :account, :income)
                    on conflict (claim_id) do nothing""")
                .param("claim", claimId).param("at", Claims.time(accident.at())).param("place", accident.place())
                .param("chronology", accident.chronology()).param("account", accident.account())
                .param("income", amount(accident.incomeBase())).update();
    }

    /** The claim is about the worker's death of an accident that an earlier claim was paid for. */
    void follow(UUID claimId, UUID earlier) {
        jdbc.sql("update claim_claim set follows_id = :earlier where id = :claim")
                .param("claim", claimId).param("earlier", earlier).update();
    }

    Optional<UUID> followedBy(UUID claimId) {
        return jdbc.sql("select follows_id from claim_claim where id = :claim and follows_id is not null")
                .param("claim", claimId).query(UUID.class).optional();
    }

    /** What became of the worker; empty while nobody knows. */
    Optional<Consequence> consequence(UUID claimId) {
        return jdbc.sql("select consequence from claim_claim where id = :claim and consequence is not null")
                .param("claim", claimId).query(String.class).optional().map(Consequence::valueOf);
    }

    void become(UUID claimId, Consequence consequence) {
        jdbc.sql("update claim_claim set consequence = :consequence where id = :claim")
                .param("claim", claimId).param("consequence", consequence == null ? null : consequence.name()).update();
    }

    /** Replaces what was known of it by the doctor's word and the accident as it is known by now. */
    void save(UUID claimId, Kept kept) {
        Accident accident = kept.accident();
        Injury injury = kept.injury();
        jdbc.sql("""
                update claim_injury
                   set accident_at = :at, place = :place, chronology = :chronology, worker_account = :account,
                       income_rupiah = :income, determined_on = :determined, died_on = :died, dominant_hand = :hand,
                       unable_months = :months, unable_days = :days, home_care_months = :careMonths,
                       home_care_rupiah = :careRupiah
                 where claim_id = :claim""")
                .param("at", Claims.time(accident.at())).param("place", accident.place())
                .param("chronology", accident.chronology()).param("account", accident.account())
                .param("income", amount(accident.incomeBase())).param("determined", injury.recoveredOn())
                .param("died", kept.diedOn()).param("hand", injury.dominantHand() == null ? null : injury.dominantHand().name())
                .param("months", injury.unableToWork() == null ? null : injury.unableToWork().months())
                .param("days", injury.unableToWork() == null ? null : injury.unableToWork().days())
                .param("careMonths", injury.homeCare() == null ? null : injury.homeCare().months())
                .param("careRupiah", injury.homeCare() == null ? null : amount(injury.homeCare().rupiah()))
                .param("claim", claimId).update();
        jdbc.sql("delete from claim_disability where claim_id = :claim").param("claim", claimId).update();
        jdbc.sql("delete from claim_fare where claim_id = :claim").param("claim", claimId).update();
        int place = 1;
        for (Disability lost : injury.disabilities()) {
            jdbc.sql("""
                    insert into claim_disability (claim_id, place, part, side, loss, percent_lost)
                    values (:claim, :place, :part, :side, :loss, :percent)""")
                    .param("claim", claimId).param("place", place++).param("part", lost.part().name())
                    .param("side", lost.side() == null ? null : lost.side().name()).param("loss", lost.loss().name())
                    .param("percent", lost.percentLost()).update();
        }
        place = 1;
        for (Fare fare : injury.transport()) {
            jdbc.sql("insert into claim_fare (claim_id, place, mode, rupiah) values (:claim, :place, :mode, :rupiah)")
                    .param("claim", claimId).param("place", place++).param("mode", fare.mode().name())
                    .param("rupiah", fare.rupiah().amount()).update();
        }
        become(claimId, kept.consequence());
    }

    Optional<Kept> find(UUID claimId) {
        List<Disability> disabilities = jdbc.sql("select part, side, loss, percent_lost from claim_disability where claim_id = :claim order by place")
                .param("claim", claimId).query((row, number) -> new Disability(BodyPart.valueOf(row.getString("part")),
                        named(Side.class, row.getString("side")), Loss.valueOf(row.getString("loss")),
                        row.getObject("percent_lost", Integer.class))).list();
        List<Fare> fares = jdbc.sql("select mode, rupiah from claim_fare where claim_id = :claim order by place")
                .param("claim", claimId).query((row, number) -> new Fare(Mode.valueOf(row.getString("mode")),
                        Rupiah.of(row.getLong("rupiah")))).list();
        return jdbc.sql("select injury.*, claim.consequence from claim_injury injury join claim_claim claim on claim.id = injury.claim_id where claim_id = :claim")
                .param("claim", claimId).query((row, number) -> kept(row, disabilities, fares)).optional();
    }

    private static Kept kept(ResultSet row, List<Disability> disabilities, List<Fare> fares) throws SQLException {
        Instant at = Claims.instant(row, "accident_at");
        Accident accident = new Accident(at, row.getString("place"), row.getString("chronology"), row.getString("worker_account"),
                rupiah(row, "income_rupiah"));
        Integer months = row.getObject("unable_months", Integer.class);
        Integer days = row.getObject("unable_days", Integer.class);
        Integer careMonths = row.getObject("home_care_months", Integer.class);
        Rupiah care = rupiah(row, "home_care_rupiah");
        return new Kept(accident, named(Consequence.class, row.getString("consequence")), row.getObject("died_on", LocalDate.class),
                new Injury(at == null ? null : at.atZone(WorkingDays.JAKARTA).toOffsetDateTime(),
                        row.getObject("determined_on", LocalDate.class), accident.incomeBase(),
                        named(Side.class, row.getString("dominant_hand")), disabilities,
                        months == null && days == null ? null : new Absence(months == null ? 0 : months, days == null ? 0 : days),
                        fares, careMonths == null && care == null ? null : new HomeCare(careMonths, care), List.of()));
    }

    private static Rupiah rupiah(ResultSet row, String column) throws SQLException {
        Long amount = row.getObject(column, Long.class);
        return amount == null ? null : Rupiah.of(amount);
    }

    private static Long amount(Rupiah rupiah) {
        return rupiah == null ? null : rupiah.amount();
    }

    private static <T extends Enum<T>> T named(Class<T> type, String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
