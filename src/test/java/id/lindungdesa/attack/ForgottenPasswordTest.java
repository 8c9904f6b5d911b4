package id.lindungdesa.attack;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.identity.Accounts;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way back in for whoever forgot his password, and for nobody else. */
@LindungDesaTest
class ForgottenPasswordTest {

    private static final String OLD = "Rahasia-uji-123";
    private static final String NEW = "kuda hijau makan kwitansi";

    @Autowired
    TestRestTemplate http;
    @Autowired
    Offices offices;
    @Autowired
    Accounts accounts;
    @Autowired
    JdbcClient jdbc;

    private String user;

    @BeforeEach
    void anOfficial() {
        user = "lupa-" + UUID.randomUUID().toString().substring(0, 8);
        offices.appoint(List.of(new Appointment(1, user, "Rukmini", Role.CAMAT, "32.01.03", LocalDate.of(2020, 1, 1), null, "SK 1")),
                List.of(), name -> OLD);
    }

    @Test
    void theOwnerChoosesANewOneWithTheCodeAndOnce() {
        String code = code(user);
        assertThat(accounts.matches(user, OLD)).as("until then the old one serves").isTrue();

        assertThat(choose(user, code.toUpperCase().replace("-", " "), NEW).getStatusCode().value()).isEqualTo(204);

        assertThat(accounts.matches(user, OLD)).isFalse();
        assertThat(accounts.matches(user, NEW)).isTrue();
        refused(choose(user, code, "gajah kuning minum tinta"), "RESET_CODE_WRONG");
        assertThat(accounts.matches(user, NEW)).isTrue();
    }

    @Test
    void whoGaveItAndWhyStaysAndTheCodeDoesNot() {
        String code = code(user);

        Map<String, Object> row = jdbc.sql("select * from identity_reset where user_id = :user").param("user", user).query().singleRow();
        assertThat(row).containsEntry("given_by", "admin").containsEntry("reason", "Lupa, datang sendiri ke kantor");
        assertThat(row.toString()).doesNotContain(code);
    }

    @Test
    void aLaterCodeEndsTheOneBefore() {
        String first = code(user);
        String second = code(user);

        refused(choose(user, first, NEW), "RESET_CODE_WRONG");
        assertThat(choose(user, second, NEW).getStatusCode().value()).isEqualTo(204);
    }

    @Test
    void aCodeLivesADay() {
        String code = code(user);
        jdbc.sql("update identity_reset set valid_until = given_at where user_id = :user").param("user", user).update();

        refused(choose(user, code, NEW), "RESET_CODE_WRONG");
    }

    @Test
    void aCodeIsForOneAccount() {
        String code = code(user);

        refused(choose("admin", code, NEW), "RESET_CODE_WRONG");
        refused(choose("tidak-ada", code, NEW), "RESET_CODE_WRONG");
    }

    @Test
    void aWeakPasswordIsRefusedAndTheCodeStillServes() {
        String code = code(user);

        refused(choose(user, code, "Password1234!"), "PASSWORD_TOO_COMMON");
        assertThat(choose(user, code, NEW).getStatusCode().value()).isEqualTo(204);
    }

    @Test
    void whoGuessesCodesIsSlowedDownLikeWhoGuessesPasswords() {
        String code = code(user);
        for (int i = 0; i < 4; i++) {
            refused(choose(user, "tebakan-" + i, NEW), "RESET_CODE_WRONG");
        }

        refused(choose(user, code, NEW), "RESET_CODE_WRONG");
    }

    @Test
    void onlyAnAdministratorGivesOneAndWithAReason() {
        assertThat(http.withBasicAuth(user, OLD).postForEntity(address(user), Map.of("reason", "mau masuk"), String.class)
                .getStatusCode().value()).isEqualTo(403);
        refused(give(user, ""), "REASON_REQUIRED");
        assertThat(give("tidak-ada", "Lupa, datang sendiri").getStatusCode().value()).isEqualTo(404);
    }

    @Test
    void thePageIsThereForWhoeverCannotLogIn() {
        ResponseEntity<String> page = http.getForEntity("/kata-sandi.html", String.class);

        assertThat(page.getStatusCode().value()).isEqualTo(200);
        assertThat(page.getBody()).contains("kata-sandi.js");
        assertThat(page.getHeaders().getFirst("Content-Security-Policy")).contains("script-src 'self'").doesNotContain("unsafe");
        assertThat(http.getForEntity("/kata-sandi.js", String.class).getStatusCode().value()).isEqualTo(200);
    }

    private String code(String whose) {
        ResponseEntity<Map> given = http.withBasicAuth("admin", OLD)
                .postForEntity(address(whose), Map.of("reason", "Lupa, datang sendiri ke kantor"), Map.class);
        assertThat(given.getStatusCode().value()).isEqualTo(201);
        return given.getBody().get("code").toString();
    }

    private ResponseEntity<String> give(String whose, String reason) {
        return http.withBasicAuth("admin", OLD).postForEntity(address(whose), Map.of("reason", reason), String.class);
    }

    private ResponseEntity<String> choose(String whose, String code, String next) {
        return http.exchange("/kata-sandi", HttpMethod.PUT, new HttpEntity<>(Map.of("user", whose, "code", code, "next", next)), String.class);
    }

    private static String address(String whose) {
        return "/api/users/%s/password-reset".formatted(whose);
    }

    private static void refused(ResponseEntity<String> answer, String code) {
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(422);
        assertThat(answer.getBody()).contains("\"code\":\"" + code + "\"");
    }
}
