package id.lindungdesa.notice;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The way of mails for tests of other modules: a server that takes them, one that knows nobody, or none. */
@Component
public class MailStage {

    private final Postman postman;
    private final JavaMailSenderImpl sender;
    private final JdbcClient jdbc;
    private GreenMail server;

    MailStage(Postman postman, JavaMailSenderImpl sender, JdbcClient jdbc) {
        this.postman = postman;
        this.sender = sender;
        this.jdbc = jdbc;
    }

    /** A mail as it arrived. */
    public record Arrived(String to, String subject, String text) {}

    /** No mails, no server. */
    public void clear() {
        if (server != null) {
            server.stop();
            server = null;
        }
        sender.setPort(9);
        jdbc.sql("delete from notice_mail").update();
    }

    public void serverComes() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        sender.setPort(server.getSmtp().getPort());
    }

    /** Sends what waits, however long it would have paused. */
    public void sendAll() {
        jdbc.sql("update notice_mail set next_try_at = created_at where state = 'WAITING'").update();
        postman.round();
    }

    /** The same to a server that knows no such address. */
    public void refuseAll() {
        try (ServerSocket refusing = refusingServer("siapa pun")) {
            sender.setPort(refusing.getLocalPort());
            sendAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sender.setPort(server == null ? 9 : server.getSmtp().getPort());
    }

    public List<Arrived> arrived() {
        return Arrays.stream(server.getReceivedMessages()).map(MailStage::arrived).toList();
    }

    private static Arrived arrived(MimeMessage mail) {
        try {
            return new Arrived(mail.getAllRecipients()[0].toString(), mail.getSubject(), mail.getContent().toString().replace("\r\n", "\n"));
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    static ServerSocket refusingServer(String address) throws IOException {
        ServerSocket socket = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        Thread serving = new Thread(() -> {
            while (!socket.isClosed()) {
                refuse(socket, address);
            }
        });
        serving.setDaemon(true);
        serving.start();
        return socket;
    }

    private static void refuse(ServerSocket socket, String address) {
        try (Socket client = socket.accept(); PrintWriter out = new PrintWriter(client.getOutputStream(), true);
                BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream()))) {
            out.print("220 siap\r\n");
            out.flush();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.print((line.startsWith("RCPT") ? "550 5.1.1 <" + address + "> mailbox unavailable"
                        : line.startsWith("QUIT") ? "221 selamat tinggal" : "250 baik") + "\r\n");
                out.flush();
            }
        } catch (IOException e) {
            // the test is over
        }
    }
}
