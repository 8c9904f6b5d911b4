package id.lindungdesa.kill;

import com.fasterxml.jackson.databind.JsonNode;
import id.lindungdesa.kill.Balancer.Answer;
import id.lindungdesa.kill.Balancer.Request;
import id.lindungdesa.kill.Journal.Effect;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** What officials do with the tasks on their lists. Most approve; some send back, and then the case goes round again. */
final class Desk {

    static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    static final String ROSTER = "nik,name,gender,birth_date,occupation,monthly_income,village_code,phone\n";
    private static final int MONTHS_AHEAD = 12;

    private final World world;
    private final Client client;
    private final Journal journal;
    private final Random random;

    Desk(World world, Client client, Journal journal, Random random) {
        this.world = world;
        this.client = client;
        this.journal = journal;
        this.random = random;
    }

    /** Looks at one official's list and does one task of it. Whether there was one. */
    boolean workOf(String user) {
        JsonNode tasks = client.get(user, "/engine-rest/task?maxResults=30").json();
        if (!tasks.isArray() || tasks.isEmpty()) {
            return false;
        }
        JsonNode task = tasks.get(random.nextInt(tasks.size()));
        String id = task.get("id").asText();
        if (!world.inHand.add(id) && world.orderly) {
            return true;
        }
        try {
            take(user, id, task.get("taskDefinitionKey").asText());
        } finally {
            world.inHand.remove(id);
        }
        return true;
    }

    private void take(String user, String id, String element) {
        switch (element) {
            case "UserTask_PrepareRequest" -> complete(user, id, Map.of("documentIds", document(user, "SURAT_PERMOHONAN") + "," + document(user, "SPJ")));
            case "UserTask_ConfirmReceipt", "UserTask_SupplyDocuments" -> complete(user, id, Map.of("documentIds", document(user, "REKENING_KORAN")));
            case "UserTask_PrepareWorkerList" -> prepareList(user, id);
            case "UserTask_AdoptWorkerList" -> adoptList(user, id);
            case "UserTask_PayPremium" -> complete(user, id, Map.of("paymentReference", "TRX " + id));
            case "UserTask_CreateSpp" -> complete(user, id, Map.of("sppNumber", "SPP/" + id));
            case "UserTask_IssueSpm" -> complete(user, id, decision("spmNumber", "SPM/" + id));
            case "UserTask_IssueSp2d" -> complete(user, id, decision("sp2dNumber", "SP2D/" + id));
            case "UserTask_ForwardFunds" -> complete(user, id, Map.of("transferNumber", "PB/" + id));
            case "UserTask_SendReprimand" -> complete(user, id, Map.of("letterNumber", "ST/" + id));
            case "UserTask_ReviseDecree" -> complete(user, id, Map.of("resubmitted", true));
            case "UserTask_CheckCompleteness" -> complete(user, id, random.nextInt(10) == 0
                    ? Map.of("complete", false, "note", "Surat kematian belum ada") : Map.of("complete", true));
            case "UserTask_CheckField" -> complete(user, id, Map.of("approved", true, "note", "Kepala dusun membenarkan",
                    "documentIds", document(user, "LAPORAN_LAPANGAN")));
            case "UserTask_ConfirmBenefit" -> confirmBenefit(user, id);
            case "UserTask_PayClaim" -> payClaim(user, id);
            default -> complete(user, id, decision(null, null));
        }
    }

    /** Approves the one task of a case that waits for this user. */
    void approve(String user, String caseId) {
        JsonNode tasks = client.get(user, "/engine-rest/task?processInstanceBusinessKey=" + caseId).json();
        if (tasks.size() != 1 || !complete(user, tasks.get(0).get("id").asText(), Map.of("approved", true)).good()) {
            throw new IllegalStateException("%s could not approve %s: %s".formatted(user, caseId, tasks));
        }
    }

    private Map<String, Object> decision(String field, String value) {
        Map<String, Object> fields = new LinkedHashMap<>();
        boolean approved = random.nextInt(16) > 0;
        fields.put("approved", approved);
        if (!approved) {
            fields.put("note", "Perbaiki lampiran dahulu");
        } else if (field != null) {
            fields.put(field, value);
        }
        return fields;
    }

    /** The village's list gets some new people before it is handed in. */
    private void prepareList(String user, String task) {
        String village = user.substring("operator-".length());
        List<String> niks = new ArrayList<>();
        String roster = ROSTER + world.roster(village, 3, niks);
        Answer answer = client.ask(Request.csv(user, "POST", "/api/villages/" + village + "/workers", roster, "roster-" + UUID.randomUUID()));
        if (answer.good() && answer.json().path("accepted").asInt() == niks.size()) {
            niks.forEach(nik -> journal.keep(Effect.WORKER, nik));
            world.workers.get(village).addAll(niks);
        } else if (answer.good()) {
            client.count("refused list " + answer.json().path("rejected").path(0).path("code").asText());
        }
        complete(user, task, Map.of());
    }

    /** For the first months in which none of the listed is covered yet. */
    private void adoptList(String user, String task) {
        if (random.nextInt(16) == 0) {
            complete(user, task, Map.of("approved", false, "note", "Tambah satu nelayan"));
            return;
        }
        YearMonth first = YearMonth.now(JAKARTA);
        for (int i = 0; i < MONTHS_AHEAD; i++) {
            Answer answer = complete(user, task, Map.of("approved", true, "months", 1 + random.nextInt(2), "fromMonth", first.plusMonths(i).toString()));
            if (!answer.text().contains("COVER_OVERLAP") && !answer.text().contains("sudah terlindungi")) {
                return;
            }
        }
    }

    /** Finance writes down whom the bank names, then orders. */
    private void payClaim(String user, String task) {
        String claim = client.get(user, "/api/tasks/" + task + "/sheet").json().path("caseId").asText();
        client.post(user, "/api/claims/" + claim + "/payees", Map.of("payees", List.of(Map.of("payee", 1, "holder", "JANDA UJI"))),
                "payees-" + UUID.randomUUID());
        complete(user, task, Map.of("bankReference", "BJ " + task));
    }

    private void confirmBenefit(String user, String task) {
        Answer answer = complete(user, task, Map.of("approved", true));
        if (answer.status() >= 400 && !gone(answer)) {
            complete(user, task, Map.of("approved", false, "note", "Tidak berhak menurut aturan"));
        }
    }

    /** Completes a task, or learns that it has been: a repeated request finds it gone where the first one arrived. */
    private Answer complete(String user, String task, Map<String, ?> fields) {
        Map<String, Object> variables = new LinkedHashMap<>();
        fields.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        Answer answer = client.post(user, "/engine-rest/task/" + task + "/complete", Map.of("variables", variables), null);
        if (answer.good() || gone(answer)) {
            journal.keep(Effect.TASK, task);
        }
        return answer;
    }

    private static boolean gone(Answer answer) {
        return answer.text().contains("Cannot find task") || answer.text().contains("Tugas ini tidak ada lagi");
    }

    String document(String user, String kind) {
        String pdf = "%PDF-1.4\n% " + kind + " " + UUID.randomUUID() + "\n%%EOF";
        Map<String, String[]> parts = new LinkedHashMap<>();
        parts.put("\"file\"; filename=\"" + kind.toLowerCase() + ".pdf\"", new String[] {"application/pdf", pdf});
        parts.put("\"kind\"", new String[] {"text/plain", kind});
        Answer answer = client.multipart(user, "/api/documents", parts, "doc-" + UUID.randomUUID());
        if (!answer.good()) {
            throw new IllegalStateException("document refused: " + answer);
        }
        JsonNode receipt = answer.json();
        // what is repeated under a key answers ids, not necessarily hashes: the content's own is known here
        journal.keep(Effect.DOCUMENT, receipt.get("id").asText() + " " + Invariants.sha256(pdf));
        return receipt.get("id").asText();
    }

    static LocalDate today() {
        return LocalDate.now(JAKARTA);
    }
}
