package id.lindungdesa.notice;

import id.lindungdesa.operation.Gauges;
import id.lindungdesa.operation.Reading;
import id.lindungdesa.refusal.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where mails are posted. Without a mail server nothing is kept: years of old news must not go out on the day one is named. */
@Service
public class Outbox {

    private static final int SHOWN = 500;

    private final MailQueue queue;
    private final Clock clock;
    private final String host;
    private final String from;

    Outbox(MailQueue queue, Clock clock, Gauges gauges, @Value("${spring.mail.host:}") String host,
            @Value("${lindungdesa.notice.from:}") String from) {
        if (!host.isBlank() && !Mail.isAddress(from)) {
            throw new IllegalStateException("A mail server is named (spring.mail.host), but lindungdesa.notice.from is no address");
        }
        this.queue = queue;
        this.clock = clock;
        this.host = host;
        this.from = from;
        Reading<MailQueue.Counts> counts = gauges.reading("mails", () -> queue.counts(clock.instant()));
        gauges.gauge("lindungdesa.mails", "E-mails that wait for the mail server", counts, MailQueue.Counts::waiting, "state", "waiting");
        gauges.gauge("lindungdesa.mails", "E-mails that were refused for good", counts, MailQueue.Counts::failed, "state", "failed");
        gauges.gauge("lindungdesa.mails.oldest.age.seconds", "How long the oldest e-mail has waited", counts,
                MailQueue.Counts::oldestAgeSeconds);
    }

    /** Whether there is a mail server to send through. */
    public boolean isOpen() {
        return !host.isBlank();
    }

    /**
     * Posts a mail in the transaction of the fact that it tells of: it goes if that commits, and only then.
     *
     * @return its id, empty where there is no mail server
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> send(Mail mail) {
        if (!isOpen()) {
            return Optional.empty();
        }
        UUID id = UUID.randomUUID();
        queue.add(id, mail, "<%s@%s>".formatted(id, from.substring(from.indexOf('@') + 1)), clock.instant());
        return Optional.of(id);
    }

    String from() {
        return from;
    }

    /** For the administrator: who it goes to is not his business. */
    record Shown(UUID id, String to, String subject, String state, int tries, String reason, Instant createdAt,
                 Instant nextTryAt) {}

    List<Shown> in(MailState state) {
        return queue.in(state, SHOWN).stream().map(mail -> new Shown(mail.id(), Mail.masked(mail.recipient()), mail.subject(),
                mail.state().name(), mail.tries(), mail.reason(), mail.createdAt(), mail.nextTryAt())).toList();
    }

    void tryAgain(UUID id) {
        if (!queue.dueAtOnce(id, clock.instant())) {
            throw Refusal.conflict("MAIL_NOT_OPEN", "Tidak ada e-mail yang menunggu atau gagal dengan id itu.");
        }
    }
}
