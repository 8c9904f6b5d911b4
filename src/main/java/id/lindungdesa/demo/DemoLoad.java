package id.lindungdesa.demo;

import id.lindungdesa.calendar.ApplicationClock;
import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.identity.Accounts;
import id.lindungdesa.identity.Offices;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads the demo at the first start and turns the clock to the day that the command line asks for. */
@Component
@Order(100)
@ConditionalOnProperty(name = "lindungdesa.demo", havingValue = "true")
class DemoLoad implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoLoad.class);

    private final JdbcClient jdbc;
    private final Offices offices;
    private final Accounts accounts;
    private final ApplicationClock clock;
    private final DemoPassword password;
    private final Environment environment;

    DemoLoad(JdbcClient jdbc, Offices offices, Accounts accounts, ApplicationClock clock, DemoPassword password,
            Environment environment) {
        this.jdbc = jdbc;
        this.offices = offices;
        this.accounts = accounts;
        this.clock = clock;
        this.password = password;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA);
        long start = System.nanoTime();
        var province = new DemoProvince();
        var door = new DemoDoor(environment.getRequiredProperty("local.server.port", Integer.class), password.value());
        var story = new DemoStory(door, province, clock, today, step -> log.info("… {} ({} s)", step, seconds(start)));
        if (!has("loaded_at")) {
            load(province, story, today);
        } else if (!accounts.matches("admin", password.value())) {
            List<String> users = jdbc.sql("select distinct user_id from identity_office").query(String.class).list();
            users.forEach(user -> accounts.setPassword(user, password.value()));
            log.info("Kata sandi {} akun contoh diganti", users.size());
        }
        String asked = environment.getProperty("lindungdesa.today", "");
        if (!asked.isBlank()) {
            clock.travelTo(LocalDate.parse(asked));
            log.info("Jam aplikasi dan mesin proses diatur ke {}", asked);
        }
        tell();
        if (!has("filled_at") && asked.isBlank()) {       // it tells of today
            new Thread(() -> continueInBackground(story), "demo").start();
        }
    }

    /** Whoever waits for the start does not wait for this too. */
    private void continueInBackground(DemoStory story) {
        long start = System.nanoTime();
        try {
            story.requestsOfARegency();
            happened("filled_at");
            log.info("… permohonan semua kecamatan lain di 15.04 ada di meja pmd-15.04 ({} s)", seconds(start));
        } catch (RuntimeException stopped) {
            log.warn("Permohonan di meja pmd-15.04 tidak selesai dimuat; contoh tetap dapat dipakai", stopped);
        }
    }

    private void load(DemoProvince province, DemoStory story, LocalDate today) {
        long start = System.nanoTime();
        log.info("Memuat contoh: {} desa dan kelurahan, jabatan, pekerja, dan satu tahun cerita …", province.villages().size());
        try {
            offices.appoint(province.offices(today.minusYears(2)), List.of(), user -> password.value());
            log.info("… jabatan terisi ({} s)", seconds(start));
            story.play();
        } finally {
            clock.backToTrueTime();
        }
        happened("loaded_at");
        log.info("Contoh siap dalam {} s", seconds(start));
    }

    private boolean has(String column) {
        return jdbc.sql("select %s is not null from demo_state".formatted(column)).query(Boolean.class).single();
    }

    private void happened(String column) {
        jdbc.sql("update demo_state set %s = :at".formatted(column)).param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    private void tell() {
        String port = environment.getProperty("local.server.port");
        log.info("""

                Lindung Desa siap (contoh, hanya dari komputer ini):
                  Daftar tugas   http://127.0.0.1:{}/camunda/app/tasklist/default/
                  Cockpit        http://127.0.0.1:{}/camunda/app/cockpit/default/     (admin)
                  REST           http://127.0.0.1:{}/api/openapi  dan  /engine-rest
                Akun (kata sandi semua akun: {}), masing-masing dengan tugas:
                  gubernur, sekda, biro-hukum, dp3ap2-verifikator, dp3ap2-kepala, bpkpd-spp, bpkpd-spm, bpkpd-bud,
                  pmd-15.04 (sebentar lagi lebih dari seratus), bkad-15.08, camat-15.04.03, operator-15.04.03.2002, kades-15.04.03.2003,
                  operator-15.09.01.2005, bendahara-15.09.01.2003, kades-15.09.01.2004, bpjs-ar-muara-bungo,
                  bpjs-verifikator-jambi, bpjs-kabid-jambi, bpjs-kacab-jambi, bpjs-keuangan-jambi
                Hanya melihat atau melalui REST: inspektorat, bank, insurer. Aturan: pengelola-aturan, bpjs-kanwil.
                Administrator: admin
                """, port, port, port, password.value());
    }

    private static long seconds(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toSeconds();
    }
}
