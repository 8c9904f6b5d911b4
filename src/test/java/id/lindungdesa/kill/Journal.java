package id.lindungdesa.kill;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was answered with success, and how each of it is found again in the database. */
final class Journal {

    /** Kinds of effects; {@code missing} answers which of the given keys are not there. */
    enum Effect {
        TASK("not exists (select from act_hi_taskinst where id_ = k and end_time_ is not null) or exists (select from act_ru_task where id_ = k)"),
        DOCUMENT("not exists (select from document_file where id::text = split_part(k, ' ', 1) and sha256 = split_part(k, ' ', 2))"),
        DECREE("not exists (select from regulation_decree where id::text = k)"),
        CLAIM("not exists (select from claim_claim where id::text = split_part(k, ' ', 1) and number = split_part(k, ' ', 2))"),
        CREDIT("not exists (select from grant_bank_credit where id::text = split_part(k, ' ', 1) and reference = split_part(k, ' ', 2) "
                + "and rupiah = split_part(k, ' ', 3)::bigint)"),
        CONFIRMATION("not exists (select from premium_confirmation where id::text = split_part(k, ' ', 1) "
                + "and billing_code = split_part(k, ' ', 2) and rupiah = split_part(k, ' ', 3)::bigint and outcome = 'ACCEPTED')"),
        IMPORT("not exists (select from enrolment_import where id::text = k)"),
        WORKER("not exists (select from enrolment_worker w join enrolment_entry on worker_id = w.id where nik = k)"),
        OFFICE("not exists (select from identity_office join act_id_user on id_ = user_id "
                + "join act_id_membership on user_id_ = user_id and group_id_ = role where user_id = k and member)");

        private final String missing;

        Effect(String missing) {
            this.missing = missing;
        }
    }

    private final Map<Effect, List<String>> kept = new EnumMap<>(Effect.class);
    private final Map<Effect, Integer> checked = new EnumMap<>(Effect.class);

    Journal() {
        for (Effect effect : Effect.values()) {
            kept.put(effect, new ArrayList<>());
            checked.put(effect, 0);
        }
    }

    /** To be called after the answer has come, never before. */
    synchronized void keep(Effect effect, String key) {
        kept.get(effect).add(key);
    }

    synchronized int size() {
        return kept.values().stream().mapToInt(List::size).sum();
    }

    synchronized int count(Effect effect) {
        return kept.get(effect).size();
    }

    private synchronized List<String> part(Effect effect, boolean all) {
        List<String> keys = kept.get(effect);
        List<String> part = List.copyOf(keys.subList(all ? 0 : Math.max(0, checked.get(effect) - 20), keys.size()));
        checked.put(effect, keys.size());
        return part;
    }

    /** What was acknowledged and is not there: of everything, or of what is new since the last time and a little before. */
    List<String> lost(Connection database, boolean all) throws SQLException {
        List<String> lost = new ArrayList<>();
        for (Effect effect : Effect.values()) {
            List<String> keys = part(effect, all);
            if (keys.isEmpty()) {
                continue;
            }
            try (var statement = database.prepareStatement("select k from unnest(?) as given(k) where " + effect.missing)) {
                statement.setArray(1, database.createArrayOf("text", keys.toArray()));
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        lost.add("LOST " + effect + " " + rows.getString(1));
                    }
                }
            }
        }
        return lost;
    }
}
