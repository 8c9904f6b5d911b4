package id.lindungdesa.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.lindungdesa.LindungDesaTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails through a real mail server, which is away, refuses, or is there; and a node that dies in between. */
@LindungDesaTest
class NoticeTest {

    private static final Mail MAIL = new Mail("siti@contoh.example", "Surat JKM-2026-000001/S-1", "Ada surat baru – periksalah.");

    @Autowired Outbox outbox;
    @Autowired Postman postman;
    @Autowired MailQueue queue;
    @Autowired JavaMailSenderImpl sender;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;
    @Autowired TestRestTemplate http;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void emptyBox() {
        jdbc.sql("delete from notice_mail").update();
    }

    @AfterEach
    void noServer() {
        server.stop();
        sender.setPort(9);
        jdbc.sql("delete from notice_mail").update();
    }

    @Test
    void no_mail_is_lost_while_the_server_is_away() throws Exception {
        post(MAIL);
        postman.round();
        assertThat(queue.in(MailState.WAITING, 10)).singleElement().satisfies(mail -> {
            assertThat(mail.tries()).isEqualTo(1);
            assertThat(mail.reason()).isNotBlank();
            assertThat(mail.nextTryAt()).isAfter(clock.instant());
        });
        postman.round();
        assertThat(queue.in(MailState.WAITING, 10).get(0).tries()).as("not before its time").isEqualTo(1);

        serverComesBack();
        due();
        postman.round();
        postman.round();

        assertThat(server.getReceivedMessages()).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo(MAIL.subject());
            assertThat(mail.getContent().toString().strip()).isEqualTo(MAIL.text());
            assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("surat@lindung.example");
            assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(MAIL.to());
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        });
        assertThat(queue.in(MailState.SENT, 10)).hasSize(1);
    }

    @Test
    void killed_between_sending_and_writing_it_down_the_same_mail_goes_again() throws Exception {
        serverComesBack();
        post(MAIL);
        Postman dying = new Postman(queue, outbox, given(new JavaMailSenderImpl() {
            @Override
            public void send(MimeMessage message) {
                sender.send(message);
                throw new ThreadDeath();
            }
        }), clock, event -> { });
        assertThatThrownBy(dying::round).isInstanceOf(ThreadDeath.class);
        postman.round();
        assertThat(server.getReceivedMessages()).as("it may be in another node's hands").hasSize(1);

        due();
        postman.round();

        assertThat(Arrays.stream(server.getReceivedMessages()).map(NoticeTest::messageId).toList()).hasSize(2)
                .containsOnly(queue.in(MailState.SENT, 10).get(0).messageId());
        postman.round();
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void what_was_rolled_back_is_not_sent() {
        serverComesBack();
        transaction.executeWithoutResult(status -> {
            outbox.send(MAIL);
            status.setRollbackOnly();
        });
        postman.round();

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThatThrownBy(() -> outbox.send(MAIL)).as("only with the fact it tells of").hasMessageContaining("transaction");
    }

    @Test
    void a_refused_address_fails_with_its_reason_and_the_next_mail_goes_on() throws Exception {
        try (ServerSocket refusing = MailStage.refusingServer("siti@contoh.example")) {
            sender.setPort(refusing.getLocalPort());
            post(MAIL);
            postman.round();
        }
        serverComesBack();
        post(new Mail("budi@contoh.example", "Surat lain", "Isi"));
        postman.round();

        assertThat(server.getReceivedMessages()).singleElement().satisfies(mail -> assertThat(mail.getSubject()).isEqualTo("Surat lain"));
        Map<?, ?> failed = (Map<?, ?>) http.withBasicAuth("admin", "Rahasia-uji-123").getForObject("/api/notices?state=FAILED", Object[].class)[0];
        assertThat(failed.get("reason").toString()).contains("550", "mailbox unavailable").doesNotContain("siti");
        assertThat(failed.get("to")).isEqualTo("s…@contoh.example");
        assertThat(http.withBasicAuth("admin", "Rahasia-uji-123").postForEntity("/api/notices/" + failed.get("id") + "/tries", null,
                String.class).getStatusCode().value()).isEqualTo(204);
        postman.round();
        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(http.withBasicAuth("admin", "Rahasia-uji-123").postForEntity("/api/notices/" + failed.get("id") + "/tries", null,
                String.class).getStatusCode().value()).as("sent is sent").isEqualTo(409);
    }

    @Test
    void pauses_grow_and_what_nobody_takes_is_given_up_at_last() {
        assertThat(Postman.pauseAfter(1)).hasMinutes(1);
        assertThat(Postman.pauseAfter(4)).hasMinutes(8);
        assertThat(Postman.pauseAfter(500)).hasHours(4);

        post(MAIL);
        jdbc.sql("update notice_mail set created_at = created_at - interval '31 days'").update();
        postman.round();
        assertThat(queue.in(MailState.FAILED, 10)).hasSize(1);
    }

    @Test
    void an_address_cannot_bring_headers_of_its_own() {
        for (String wrong : new String[] {"siti", "siti@contoh", "a@b.example\nBcc: c@d.example", "Siti <siti@contoh.example>", "a@b.example, c@d.example"}) {
            assertThat(Mail.isAddress(wrong)).as(wrong).isFalse();
        }
        assertThatThrownBy(() -> new Mail(MAIL.to(), "Surat\nBcc: c@d.example", "Isi")).isInstanceOf(IllegalArgumentException.class);
    }

    private void post(Mail mail) {
        transaction.executeWithoutResult(status -> outbox.send(mail));
    }

    private void serverComesBack() {
        server.start();
        sender.setPort(server.getSmtp().getPort());
    }

    private void due() {
        jdbc.sql("update notice_mail set next_try_at = created_at where state = 'WAITING'").update();
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static ObjectProvider<JavaMailSender> given(JavaMailSender one) {
        return new ObjectProvider<>() {
            @Override
            public JavaMailSender getObject() {
                return one;
            }
        };
    }
}
