package id.lindungdesa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/tasks.md} equal to what the models say; with {@code -Ddocs.write=true} it writes the page. */
class TaskListDocumentTest {

    private static final Path PAGE = Path.of("docs/tasks.md");

    @Test
    void the_page_says_what_the_models_say() throws IOException {
        String drawn = new TaskList(ModelFiles.ofTheProject()).render();
        if (Boolean.getBoolean("docs.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, drawn);
        }

        assertThat(PAGE).as("write it anew with -Ddocs.write=true").content().isEqualToNormalizingNewlines(drawn);
    }
}
