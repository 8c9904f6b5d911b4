package id.lindungdesa.reporting;

import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import id.lindungdesa.rest.Page;
import id.lindungdesa.rest.Paging;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds a claim by its number, by the worker's NIK or by part of his name, among those of the caller's villages and
 * branches. What is looked for comes in a body and goes into no log or address.
 */
@Service
class ClaimSearch {

    private static final Role[] VILLAGE = {Role.OPERATOR, Role.KADES, Role.LURAH, Role.SEKDES};
    private static final Role[] BRANCH = {Role.BPJS_AR, Role.BPJS_VERIFIKATOR, Role.BPJS_KABID, Role.BPJS_KACAB,
        Role.BPJS_KEUANGAN};
    private static final int SHORTEST_NAME = 3;
    private static final Map<String, String> ORDERS = Map.of("filedAt", "filed_at", "number", "number", "payBy", "pay_by");

    private final JdbcClient jdbc;
    private final CurrentUser currentUser;

    ClaimSearch(JdbcClient jdbc, CurrentUser currentUser) {
        this.jdbc = jdbc;
        this.currentUser = currentUser;
    }

    /** What is looked for; all that is given must fit, nothing given finds every claim of the area. */
    record Wanted(String number, String nik, String name, String state) {}

    record Found(UUID id, String number, String programme, String state, String villageCode, String branch, String workerName,
                 String workerNik, LocalDate eventDate, OffsetDateTime filedAt, LocalDate payBy) {}

    @Transactional(readOnly = true)
    Page<Found> find(Wanted wanted, Paging paging) {
        check(wanted);
        Map<String, Object> values = new TreeMap<>();
        String where = " from report_claim_person where " + String.join(" and ", conditions(wanted, currentUser.get(), values));
        long total = with(jdbc.sql("select count(*)" + where), values).query(Long.class).single();
        values.put("limit", paging.limit());
        values.put("offset", paging.offset());
        List<Found> found = with(jdbc.sql("""
                select id, number, programme, state, village_code, branch, worker_name,
                       left(worker_nik, 4) || '**********' || right(worker_nik, 2) as worker_nik, event_date, filed_at, pay_by
                """ + where + " order by " + paging.orderBy(ORDERS, paging.sort().isEmpty() ? "filed_at desc, id" : "id")
                + " limit :limit offset :offset"), values).query(Found.class).list();
        return Page.of(paging, found, total);
    }

    private static void check(Wanted wanted) {
        if (wanted.nik() != null && !wanted.nik().matches("\\d{16}")) {
            throw refused("nik", "NIK_SHAPE", "NIK dicari utuh: 16 angka.");
        }
        if (wanted.name() != null && wanted.name().strip().length() < SHORTEST_NAME) {
            throw refused("name", "NAME_TOO_SHORT", "Tulis sedikitnya %d huruf dari nama.".formatted(SHORTEST_NAME));
        }
    }

    private static Refusal refused(String field, String code, String message) {
        return Refusal.invalid(code, message, List.of(Finding.at("/" + field, field, code, message)));
    }

    private static List<String> conditions(Wanted wanted, Official who, Map<String, Object> values) {
        List<String> conditions = new ArrayList<>(List.of(area(who, values)));
        if (wanted.number() != null) {
            conditions.add("id in (select claim_id from report_claim_number where number = :number)");
            values.put("number", wanted.number().strip().toUpperCase(Locale.ROOT));
        }
        if (wanted.nik() != null) {
            conditions.add("worker_nik = :nik");
            values.put("nik", wanted.nik());
        }
        if (wanted.name() != null) {
            conditions.add("lower(worker_name) like :name");
            values.put("name", "%" + wanted.name().strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        if (wanted.state() != null) {
            conditions.add("state = :state");
            values.put("state", wanted.state());
        }
        return conditions;
    }

    /** Of one village or branch, as nearly everybody, the index gives the order as well. */
    private static String area(Official who, Map<String, Object> values) {
        String[] villages = areas(who, VILLAGE);
        String[] branches = areas(who, BRANCH);
        if (villages.length + branches.length == 1) {
            values.put("area", villages.length == 1 ? villages[0] : branches[0]);
            return (villages.length == 1 ? "village_code" : "branch") + " = :area";
        }
        values.put("villages", villages);
        values.put("branches", branches);
        return "(village_code = any(:villages) or branch = any(:branches))";
    }

    private static String[] areas(Official who, Role... roles) {
        return who.offices().stream().filter(office -> Arrays.asList(roles).contains(office.role()))
                .map(Official.Office::area).distinct().toArray(String[]::new);
    }

    private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, Map<String, Object> values) {
        values.forEach(statement::param);
        return statement;
    }
}
