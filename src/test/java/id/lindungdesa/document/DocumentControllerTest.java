package id.lindungdesa.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lindungdesa.TestSchema;
import id.lindungdesa.identity.CurrentUser;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Official.Office;
import id.lindungdesa.identity.Role;
import id.lindungdesa.refusal.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;

class DocumentControllerTest {

    private static final Official OPERATOR = official("operator", Role.OPERATOR);
    private static final Official CAMAT = official("camat", Role.CAMAT);
    private static final Official STRANGER = official("stranger", Role.KADES);

    @TempDir
    private Path data;
    private Official who = OPERATOR;
    private UUID readable;
    private Documents documents;
    private DocumentController desk;

    @BeforeEach
    void desk() {
        CurrentUser currentUser = () -> Optional.of(who);
        DocumentReaders nobody = (id, official) -> false;
        DocumentReaders theCamat = (id, official) -> id.equals(readable) && official.is(Role.CAMAT);
        documents = new Documents(new DocumentFiles(JdbcClient.create(TestSchema.fresh("document_controller_test"))),
                new StaticListableBeanFactory(Map.of("nobody", nobody, "camat", theCamat)).getBeanProvider(DocumentReaders.class),
                currentUser, Clock.systemUTC(), data, 1000);
        desk = new DocumentController(documents, currentUser);
    }

    @Test
    void whoeverStoredADocumentAndItsReadersGetIt() throws IOException {
        UUID id = upload();
        assertThat(desk.content(id, false).getStatusCode().value()).isEqualTo(200);

        who = CAMAT;
        assertHidden(id);
        readable = id;
        assertThat(desk.content(id, false).getStatusCode().value()).isEqualTo(200);
    }

    @Test
    void toAnybodyElseItIsNotThere() throws IOException {
        UUID id = upload();
        readable = id;

        who = STRANGER;
        assertHidden(id);
        who = official("stranger", Role.ADMIN);
        assertHidden(id);
    }

    @Test
    void aCaseTakesOnlyWhatItsOfficialStoredOrMayRead() throws IOException {
        UUID id = upload();
        assertThat(documents.requireForAttaching(List.of(id))).hasSize(1);

        who = CAMAT;
        assertNotAttached(id);
        readable = id;
        assertThat(documents.requireForAttaching(List.of(id))).hasSize(1);
        who = STRANGER;
        assertNotAttached(id);
        assertNotAttached(UUID.randomUUID());
    }

    private void assertNotAttached(UUID id) {
        assertThatThrownBy(() -> documents.requireForAttaching(List.of(id))).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("DOCUMENT_UNKNOWN");
            assertThat(refusal.findings()).hasSize(1);
        });
    }

    private UUID upload() throws IOException {
        return desk.store(new MockMultipartFile("file", "a.pdf", null, "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)), "RAB").id();
    }

    private void assertHidden(UUID id) {
        assertThatThrownBy(() -> desk.content(id, false)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
            assertThat(refusal.code()).isEqualTo("DOCUMENT_UNKNOWN");
        });
    }

    private static Official official(String user, Role role) {
        return new Official(user, user, Set.of(new Office(role, "98.01.01")));
    }
}
