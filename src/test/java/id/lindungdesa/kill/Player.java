package id.lindungdesa.kill;

import com.fasterxml.jackson.databind.JsonNode;
import id.lindungdesa.kill.Balancer.Answer;
import id.lindungdesa.kill.Balancer.Request;
import id.lindungdesa.kill.Journal.Effect;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** One of several who play at once: now this official at his desk, now the bank, the insurer, a drafter, the administrator. */
final class Player {

    private static final int TRIES = 6;

    private final World world;
    private final Client client;
    private final Journal journal;
    private final Random random;
    private final Desk desk;
    private final Consumer<String> violation;

    Player(World world, Client client, Journal journal, Random random, Consumer<String> violation) {
        this.world = world;
        this.client = client;
        this.journal = journal;
        this.random = random;
        this.desk = new Desk(world, client, journal, random);
        this.violation = violation;
    }

    void move() {
        int dice = random.nextInt(100);
        if (dice < 8) {
            bank();
        } else if (dice < 16) {
            insurer();
        } else if (dice < 20) {
            claim();
        } else if (dice < 21) {
            importWorkers();
        } else if (dice < 22) {
            changeOffice();
        } else {
            String user = world.busyOfficial(random);
            for (int i = 0; i < TRIES && !desk.workOf(user); i++) {
                world.foundIdle(user);
                user = world.busyOfficial(random);
            }
        }
    }

    /** Brings a decree as far as the governor's signature, in which the engine then has a job to do. @return its id */
    String signed(Runnable beforeSignature) {
        String id = decree();
        desk.approve("biro-hukum", id);
        desk.approve("sekda", id);
        beforeSignature.run();
        desk.approve("gubernur", id);
        return id;
    }

    /** Drafts and hands in a decree for the whole province. @return its id, or null where it was refused */
    String decree() {
        Map<String, Object> terms = new LinkedHashMap<>();
        terms.put("number", "853/UJI/%d".formatted(world.decrees.incrementAndGet()));
        terms.put("title", "Bantuan keuangan bersifat khusus");
        terms.put("province", World.PROVINCE);
        terms.put("fiscalYear", Desk.today().getYear());
        terms.put("edition", 2019);
        terms.put("ceiling", (world.desa.size() + 1) * World.GRANT);
        terms.put("tranchePercents", random.nextBoolean() ? List.of(100) : List.of(40, 60));
        terms.put("premiumSharePercent", 10);
        terms.put("workersPerVillage", World.QUOTA);
        terms.put("monthsOfCover", 2);
        terms.put("articles", List.of(Map.of("regulation", "Pergub 16/2022", "article", "Pasal 7", "text", "Sepuluh persen untuk iuran.")));
        StringBuilder annex = new StringBuilder("village_code,rupiah\n" + world.kelurahan + "," + World.GRANT + "\n");
        world.desa.forEach(village -> annex.append(village).append(',').append(World.GRANT).append('\n'));
        Map<String, String[]> parts = new LinkedHashMap<>();
        parts.put("\"decree\"", new String[] {"application/json", new String(Balancer.json(terms), StandardCharsets.UTF_8)});
        parts.put("\"annex\"; filename=\"lampiran.csv\"", new String[] {"text/csv", annex.toString()});
        Answer answer = client.multipart("dp3ap2-verifikator", "/api/decrees", parts, "decree-" + UUID.randomUUID());
        if (answer.good()) {
            journal.keep(Effect.DECREE, answer.json().get("id").asText());
            return answer.json().get("id").asText();
        }
        violation.accept("a decree was refused: " + answer);
        return null;
    }

    /** Reports one of the credits that are waited for; often twice, with and without a key. */
    private void bank() {
        JsonNode due = client.get("bank", "/api/bank/expected-credits").json();
        if (due.isEmpty()) {
            return;
        }
        JsonNode one = due.get(random.nextInt(due.size()));
        String reference = one.get("reference").asText();
        Map<String, Object> credit = Map.of("reference", reference, "account", "RKUD", "rupiah", one.get("rupiah").asLong(), "valueDate", Desk.today().toString());
        String first = once("bank", "/api/bank/credits", credit, Effect.CREDIT, reference + " " + one.get("rupiah").asLong());
        if (random.nextBoolean()) {
            same(first, once("bank", "/api/bank/credits", credit, Effect.CREDIT, reference + " " + one.get("rupiah").asLong()), reference);
        }
    }

    private void insurer() {
        JsonNode due = client.get("insurer", "/api/insurer/expected-payments").json();
        if (due.isEmpty()) {
            return;
        }
        JsonNode one = due.get(random.nextInt(due.size()));
        String code = one.get("billingCode").asText();
        Map<String, Object> confirmation = Map.of("billingCode", code, "rupiah", one.get("rupiah").asLong(), "paidAt", Desk.today() + "T00:00:00+07:00",
                "coverFrom", one.get("coverFrom").asText(), "months", one.get("months").asInt());
        String first = once("insurer", "/api/insurer/confirmations", confirmation, Effect.CONFIRMATION, code + " " + one.get("rupiah").asLong());
        if (random.nextBoolean()) {
            same(first, once("insurer", "/api/insurer/confirmations", confirmation, Effect.CONFIRMATION, code + " " + one.get("rupiah").asLong()), code);
        }
    }

    private String once(String user, String path, Map<String, ?> body, Effect effect, String rest) {
        Answer answer = client.post(user, path, body, random.nextBoolean() ? "once-" + UUID.randomUUID() : null);
        if (!answer.good()) {
            violation.accept("%s was refused: %s".formatted(path, answer));
            return null;
        }
        String id = answer.json().get("id").asText();
        journal.keep(effect, id + " " + rest);
        return id;
    }

    private void same(String first, String second, String what) {
        if (first != null && second != null && !first.equals(second)) {
            violation.accept("DOUBLED %s has the ids %s and %s".formatted(what, first, second));
        }
    }

    /** A worker of some list dies; whether he was covered, the process finds out. */
    private void claim() {
        String village = any(world.desa);
        List<String> workers = world.workers.get(village);
        if (workers.isEmpty()) {
            return;
        }
        String user = "operator-" + village;
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("programme", "JKM");
        claim.put("workerNik", any(workers));
        claim.put("eventDate", Desk.today().toString());
        claim.put("cause", "ILLNESS");
        claim.put("reporter", Map.of("name", "Pelapor Uji", "phone", "084000000001", "relation", "SPOUSE"));
        claim.put("heirs", List.of(Map.of("name", "Janda Uji", "nik", "340101470585%04d".formatted(ThreadLocalRandom.current().nextInt(1, 10_000)), "relation", "SPOUSE", "account", "1234567"),
                Map.of("name", "Anak Uji", "nik", "340101470511%04d".formatted(ThreadLocalRandom.current().nextInt(1, 10_000)), "relation", "CHILD", "account", "1234568")));
        claim.put("documents", List.of(desk.document(user, "FORMULIR_JKM"), desk.document(user, "AKTA_KEMATIAN")));
        Answer answer = client.post(user, "/api/claims", claim, "claim-" + UUID.randomUUID());
        if (answer.good()) {
            journal.keep(Effect.CLAIM, answer.json().get("id").asText() + " " + answer.json().get("number").asText());
        }
    }

    /** A file with workers of all villages of a regency; the answer says only that it was taken in. */
    private void importWorkers() {
        String regency = any(world.regencies);
        StringBuilder csv = new StringBuilder(Desk.ROSTER);
        world.desa.stream().filter(village -> village.startsWith(regency)).forEach(village -> csv.append(world.roster(village, 1, new ArrayList<>())));
        Answer answer = client.ask(Request.csv("bpjs-ar-" + World.branch(regency), "PUT", "/api/workers", csv.toString(), null));
        if (answer.good()) {
            journal.keep(Effect.IMPORT, answer.json().get("id").asText());
        } else {
            violation.accept("an import was refused: " + answer);
        }
    }

    /** Appoints one more auditor. */
    private void changeOffice() {
        String user = "pemeriksa-" + world.appointments.incrementAndGet();
        Answer answer = client.ask(Request.csv(Application.ADMIN, "PUT", "/api/offices", "user,name,role,area,from,until,decree_number\n"
                + world.office(user, "inspektorat", "", 1), null));
        if (answer.good()) {
            journal.keep(Effect.OFFICE, user);
        } else {
            violation.accept("an appointment was refused: " + answer);
        }
    }

    /** Begins to send a document and hangs up half way. */
    void hangUp(Node node) {
        String user = "operator-" + any(world.desa);
        URI root = URI.create(node.root());
        try (Socket socket = new Socket(root.getHost(), root.getPort()); OutputStream out = socket.getOutputStream()) {
            out.write(("POST /api/documents HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic " + Base64.getEncoder().encodeToString(
                    (user + ":" + world.passwords.get(user)).getBytes(StandardCharsets.UTF_8))
                    + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 5000\r\n\r\n--x\r\nContent-Disposition: form-data; "
                    + "name=\"kind\"\r\n\r\nSPJ\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"separuh.pdf\"\r\n"
                    + "Content-Type: application/pdf\r\n\r\n%PDF-1.4\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            client.count("half an upload found nobody");
        }
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
