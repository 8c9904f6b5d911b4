package id.lindungdesa.attack;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.identity.Accounts;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.PasswordRule;
import id.lindungdesa.identity.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;

/** Which passwords are taken, who changes them, and that nobody gives himself another name meanwhile. */
@LindungDesaTest
class PasswordTest {

    private static final String PASSWORD = "Rahasia-uji-123";

    @Autowired
    TestRestTemplate http;
    @Autowired
    Offices offices;
    @Autowired
    Accounts accounts;

    private String user;

    @BeforeEach
    void anOfficial() {
        user = "sandi-" + UUID.randomUUID().toString().substring(0, 8);
        offices.appoint(List.of(new Appointment(1, user, "Siti Nurhaliza", Role.CAMAT, "32.01.02", LocalDate.of(2020, 1, 1),
                null, "SK 1")), List.of(), name -> PASSWORD);
    }

    @ParameterizedTest
    @CsvSource({"pendek-1A!,PASSWORD_TOO_SHORT", "kuda-camat.uji-hijau,PASSWORD_HOLDS_NAME", "kuda-SITI-hijau-9,PASSWORD_HOLDS_NAME",
            "123456789012,PASSWORD_TOO_COMMON", "aaaaaaaaaaaaaa,PASSWORD_TOO_COMMON", "abcabcabcabc,PASSWORD_TOO_COMMON",
            "abcdefghijklm,PASSWORD_TOO_COMMON", "Password1234!,PASSWORD_TOO_COMMON", "P@ssw0rd2024!,PASSWORD_TOO_COMMON",
            "qwertyuiop123,PASSWORD_TOO_COMMON", "Rahasia123456,PASSWORD_TOO_COMMON", "Bismillah2024,PASSWORD_TOO_COMMON",
            "Indonesia1945!,PASSWORD_TOO_COMMON", "Admin-Desa-2026,PASSWORD_TOO_COMMON", "lindungdesa2026,PASSWORD_TOO_COMMON"})
    void whatEverybodyTriesFirstIsRefused(String password, String code) {
        assertThat(PasswordRule.fault(password, "camat.uji", "Siti")).get().extracting(PasswordRule.Fault::code).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kuda hijau makan kwitansi", "fwns-faxa-jbxqP54", PASSWORD, "7Hq!zz_09-plK"})
    void aLongOneIsTakenWhateverItsSigns(String password) {
        assertThat(PasswordRule.fault(password, "camat.uji", "Siti")).isEmpty();
    }

    @Test
    void everybodyChangesHisOwn() {
        assertThat(change(PASSWORD, "kuda hijau makan kwitansi").getStatusCode().value()).isEqualTo(204);

        assertThat(accounts.matches(user, PASSWORD)).isFalse();
        assertThat(accounts.matches(user, "kuda hijau makan kwitansi")).isTrue();
    }

    @Test
    void aChangeNeedsThePresentOneAndAGoodOne() {
        refused(change("bukan-ini", "kuda hijau makan kwitansi"), "PASSWORD_WRONG");
        refused(change(PASSWORD, PASSWORD), "PASSWORD_UNCHANGED");
        refused(change(PASSWORD, "Password1234!"), "PASSWORD_TOO_COMMON");
        refused(change(PASSWORD, "pendek"), "PASSWORD_TOO_SHORT");

        assertThat(accounts.matches(user, PASSWORD)).isTrue();
    }

    @Test
    void theEnginesOwnDoorTakesNoWeakOneEither() {
        ResponseEntity<String> weak = put("/engine-rest/user/%s/credentials".formatted(user),
                "{\"password\":\"Password1234!\",\"authenticatedUserPassword\":\"%s\"}".formatted(PASSWORD));
        ResponseEntity<String> good = put("/engine-rest/user/%s/credentials".formatted(user),
                "{\"password\":\"kuda hijau makan kwitansi\",\"authenticatedUserPassword\":\"%s\"}".formatted(PASSWORD));

        assertThat(weak.getStatusCode().value()).isEqualTo(400);
        assertThat(good.getStatusCode().value()).as(good.getBody()).isEqualTo(204);
    }

    @Test
    void nobodySignsWithAnotherName() {
        ResponseEntity<String> renamed = put("/engine-rest/user/%s/profile".formatted(user),
                "{\"id\":\"%s\",\"firstName\":\"Gubernur\",\"lastName\":\"\"}".formatted(user));

        assertThat(renamed.getStatusCode().value()).as(renamed.getBody()).isEqualTo(403);
        assertThat(accounts.nameOf(user)).isEqualTo("Siti Nurhaliza");
    }

    private static void refused(ResponseEntity<String> answer, String code) {
        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody()).contains("\"code\":\"" + code + "\"");
    }

    private ResponseEntity<String> change(String current, String next) {
        return put("/api/me/password", "{\"current\":\"%s\",\"next\":\"%s\"}".formatted(current, next));
    }

    private ResponseEntity<String> put(String path, String body) {
        HttpHeaders headers = new HttpHeaders();
        headers.add("Content-Type", "application/json");
        return http.withBasicAuth(user, PASSWORD).exchange(path, HttpMethod.PUT, new HttpEntity<>(body, headers), String.class);
    }
}
