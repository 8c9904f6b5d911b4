package id.lindungdesa.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.lindungdesa.Door;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.calendar.ApplicationClock;
import id.lindungdesa.grant.VillageFundFixture;
import id.lindungdesa.identity.Role;
import id.lindungdesa.notice.MailStage;
import id.lindungdesa.notice.MailStage.Arrived;
import id.lindungdesa.regulation.DecreeFixture;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Officials are reminded of their work: once a day, on working days, of what is due, at an address that is theirs. */
@LindungDesaTest
class DigestTest {

    private static final String[] VILLAGES = {"88.01.01.2001", "88.01.01.2002", "88.01.01.2003"};
    private static final String OPERATOR = VillageFundFixture.user(Role.OPERATOR, VILLAGES[0]);
    private static final String COLLEAGUE = "ingat.operator";
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 25);

    @Autowired ApplicationContext context;
    @Autowired DigestRound round;
    @Autowired MailStage mails;
    @Autowired MailAddresses addresses;
    @Autowired TaskService tasks;
    @Autowired ApplicationClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired TestRestTemplate http;

    private static boolean set;
    private Door door;

    @BeforeEach
    void set() {
        door = new Door(http);
        VillageFundFixture funds = VillageFundFixture.in(context);
        List.of(OPERATOR, COLLEAGUE, VillageFundFixture.user(Role.OPERATOR, VILLAGES[2])).forEach(user -> door.knows(user, VillageFundFixture.PASSWORD));
        if (!set) {
            UUID decree = DecreeFixture.in(context).inForce("88", List.of(VILLAGES), 50_000_000);
            funds.appoint(VILLAGES);
            funds.open(decree);
            context.getBean(id.lindungdesa.identity.Offices.class).appoint(List.of(office(OPERATOR, VILLAGES[1]), office(COLLEAGUE, VILLAGES[1])),
                    List.of(), user -> VillageFundFixture.PASSWORD);
            set = true;
        }
        mails.clear();
        jdbc.sql("delete from reminder_digest").update();
        jdbc.sql("delete from reminder_address").update();
        List.of(VILLAGES).forEach(village -> tasks.setAssignee(task(village).getId(), null));
        at(WEDNESDAY, 8);
        due(VILLAGES[0], WEDNESDAY.minusDays(5));
        due(VILLAGES[1], WEDNESDAY);
        due(VILLAGES[2], WEDNESDAY.plusDays(2));
    }

    @AfterEach
    void backToday() {
        clock.backToTrueTime();
        mails.clear();
    }

    @Test
    void one_mail_tells_of_all_offices_and_comes_once_a_day() {
        reads(OPERATOR, "siti@desa.example");
        mails.serverComes();

        round.round();
        round.round();
        mails.sendAll();

        assertThat(mails.arrived()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("siti@desa.example");
            assertThat(mail.subject()).isEqualTo("Tugas Anda: 1 terlambat, 1 jatuh tempo hari ini");
            assertThat(mail.text().strip()).isEqualTo("""
                    Tugas Anda di Lindung Desa, Rabu, 25 November 2026

                    TERLAMBAT: 1 tugas
                    - Siapkan permohonan pencairan · %s, batas waktu 20 November 2026
                      http://localhost:8080/camunda/app/tasklist/default/#/?task=%s

                    JATUH TEMPO HARI INI: 1 tugas
                    - Siapkan permohonan pencairan · %s
                      http://localhost:8080/camunda/app/tasklist/default/#/?task=%s

                    Semua tugas Anda: http://localhost:8080/camunda/app/tasklist/default/

                    Surat ini dikirim pada hari kerja, paling banyak sekali sehari, hanya bila ada tugas yang terlambat atau
                    segera jatuh tempo. Alamat tujuannya diubah atau dihapus di Lindung Desa, menu E-mail saya."""
                    .formatted(title(VILLAGES[0]), task(VILLAGES[0]).getId(), title(VILLAGES[1]), task(VILLAGES[1]).getId()));
        });

        at(WEDNESDAY.plusDays(1), 8);
        round.round();
        mails.sendAll();
        assertThat(mails.arrived()).hasSize(2).last().satisfies(mail ->
                assertThat(mail.subject()).isEqualTo("Tugas Anda: 2 terlambat"));
    }

    @Test
    void the_nearest_above_reads_which_offices_stand_empty() {
        String camat = VillageFundFixture.user(Role.CAMAT, "88.01.01");
        reads(camat, "camat@kecamatan.example");
        mails.serverComes();
        String term = door.get("admin", "/api/offices/terms?role=operator&area=" + VILLAGES[2]).get(0).get("termId").asText();
        String kades = door.get("admin", "/api/offices/terms?role=kades&area=" + VILLAGES[2]).get(0).get("termId").asText();
        door.expect(204, door.post("admin", "/api/offices/terms/" + term + "/end", Map.of("reason", "Pindah tugas", "decreeNumber", "SK 1")));
        door.expect(204, door.post("admin", "/api/offices/terms/" + kades + "/end", Map.of("reason", "Pindah tugas", "decreeNumber", "SK 2")));
        try {
            round.round();
            at(WEDNESDAY.plusDays(1), 8);
            round.round();
            mails.sendAll();

            assertThat(mails.arrived()).hasSize(2).first().satisfies(mail -> {
                assertThat(mail.subject()).isEqualTo("Tugas Anda: 2 jabatan kosong");
                assertThat(mail.text()).contains("JABATAN KOSONG DI WILAYAH ANDA: 2", "Kepala Desa Uji 2003 (" + VILLAGES[2] + "), kosong sejak 25 November 2026, 0 tugas menunggu",
                        "Operator Desa Uji 2003 (" + VILLAGES[2] + "), kosong sejak 25 November 2026, 1 tugas menunggu", "/camunda/jabatan.html#kosong");
            });
            assertThat(mails.arrived()).last().satisfies(mail -> assertThat(mail.subject()).as("told once where no work waits")
                    .isEqualTo("Tugas Anda: 1 jabatan kosong"));
        } finally {
            backToday();
            VillageFundFixture.in(context).appoint(VILLAGES[2]);
        }
    }

    @Test
    void two_nodes_at_once_send_one() {
        reads(OPERATOR, "siti@desa.example");

        List.of(1, 2, 3, 4).stream().map(node -> CompletableFuture.runAsync(round::round)).toList().forEach(CompletableFuture::join);
        round.round();

        assertThat(jdbc.sql("select count(*) from notice_mail").query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void only_on_working_days_and_in_office_hours() {
        reads(OPERATOR, "siti@desa.example");
        for (LocalDateTime closed : List.of(WEDNESDAY.atTime(6, 59), WEDNESDAY.atTime(17, 0), LocalDate.of(2026, 11, 28).atTime(8, 0),
                LocalDate.of(2026, 12, 25).atTime(8, 0))) {
            clock.travelTo(closed.atZone(ZoneId.of("Asia/Jakarta")).toInstant());
            round.round();
            assertThat(jdbc.sql("select count(*) from notice_mail").query(Integer.class).single()).as(closed.toString()).isZero();
        }
        clock.travelTo(WEDNESDAY.atTime(7, 0).atZone(ZoneId.of("Asia/Jakarta")).toInstant());
        round.round();
        assertThat(jdbc.sql("select count(*) from notice_mail").query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void soon_is_counted_in_working_days_and_nothing_is_sent_where_nothing_is_due() {
        String soon = VillageFundFixture.user(Role.OPERATOR, VILLAGES[2]);
        reads(soon, "budi@desa.example");
        due(VILLAGES[2], LocalDate.of(2026, 11, 30));

        at(WEDNESDAY, 8);
        round.round();
        assertThat(jdbc.sql("select count(*) from notice_mail").query(Integer.class).single()).as("three working days ahead").isZero();
        at(WEDNESDAY.plusDays(1), 8);
        round.round();
        assertThat(jdbc.sql("select subject from notice_mail").query(String.class).single()).as("over a weekend")
                .isEqualTo("Tugas Anda: 1 segera jatuh tempo");
    }

    @Test
    void what_a_colleague_has_taken_is_on_his_desk_alone() {
        reads(OPERATOR, "siti@desa.example");
        reads(COLLEAGUE, "budi@desa.example");
        tasks.setAssignee(task(VILLAGES[1]).getId(), COLLEAGUE);

        round.round();

        assertThat(jdbc.sql("select recipient || ' ' || subject from notice_mail order by 1").query(String.class).list())
                .containsExactly("budi@desa.example Tugas Anda: 1 jatuh tempo hari ini", "siti@desa.example Tugas Anda: 1 terlambat");
    }

    @Test
    void none_is_lost_while_the_mail_server_is_away() {
        reads(OPERATOR, "siti@desa.example");
        round.round();
        mails.sendAll();
        assertThat(jdbc.sql("select state from notice_mail").query(String.class).single()).isEqualTo("WAITING");

        mails.serverComes();
        mails.sendAll();

        assertThat(mails.arrived()).extracting(Arrived::to).containsExactly("siti@desa.example");
    }

    @Test
    void an_address_that_bounces_is_marked_and_left_alone_until_it_is_changed() {
        reads(OPERATOR, "salah@desa.example");
        round.round();
        mails.refuseAll();

        JsonNode mine = door.get(OPERATOR, "/api/me/mail");
        assertThat(mine.get("bouncedAt").isNull()).isFalse();
        assertThat(mine.get("bounceReason").asText()).contains("550");
        assertThat(door.get("admin", "/api/mail-bounces").toString()).contains(OPERATOR, "s…@desa.example").doesNotContain("salah@");
        at(WEDNESDAY.plusDays(1), 8);
        round.round();
        assertThat(jdbc.sql("select count(*) from notice_mail where state = 'WAITING'").query(Integer.class).single()).isZero();

        mails.serverComes();
        confirmed(OPERATOR, "benar@desa.example");
        assertThat(door.get(OPERATOR, "/api/me/mail").get("bouncedAt").isNull()).isTrue();
        round.round();
        mails.sendAll();
        assertThat(mails.arrived()).extracting(Arrived::to).containsExactly("benar@desa.example", "benar@desa.example");
    }

    @Test
    void an_address_counts_once_the_code_sent_there_was_typed() {
        mails.serverComes();
        assertThat(code(put(OPERATOR, "bukan alamat"))).isEqualTo("MAIL_ADDRESS");
        door.expect(200, put(OPERATOR, "siti@desa.example"));
        mails.sendAll();
        round.round();
        mails.sendAll();
        assertThat(mails.arrived()).as("no reminder before the code").hasSize(1);
        String code = codeIn(mails.arrived().get(0));

        for (int i = 0; i < MailDesk.TRIES - 1; i++) {
            assertThat(code(confirm(OPERATOR, "salah-salah"))).isEqualTo("MAIL_CODE_WRONG");
        }
        assertThat(door.expect(200, confirm(OPERATOR, code.toUpperCase().replace("-", " "))).get("address").asText()).isEqualTo("siti@desa.example");
        assertThat(code(confirm(OPERATOR, code))).as("once").isEqualTo("MAIL_CODE_WRONG");

        door.expect(200, put(OPERATOR, "lain@desa.example"));
        mails.sendAll();
        String late = codeIn(mails.arrived().get(1));
        for (int i = 0; i < MailDesk.TRIES; i++) {
            assertThat(code(confirm(OPERATOR, "salah-salah"))).isEqualTo("MAIL_CODE_WRONG");
        }
        assertThat(code(confirm(OPERATOR, late))).as("tried too often").isEqualTo("MAIL_CODE_WRONG");
        assertThat(door.get(OPERATOR, "/api/me/mail").get("address").asText()).as("the old one goes on").isEqualTo("siti@desa.example");

        door.expect(200, put(OPERATOR, "lain@desa.example"));
        mails.sendAll();
        clock.travelTo(clock.instant().plus(MailDesk.CODE_VALID).plusSeconds(1));
        assertThat(code(confirm(OPERATOR, codeIn(mails.arrived().get(2))))).as("too late").isEqualTo("MAIL_CODE_WRONG");
    }

    @Test
    void nobody_floods_a_mailbox_with_codes() {
        for (int i = 0; i < MailDesk.CODES_A_DAY; i++) {
            door.expect(200, put(OPERATOR, "siti@desa.example"));
        }
        assertThat(code(put(OPERATOR, "siti@desa.example"))).isEqualTo("TOO_MANY_CODES");
        at(WEDNESDAY.plusDays(1), 8);
        door.expect(200, put(OPERATOR, "siti@desa.example"));
    }

    @Test
    void a_code_that_cannot_be_brought_is_told_to_whoever_asked() {
        door.expect(200, put(OPERATOR, "salah@desa.example"));
        mails.refuseAll();

        assertThat(door.get(OPERATOR, "/api/me/mail").get("codeRefused").asText()).contains("550");
    }

    @Test
    void an_administrator_sets_an_address_and_marks_a_bounce_he_read() {
        assertThat(code(door.send("admin", HttpMethod.PUT, "/api/users/tidak-ada/mail", "{\"address\":\"a@b.example\"}", "application/json")))
                .isEqualTo("USER_UNKNOWN");
        assertThat(door.send("admin", HttpMethod.PUT, "/api/users/" + OPERATOR + "/mail", "{\"address\":\"siti@desa.example\"}",
                "application/json").getStatusCode().value()).isEqualTo(204);
        round.round();
        assertThat(jdbc.sql("select recipient from notice_mail").query(String.class).list()).containsExactly("siti@desa.example");

        assertThat(code(door.post("admin", "/api/mail-bounces", Map.of("address", "lain@desa.example", "reason", "550")))).isEqualTo("MAIL_ADDRESS_UNKNOWN");
        assertThat(door.post("admin", "/api/mail-bounces", Map.of("address", "SITI@desa.example", "reason", "Kotak penuh"))
                .getStatusCode().value()).isEqualTo(204);
        assertThat(door.get(OPERATOR, "/api/me/mail").get("bounceReason").asText()).isEqualTo("Kotak penuh");

        assertThat(door.send(OPERATOR, HttpMethod.DELETE, "/api/me/mail", null, null).getStatusCode().value()).isEqualTo(204);
        assertThat(door.get(OPERATOR, "/api/me/mail").get("address").isNull()).isTrue();
    }

    private void reads(String user, String address) {
        addresses.set(user, address, "uji", clock.instant());
    }

    private void confirmed(String user, String address) {
        door.expect(200, put(user, address));
        mails.sendAll();
        door.expect(200, confirm(user, codeIn(mails.arrived().get(mails.arrived().size() - 1))));
    }

    private ResponseEntity<String> put(String user, String address) {
        return door.send(user, HttpMethod.PUT, "/api/me/mail", "{\"address\":\"%s\"}".formatted(address), "application/json");
    }

    private ResponseEntity<String> confirm(String user, String code) {
        return door.post(user, "/api/me/mail/confirmation", Map.of("code", code));
    }

    private static String codeIn(Arrived mail) {
        Matcher code = Pattern.compile("Kodenya: (\\S+)").matcher(mail.text());
        assertThat(code.find()).as(mail.text()).isTrue();
        return code.group(1);
    }

    private static String code(ResponseEntity<String> answer) {
        Matcher code = Pattern.compile("\"code\":\"(\\w+)\"").matcher(String.valueOf(answer.getBody()));
        return code.find() ? code.group(1) : String.valueOf(answer);
    }

    private void at(LocalDate day, int hour) {
        clock.travelTo(day.atTime(hour, 0).atZone(ZoneId.of("Asia/Jakarta")).toInstant());
    }

    private void due(String village, LocalDate day) {
        tasks.setDueDate(task(village).getId(), Date.from(endOf(day)));
    }

    private static Instant endOf(LocalDate day) {
        return day.atTime(23, 59, 59).atZone(ZoneId.of("Asia/Jakarta")).toInstant();
    }

    private Task task(String village) {
        return tasks.createTaskQuery().taskDefinitionKey("UserTask_PrepareRequest").taskCandidateGroup("operator-" + village)
                .includeAssignedTasks().singleResult();
    }

    private String title(String village) {
        String name = task(village).getName();
        return name.substring(name.indexOf(" · ") + 3);
    }

    private static id.lindungdesa.identity.Appointment office(String user, String village) {
        return new id.lindungdesa.identity.Appointment(1, user, "Operator Ingat", Role.OPERATOR, village, LocalDate.of(2020, 1, 1), null, "SK-UJI");
    }
}
