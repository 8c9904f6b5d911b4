package id.lindungdesa.kill;

import com.fasterxml.jackson.databind.JsonNode;
import id.lindungdesa.kill.Balancer.Answer;
import id.lindungdesa.kill.Balancer.Request;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A small invented province: two regencies, ten villages, one kelurahan, and everybody who holds an office there. */
final class World {

    static final String PROVINCE = "34";
    static final long GRANT = 20_000_000;
    static final int QUOTA = 40;
    private static final long IDLE_NANOS = 1_500_000_000L;
    private static final int DESA_PER_REGENCY = 5;
    private static final List<String> PROVINCIAL = List.of("gubernur", "sekda", "biro-hukum", "dp3ap2-verifikator", "dp3ap2-kepala",
            "bpkpd-spp", "bpkpd-spm", "bpkpd-bud", "inspektorat", "bank", "insurer");

    final List<String> desa = new ArrayList<>();
    final String kelurahan = PROVINCE + ".01.01.1001";
    final List<String> regencies = List.of(PROVINCE + ".01", PROVINCE + ".02");
    /** Those who find work on a task list; who appears twice works twice as often. */
    final List<String> officials = new ArrayList<>();
    final Map<String, String> passwords = new ConcurrentHashMap<>(Map.of(Application.ADMIN, Application.PASSWORD));
    /** Workers whose list the server has taken in, by village. */
    final Map<String, List<String>> workers = new ConcurrentHashMap<>();
    final AtomicInteger decrees = new AtomicInteger();
    final AtomicInteger appointments = new AtomicInteger(1);
    /** Tasks somebody is at; where all is orderly, nobody else reaches for them. */
    final Set<String> inHand = ConcurrentHashMap.newKeySet();
    volatile boolean orderly;
    private final Map<String, Long> idleUntil = new ConcurrentHashMap<>();
    private final AtomicInteger people = new AtomicInteger();

    World() {
        for (String regency : regencies) {
            for (int i = 1; i <= DESA_PER_REGENCY; i++) {
                desa.add("%s.01.2%03d".formatted(regency, i));
            }
        }
        desa.forEach(village -> workers.put(village, new CopyOnWriteArrayList<>()));
    }

    /** Loads the province as its administrator does. */
    void create(Balancer balancer, Node node) throws IOException {
        StringBuilder villages = new StringBuilder("code,name,kind,district_code,district_name,regency_code,regency_name,province_code,province_name\n");
        List<String> all = new ArrayList<>(desa);
        all.add(kelurahan);
        for (String village : all) {
            villages.append("%s,Tempat %s,%s,%s,Kecamatan Uji,%s,Kabupaten Uji %s,34,Provinsi Uji%n".formatted(village, village.substring(9),
                    village.equals(kelurahan) ? "kelurahan" : "desa", village.substring(0, 8), village.substring(0, 5), village.substring(3, 5)));
        }
        put(balancer, node, "/api/regions/2019", villages.toString());
        StringBuilder branches = new StringBuilder("branch,regency_code\n");
        regencies.forEach(regency -> branches.append(branch(regency)).append(',').append(regency).append('\n'));
        put(balancer, node, "/api/branches", branches.toString());
        JsonNode appointed = put(balancer, node, "/api/offices", offices());
        if (!appointed.get("rejected").isEmpty()) {
            throw new IllegalStateException(appointed.toString());
        }
        appointed.get("passwords").forEach(one -> passwords.put(one.get("user").asText(), one.get("password").asText()));
    }

    /** Somebody whose desk was not found empty a moment ago. */
    String busyOfficial(Random random) {
        long now = System.nanoTime();
        List<String> busy = officials.stream().filter(user -> idleUntil.getOrDefault(user, now) - now <= 0).toList();
        List<String> from = busy.isEmpty() ? officials : busy;
        return from.get(random.nextInt(from.size()));
    }

    void foundIdle(String user) {
        idleUntil.put(user, System.nanoTime() + IDLE_NANOS);
    }

    private static JsonNode put(Balancer balancer, Node node, String path, String csv) throws IOException {
        Answer answer = balancer.sendTo(node, Request.csv(Application.ADMIN, "PUT", path, csv, null));
        if (!answer.good()) {
            throw new IllegalStateException(path + " " + answer);
        }
        return answer.json();
    }

    private String offices() {
        StringBuilder offices = new StringBuilder("user,name,role,area,from,until,decree_number\n");
        PROVINCIAL.forEach(role -> appoint(offices, role, role, ""));
        appoint(offices, "dp3ap2-verifikator-2", "dp3ap2-verifikator", "");
        for (String regency : regencies) {
            List.of("pmd", "bkad").forEach(role -> appoint(offices, role + "-" + regency, role, regency));
            appoint(offices, "pmd-2-" + regency, "pmd", regency);
            appoint(offices, "camat-" + regency + ".01", "camat", regency + ".01");
            List.of("bpjs-ar", "bpjs-verifikator", "bpjs-kabid", "bpjs-kacab", "bpjs-keuangan")
                    .forEach(role -> appoint(offices, role + "-" + branch(regency), role, branch(regency)));
        }
        desa.forEach(village -> List.of("operator", "kades", "bendahara").forEach(role -> appoint(offices, role + "-" + village, role, village)));
        return offices.toString();
    }

    private void appoint(StringBuilder offices, String user, String role, String area) {
        offices.append(office(user, role, area, 1));
        if (!List.of("bank", "insurer", "inspektorat").contains(role)) {
            officials.add(user);
            if (area.length() < 13) {
                officials.add(user);        // one office for many villages has more on its desk
                officials.add(user);
            }
        }
    }

    String office(String user, String role, String area, int number) {
        return "%s,Pejabat Uji,%s,%s,2022-01-01,,SK %d%n".formatted(user, role, area, number);
    }

    static String branch(String regency) {
        return "cabang-" + regency.replace(".", "-");
    }

    /** A list of new workers of that village, in the format of the upload; {@code niks} gets their numbers. */
    String roster(String village, int count, List<String> niks) {
        StringBuilder csv = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int n = people.incrementAndGet();
            LocalDate born = LocalDate.of(1975, 1, 1).plusDays(n / 9000 * 7L + n % 7000);
            String nik = "%s%02d%02d%02d%04d".formatted(village.replace(".", "").substring(0, 6), born.getDayOfMonth(),
                    born.getMonthValue(), born.getYear() % 100, 1 + n % 9000);
            niks.add(nik);
            csv.append("%s,Pekerja Uji %c%c,L,%s,nelayan,1000000,%s,084000000000%n".formatted(nik, 'A' + n % 26, 'a' + n / 26 % 26, born, village));
        }
        return csv.toString();
    }
}
