package id.lindungdesa.bench;

import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An invented province of as many desa as asked, with a regency for each 142 of them, as Jambi has. */
final class Province {

    static final int EDITION = 2019;
    static final long GRANT = 100_000_000;

    private final String code;
    private final List<String> villages = new ArrayList<>();
    private final int regencies;

    Province(String code, int size) {
        this.code = code;
        this.regencies = Math.max(1, Math.min(99, size / 142));
        for (int i = 0; i < size; i++) {
            int nth = i / regencies;
            villages.add("%s.%02d.%02d.%d".formatted(code, i % regencies + 1, nth / 12 + 1, 2001 + nth % 12));
        }
        villages.sort(null);
    }

    String code() {
        return code;
    }

    List<String> villages() {
        return villages;
    }

    List<String> regencies() {
        return villages.stream().map(Province::regencyOf).distinct().toList();
    }

    static String districtOf(String village) {
        return village.substring(0, 8);
    }

    static String regencyOf(String village) {
        return village.substring(0, 5);
    }

    String branch() {
        return "cabang-" + code;
    }

    /** The regions, the branch, and with {@code everybody} each office of each village; else those of the province only. */
    void load(BenchApplication application, People people, boolean everybody) {
        people.send("load the regions", "admin", "PUT", "/api/regions/" + EDITION, bytes(regionList()), "text/csv");
        StringBuilder branches = new StringBuilder("branch,regency_code\n");
        regencies().forEach(regency -> branches.append(branch()).append(',').append(regency).append('\n'));
        people.send("load the branches", "admin", "PUT", "/api/branches", bytes(branches.toString()), "text/csv");
        application.bean(Offices.class).appoint(offices(everybody), List.of(), user -> BenchApplication.PASSWORD);
    }

    private List<Appointment> offices(boolean everybody) {
        List<Appointment> offices = new ArrayList<>();
        for (Role role : Role.values()) {
            List<String> areas = switch (role.area()) {
                case NONE -> role == Role.ADMIN ? List.of() : List.of("");
                case BRANCH -> List.of(branch());
                case REGENCY -> regencies();
                case DISTRICT -> villages.stream().map(Province::districtOf).distinct().toList();
                case VILLAGE -> everybody && role != Role.LURAH && role != Role.SEKDES ? villages : villages.subList(0, 1);
            };
            areas.forEach(area -> offices.add(new Appointment(offices.size() + 1, role.group(area), "Pejabat Ukur", role, area,
                    LocalDate.of(2020, 1, 1), null, "SK-UKUR")));
        }
        return offices;
    }

    String regionList() {
        StringBuilder list = new StringBuilder(
                "code,name,kind,district_code,district_name,regency_code,regency_name,province_code,province_name\n");
        villages.forEach(village -> list.append("%1$s,Ukur %2$s,desa,%3$s,Kecamatan %3$s,%4$s,Kabupaten %4$s,%5$s,Provinsi Ukur%n"
                .formatted(village, village.substring(9), districtOf(village), regencyOf(village), code)));
        return list.toString();
    }

    String annex() {
        StringBuilder annex = new StringBuilder("village_code,rupiah\n");
        villages.forEach(village -> annex.append(village).append(',').append(GRANT).append('\n'));
        return annex.toString();
    }

    Map<String, Object> terms(int fiscalYear) {
        Map<String, Object> terms = new LinkedHashMap<>();
        terms.put("number", "UKUR/" + UUID.randomUUID());
        terms.put("title", "Bantuan keuangan bersifat khusus (pengukuran)");
        terms.put("province", code);
        terms.put("fiscalYear", fiscalYear);
        terms.put("edition", EDITION);
        terms.put("ceiling", GRANT * villages.size());
        terms.put("tranchePercents", List.of(100));
        terms.put("premiumSharePercent", 10);
        terms.put("workersPerVillage", 50);
        terms.put("monthsOfCover", 11);
        terms.put("articles", List.of(Map.of("regulation", "Pergub 16/2022", "article", "Pasal 7", "text", "Sepuluh persen untuk iuran.")));
        return terms;
    }

    /** Drafts the decree and brings it to the governor's desk. */
    String drafted(People people, int fiscalYear) {
        String decree = people.decree("dp3ap2-verifikator", terms(fiscalYear), annex()).get("id").asText();
        people.work("biro-hukum", "UserTask_ReviewLegality", decree, Map.of("approved", true));
        people.work("sekda", "UserTask_InitialDecree", decree, Map.of("approved", true));
        return decree;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
