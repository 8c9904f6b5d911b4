package id.lindungdesa.reminder;

import id.lindungdesa.calendar.WorkingDays;
import id.lindungdesa.identity.Accounts;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.notice.Mail;
import id.lindungdesa.notice.MailRefused;
import id.lindungdesa.notice.Outbox;
import id.lindungdesa.operation.Gauges;
import id.lindungdesa.operation.Reading;
import id.lindungdesa.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where an official says to which address his reminders go. A code is sent there first, so that a slip of the finger tells
 * no stranger what lies on his desk. An address that bounced rests until it is changed, and its owner sees why.
 */
@Service
class MailDesk {

    static final Duration CODE_VALID = Duration.ofHours(24);
    static final int TRIES = 5;
    static final int CODES_A_DAY = 5;

    private static final Logger log = LoggerFactory.getLogger(MailDesk.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Read on a phone and typed by people: nothing that looks like something else. */
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int CODE_LENGTH = 8;
    private static final int LONGEST_REASON = 300;

    private final MailAddresses addresses;
    private final Outbox outbox;
    private final Accounts accounts;
    private final CurrentUser currentUser;
    private final Clock clock;

    MailDesk(MailAddresses addresses, Outbox outbox, Accounts accounts, CurrentUser currentUser, Clock clock, Gauges gauges) {
        this.addresses = addresses;
        this.outbox = outbox;
        this.accounts = accounts;
        this.currentUser = currentUser;
        this.clock = clock;
        Reading<MailAddresses.Counts> counts = gauges.reading("mail-addresses", addresses::counts);
        gauges.gauge("lindungdesa.mail.addresses", "Officials whose reminders have an address to go to", counts,
                MailAddresses.Counts::usable, "state", "usable");
        gauges.gauge("lindungdesa.mail.addresses", "Officials whose address bounced", counts, MailAddresses.Counts::bounced,
                "state", "bounced");
    }

    MailAddress mine() {
        String user = currentUser.get().user();
        return addresses.of(user).orElse(MailAddress.none(user));
    }

    boolean isOpen() {
        return outbox.isOpen();
    }

    /**
     * Sends a code to that address; the one that counted so far goes on counting until the code is typed.
     *
     * @throws Refusal MAIL_OFF, MAIL_ADDRESS, TOO_MANY_CODES
     */
    @Transactional
    public MailAddress ask(String address) {
        if (!outbox.isOpen()) {
            throw Refusal.conflict("MAIL_OFF", "E-mail belum diaktifkan di sistem ini. Hubungi administrator.");
        }
        String wanted = valid(address);
        String user = currentUser.get().user();
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingDays.JAKARTA);
        int sent = addresses.lockCode(user).filter(before -> today.equals(before.on())).map(MailAddresses.Code::sentToday).orElse(0);
        if (sent >= CODES_A_DAY) {
            throw Refusal.conflict("TOO_MANY_CODES", "Kode sudah dikirim %d kali hari ini. Coba lagi besok.".formatted(sent));
        }
        String code = newCode();
        addresses.ask(user, wanted, sha256(code), clock.instant().plus(CODE_VALID), today, sent + 1, clock.instant());
        outbox.send(new Mail(wanted, "Kode alamat e-mail Lindung Desa", """
                Seseorang meminta agar pengingat tugas Lindung Desa dikirim ke alamat ini.

                Kodenya: %s

                Ketik kode itu di Lindung Desa, menu E-mail saya, dalam 24 jam. Jika bukan Anda yang meminta,
                abaikan surat ini: tanpa kode, tidak ada yang dikirim lagi ke sini.
                """.formatted(code)));
        return mine();
    }

    /**
     * The address counts from now on.
     *
     * @throws Refusal MAIL_CODE_WRONG, told alike whether it was wrong, late or tried too often
     */
    @Transactional(noRollbackFor = Refusal.class)
    public MailAddress confirm(String code) {
        String user = currentUser.get().user();
        MailAddresses.Code sent = addresses.lockCode(user).filter(waiting -> waiting.sha256() != null).orElse(null);
        if (sent == null || code == null || sent.tries() >= TRIES || sent.until().isBefore(clock.instant())
                || !sent.sha256().equals(sha256(code))) {
            addresses.countTry(user);
            throw Refusal.invalid("MAIL_CODE_WRONG",
                    "Kode tidak benar, sudah lewat waktu, atau terlalu sering dicoba. Periksa surat terakhir atau minta kode baru.");
        }
        addresses.confirm(user, clock.instant());
        return mine();
    }

    @Transactional
    public void remove() {
        addresses.remove(currentUser.get().user());
    }

    /** By an administrator, who answers for it; it counts at once. */
    @Transactional
    public void set(String user, String address) {
        if (!accounts.exists(user)) {
            throw Refusal.notFound("USER_UNKNOWN", "Tidak ada akun dengan nama pengguna itu.");
        }
        addresses.set(user, valid(address), currentUser.idOrSystem(), clock.instant());
        log.info("Mail address of {} set by {}", user, currentUser.idOrSystem());
    }

    List<MailAddress> bounced() {
        return addresses.bounced();
    }

    /** A bounce that somebody read in the sender's mailbox. */
    @Transactional
    public void reportBounce(String address, String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("REASON_REQUIRED", "Tuliskan alasan yang disebut server e-mail, paling banyak %d tanda.".formatted(LONGEST_REASON));
        }
        if (addresses.bounced(valid(address), reason.strip(), clock.instant()) == 0) {
            throw Refusal.notFound("MAIL_ADDRESS_UNKNOWN", "Tidak ada pejabat dengan alamat itu, atau alamat itu sudah ditandai.");
        }
    }

    /** The mail server knows no such address. */
    @EventListener
    public void refused(MailRefused refused) {
        addresses.codeRefused(refused.address(), refused.reason());
        int marked = addresses.bounced(refused.address(), refused.reason(), clock.instant());
        if (marked > 0) {
            log.info("{} mail addresses marked as bounced", marked);
        }
    }

    private static String valid(String address) {
        String bare = address == null ? "" : address.strip();
        if (!Mail.isAddress(bare)) {
            throw Refusal.invalid("MAIL_ADDRESS", "Alamat e-mail ini tidak sah. Contoh: nama@kabupaten.go.id.");
        }
        return bare;
    }

    private static String newCode() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(i == CODE_LENGTH / 2 ? "-" : "").append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return code.toString();
    }

    private static String sha256(String code) {
        String bare = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bare.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
