package id.lindungdesa.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.Door;
import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.bulk.BulkStage;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;

/** What somebody typed and did not send is nobody else's, though the task may be anybody's of his office. */
@LindungDesaTest
class DraftTest {

    private static final String DISTRICT = "84.03.01";

    @Autowired ApplicationContext context;
    @Autowired TestRestTemplate http;

    @Test
    void aDraftIsReadByWhoeverWroteItAndGoesWithTheTask() {
        BulkStage stage = new BulkStage(context, "84");
        List<UUID> cases = stage.opened(BulkStage.villages(DISTRICT, 1));
        stage.toCamat(cases);
        Door door = new Door(http);
        String mine = "camat." + DISTRICT;
        String colleague = "camat2." + DISTRICT;
        door.knows(mine, BulkStage.PASSWORD);
        door.knows(colleague, BulkStage.PASSWORD);
        String task = door.tasks(mine, "UserTask_RecommendRequest", cases.get(0).toString()).get(0).get("id").asText();
        assertThat(door.tasks(colleague, "UserTask_RecommendRequest", cases.get(0).toString())).as("he may take it as well").hasSize(1);
        String draft = "/api/drafts/" + task;

        door.expect(200, door.send(mine, HttpMethod.PUT, draft, "{\"content\": \"belum saya kirim\"}", "application/json"));
        assertThat(door.get(mine, draft).get("content").asText()).isEqualTo("belum saya kirim");
        assertThat(door.send(colleague, HttpMethod.GET, draft, null, null).getStatusCode().value()).as("nothing of it is a colleague's").isEqualTo(204);
        assertThat(door.send("admin", HttpMethod.GET, draft, null, null).getStatusCode().value()).isNotEqualTo(200);

        door.expect(200, door.send(colleague, HttpMethod.PUT, draft, "{\"content\": \"konsep kedua\"}", "application/json"));
        door.send(colleague, HttpMethod.DELETE, draft, null, null);
        assertThat(door.get(mine, draft).get("content").asText()).as("nor does he put it away").isEqualTo("belum saya kirim");

        stage.as(colleague, cases.get(0), "UserTask_RecommendRequest", "approved", true, "note", null);
        assertThat(door.send(mine, HttpMethod.GET, draft, null, null).getStatusCode().value()).as("the task is over").isEqualTo(204);
    }
}
