package id.lindungdesa.demo;

import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An invented province: regency codes and counts as they are, districts and villages numbered, every name made up. The
 * same on every machine, so that guides and tests can name a village.
 */
class DemoProvince {

    static final int EDITION = 2000;
    static final String CODE = "15";
    private static final int WORKERS = 50;
    private static final int SERIALS = 6000;        // below those of real lists and of test lists alike

    private static final String[] FIRST = {"Sungai", "Tanjung", "Muara", "Bukit", "Rantau", "Lubuk", "Pulau", "Simpang",
            "Talang", "Air", "Kampung", "Teluk", "Pematang", "Padang", "Batu", "Danau", "Suka", "Sri", "Karang", "Payo"};
    private static final String[] SECOND = {"Makmur", "Jaya", "Harapan", "Indah", "Sentosa", "Mulia", "Bersama", "Damai",
            "Sejahtera", "Baru", "Panjang", "Kembang", "Melati", "Cempaka", "Kenanga", "Merbau", "Meranti", "Rambai"};
    private static final String[] PART = {"", " Hulu", " Hilir", " Tengah", " Seberang"};
    private static final String[] MEN = {"Ahyar", "Bakrie", "Darsono", "Efendi", "Fathur", "Gunadi", "Haidir", "Irham",
            "Jumadi", "Kasmin", "Latif", "Maskur", "Nasir", "Parjo", "Rustam", "Sahlan", "Tukiman", "Warsito", "Yahya", "Zubir"};
    private static final String[] WOMEN = {"Asnah", "Baiti", "Darmiati", "Elisa", "Faridah", "Halimatun", "Isnawati",
            "Juwita", "Kasmiati", "Lasmini", "Murniati", "Nurasiah", "Painem", "Rosmini", "Saminah", "Tumini", "Warsini", "Yusnita"};
    private static final String[] FAMILY = {"Siswoyo", "Hutapea", "Amran", "Bastari", "Candrawan", "Dalimunthe", "Fahlevi",
            "Ginanjar", "Hidayatullah", "Jamhari", "Kurniadi", "Lazuardi", "Mangkubumi", "Nugraha", "Pribadi", "Setiabudi"};
    private static final String[] JOBS = {"petani", "pekebun karet", "nelayan", "buruh tani", "pedagang", "tukang ojek",
            "penjahit", "peternak"};

    record Regency(String code, String name, String branch, int districts, int desa, int kelurahan) {}

    record Village(String code, String name, boolean kelurahan, String districtCode, String districtName, Regency regency) {}

    private final List<Regency> regencies = new ArrayList<>();
    private final List<Village> villages = new ArrayList<>();

    DemoProvince() {
        try (var in = DemoProvince.class.getResourceAsStream("/demo/regencies.csv");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> line.startsWith(CODE + ".")).map(line -> line.split(",")).forEach(cell ->
                    regencies.add(new Regency(cell[0], cell[1], cell[2], Integer.parseInt(cell[3]), Integer.parseInt(cell[4]),
                            Integer.parseInt(cell[5]))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Regency regency : regencies) {
            for (int i = 0; i < regency.desa() + regency.kelurahan(); i++) {
                boolean kelurahan = i >= regency.desa();
                int nth = kelurahan ? i - regency.desa() : i;
                int district = nth % regency.districts() + 1;
                String districtCode = "%s.%02d".formatted(regency.code(), district);
                int number = (kelurahan ? 1001 : 2001) + nth / regency.districts();
                villages.add(new Village(districtCode + "." + number, nameOf(villages.size()), kelurahan, districtCode,
                        "Kecamatan Contoh " + district, regency));
            }
        }
        villages.sort(java.util.Comparator.comparing(Village::code));
    }

    private static String nameOf(int n) {
        int round = n / (FIRST.length * SECOND.length);
        return FIRST[n % FIRST.length] + " " + SECOND[n / FIRST.length % SECOND.length] + PART[round % PART.length];
    }

    List<Regency> regencies() {
        return regencies;
    }

    List<Village> villages() {
        return villages;
    }

    List<Village> desaOf(String regency) {
        return villages.stream().filter(village -> !village.kelurahan() && village.regency().code().equals(regency)).toList();
    }

    String regionList() {
        StringBuilder csv = new StringBuilder(
                "code,name,kind,district_code,district_name,regency_code,regency_name,province_code,province_name\n");
        for (Village village : villages) {
            csv.append("%s,%s,%s,%s,%s,%s,%s,%s,%s%n".formatted(village.code(), village.name(),
                    village.kelurahan() ? "kelurahan" : "desa", village.districtCode(), village.districtName(),
                    village.regency().code(), village.regency().name(), CODE, "Jambi (contoh)"));
        }
        return csv.toString();
    }

    String branchList() {
        StringBuilder csv = new StringBuilder("branch,regency_code\n");
        regencies.forEach(regency -> csv.append(regency.branch()).append(',').append(regency.code()).append('\n'));
        return csv.toString();
    }

    String annex(List<Village> of, long rupiah) {
        StringBuilder csv = new StringBuilder("village_code,rupiah\n");
        of.forEach(village -> csv.append(village.code()).append(',').append(rupiah).append('\n'));
        return csv.toString();
    }

    /** Every office of the province with a holder; the user's name is the office's. */
    List<Appointment> offices(LocalDate from) {
        List<Appointment> offices = new ArrayList<>();
        for (Role role : Role.values()) {
            switch (role.area()) {
                case NONE -> office(offices, role, "", from);
                case BRANCH -> regencies.stream().map(Regency::branch).distinct().forEach(branch -> office(offices, role, branch, from));
                case REGENCY -> regencies.forEach(regency -> office(offices, role, regency.code(), from));
                case DISTRICT -> villages.stream().map(Village::districtCode).distinct()
                        .forEach(district -> office(offices, role, district, from));
                case VILLAGE -> villages.stream().filter(village -> role != (village.kelurahan() ? Role.KADES : Role.LURAH))
                        .filter(village -> role != Role.SEKDES)
                        .forEach(village -> office(offices, role, village.code(), from));
            }
        }
        return offices;
    }

    private static void office(List<Appointment> offices, Role role, String area, LocalDate from) {
        String user = role.group(area);
        int n = Math.floorMod(user.hashCode(), 10_000);
        String name = (n % 2 == 0 ? MEN[n % MEN.length] : WOMEN[n % WOMEN.length]) + " " + FAMILY[n / 7 % FAMILY.length];
        offices.add(new Appointment(offices.size() + 1, user, name, role, area, from, null, "SK/CONTOH/%04d".formatted(n)));
    }

    /** Fifty invented workers for each village, all of working age on that day. */
    String workerList(List<Village> of, LocalDate today) {
        StringBuilder csv = new StringBuilder(of.size() * WORKERS * 100);
        csv.append("nik,name,gender,birth_date,occupation,monthly_income,village_code,phone\n");
        for (Village village : of) {
            int ordinal = Integer.parseInt(village.code().substring(9)) % 1000 * 2 + (village.kelurahan() ? 1 : 0);
            for (int i = 0; i < WORKERS; i++) {
                int n = ordinal * WORKERS + i;
                boolean woman = n % 5 < 2;
                LocalDate born = today.minusYears(60).plusDays(Math.floorMod(n * 37L, 13_001));
                String nik = village.districtCode().replace(".", "")
                        + "%02d%02d%02d".formatted(born.getDayOfMonth() + (woman ? 40 : 0), born.getMonthValue(), born.getYear() % 100)
                        + (SERIALS + n / 13_001);
                String name = (woman ? WOMEN[n % WOMEN.length] : MEN[n % MEN.length]) + " " + FAMILY[n / 3 % FAMILY.length];
                csv.append(nik).append(',').append(name).append(',').append(woman ? 'P' : 'L').append(',').append(born)
                        .append(',').append(JOBS[n % JOBS.length]).append(",1000000,").append(village.code())
                        .append(",0840").append("%08d".formatted(n)).append('\n');
            }
        }
        return csv.toString();
    }
}
