package id.lindungdesa.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The decrees in force side by side: how far opened, villages by state in each regency, money by stage. */
@Service
class DecreeBoard {

    private final JdbcClient jdbc;
    private final DecreeProgress progress;
    private final VillageStates villages;
    private final ClaimStates claims;

    DecreeBoard(JdbcClient jdbc, DecreeProgress progress, VillageStates villages, ClaimStates claims) {
        this.jdbc = jdbc;
        this.progress = progress;
        this.villages = villages;
        this.claims = claims;
    }

    record Regency(String code, String name, long total, Map<String, Long> villages, long allocated, long inVillages, long premium) {}

    /** {@code adds}: no rupiah is missing between the stages and none is there twice. */
    record Decree(UUID id, String number, String title, int fiscalYear, LocalDate inForceOn, long opened, long openable,
                  Map<String, Long> villages, Money money, boolean adds, List<Regency> regencies) {}

    record Overview(List<Decree> decrees, List<ClaimStates.Count> claims) {}

    @Transactional(readOnly = true)
    Overview overview() {
        record Head(UUID id, String number, String title, int fiscalYear, LocalDate inForceOn) {}
        Map<UUID, List<Regency>> regencies = regencies();
        return new Overview(jdbc.sql("""
                select decree_id as id, decree_number as number, title, fiscal_year, in_force_on from report_decree
                 where state = 'IN_FORCE' order by in_force_on desc, decree_number""").query(Head.class).stream().map(head -> {
            DecreeProgress.Opening opening = progress.opening(head.id());
            Money money = progress.money(head.id());
            return new Decree(head.id(), head.number(), head.title(), head.fiscalYear(), head.inForceOn(), opening.opened(),
                    opening.total(), progress.villages(head.id()), money, money.adds(), regencies.getOrDefault(head.id(), List.of()));
        }).toList(), claims.counts());
    }

    private Map<UUID, List<Regency>> regencies() {
        Map<UUID, Map<String, Regency>> found = new LinkedHashMap<>();
        villages.byRegency().forEach(one -> found.computeIfAbsent(one.decreeId(), decree -> new LinkedHashMap<>())
                .merge(one.code(), new Regency(one.code(), one.name(), one.villages(), new LinkedHashMap<>(Map.of(one.state(),
                        one.villages())), one.allocated(), one.inVillages(), one.premium()), DecreeBoard::together));
        Map<UUID, List<Regency>> lists = new LinkedHashMap<>();
        found.forEach((decree, byCode) -> lists.put(decree, new ArrayList<>(byCode.values())));
        return lists;
    }

    private static Regency together(Regency one, Regency more) {
        one.villages().putAll(more.villages());
        return new Regency(one.code(), one.name(), one.total() + more.total(), one.villages(), one.allocated() + more.allocated(),
                one.inVillages() + more.inVillages(), one.premium() + more.premium());
    }
}
