package id.lindungdesa.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Date;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes mails out of the box and to the mail server, one by one. A mail is in one node's hands at a time. Killed between
 * sending and writing it down, it goes once more under the same Message-ID: rather twice than never.
 */
@Component
class Postman {

    /** Longer than any mail takes: after that, whoever had it in hand is dead. */
    static final Duration IN_HAND = Duration.ofMinutes(5);
    static final Duration GIVES_UP = Duration.ofDays(30);

    private static final Logger log = LoggerFactory.getLogger(Postman.class);
    private static final Duration REMEMBERED = Duration.ofDays(90);
    private static final int LONGEST_REASON = 300;

    private final MailQueue queue;
    private final Outbox outbox;
    private final ObjectProvider<JavaMailSender> sender;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Postman(MailQueue queue, Outbox outbox, ObjectProvider<JavaMailSender> sender, Clock clock, ApplicationEventPublisher events) {
        this.queue = queue;
        this.outbox = outbox;
        this.sender = sender;
        this.clock = clock;
        this.events = events;
    }

    /** Sends what is due, until nothing is or the server does not answer. */
    @Scheduled(fixedDelayString = "${lindungdesa.notice.every:PT20S}", initialDelayString = "${lindungdesa.notice.every:PT20S}")
    void round() {
        while (outbox.isOpen() && sendNext()) {
            log.debug("A mail was handed over");
        }
    }

    /** Whether there may be more to do in this round. */
    private boolean sendNext() {
        Optional<MailQueue.Queued> next = queue.take(clock.instant(), clock.instant().plus(IN_HAND));
        next.ifPresent(mail -> log.debug("Mail {} is due, try {}", mail.id(), mail.tries()));
        return next.isPresent() && send(next.get());
    }

    private boolean send(MailQueue.Queued mail) {
        try {
            JavaMailSender server = sender.getObject();
            server.send(message(server, mail));
        } catch (MailException | MessagingException e) {
            return refused(mail, e);
        }
        queue.sent(mail.id(), clock.instant());
        return true;
    }

    private MimeMessage message(JavaMailSender server, MailQueue.Queued mail) throws MessagingException {
        MimeMessage message = server.createMimeMessage();
        message.setFrom(new InternetAddress(outbox.from()));
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(mail.recipient()));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setText(mail.body(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(mail.createdAt()));
        message.setHeader("Message-ID", mail.messageId());
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    /** An address that does not exist is given up at once; a server that does not answer ends the round. */
    private boolean refused(MailQueue.Queued mail, Exception why) {
        Instant now = clock.instant();
        Optional<SMTPAddressFailedException> address = addressRefused(why);
        String reason = reason(mail, address.<Exception>map(refusal -> refusal).orElse(why));
        boolean forGood = address.filter(refusal -> refusal.getReturnCode() >= 500).isPresent();
        if (forGood) {
            events.publishEvent(new MailRefused(mail.recipient(), reason));
        }
        if (forGood || mail.createdAt().isBefore(now.minus(GIVES_UP))) {
            queue.failed(mail.id(), reason, now);
        } else {
            queue.again(mail.id(), reason, now.plus(pauseAfter(mail.tries())));
        }
        log.warn("Mail {} was not taken at try {}: {}", mail.id(), mail.tries(), why.getClass().getSimpleName());
        return address.isPresent();
    }

    static Duration pauseAfter(int tries) {
        Duration doubled = Duration.ofMinutes(1L << Math.min(tries - 1, 20));
        return doubled.compareTo(Duration.ofHours(4)) < 0 ? doubled : Duration.ofHours(4);
    }

    private static Optional<SMTPAddressFailedException> addressRefused(Throwable why) {
        Deque<Throwable> open = new ArrayDeque<>(Set.of(why));
        Set<Throwable> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Throwable one = open.pop();
            if (!seen.add(one)) {
                continue;
            }
            if (one instanceof SMTPAddressFailedException refused) {
                return Optional.of(refused);
            }
            if (one instanceof MailSendException several) {
                open.addAll(Arrays.asList(several.getMessageExceptions()));
            }
            if (one instanceof MessagingException chained && chained.getNextException() != null) {
                open.add(chained.getNextException());
            }
            if (one.getCause() != null) {
                open.add(one.getCause());
            }
        }
        return Optional.empty();
    }

    private static String reason(MailQueue.Queued mail, Exception why) {
        Throwable first = why;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        String text = String.valueOf(first.getMessage()).replaceAll("\\s+", " ").replace(mail.recipient(), Mail.masked(mail.recipient())).strip();
        return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) : text;
    }

    @Scheduled(cron = "0 20 3 * * *", zone = "Asia/Jakarta")
    void forget() {
        int forgotten = queue.forgetDoneBefore(clock.instant().minus(REMEMBERED));
        if (forgotten > 0) {
            log.info("{} mails of long ago forgotten", forgotten);
        }
    }
}
