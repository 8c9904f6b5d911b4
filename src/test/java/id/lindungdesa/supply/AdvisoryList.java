package id.lindungdesa.supply;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** docs/security/advisories.json: what was known, of what day, and how it was gathered. */
record AdvisoryList(LocalDate asOf, String made, List<Advisory> advisories) {

    static final Path FILE = Path.of("docs/security/advisories.json");
    static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();

    /** A finding that we live with: why, who is protected how, and when it is judged again. */
    record Accepted(String advisory, String because, String protection, LocalDate review) {

        private record File(List<Accepted> accepted) {}

        static List<Accepted> read() {
            return AdvisoryList.read(Path.of("docs/security/accepted.json"), File.class).accepted();
        }
    }

    static AdvisoryList read() {
        return read(FILE, AdvisoryList.class);
    }

    /** Those read from elsewhere replace theirs of the same name; the others stay. */
    AdvisoryList with(List<Advisory> read, LocalDate day) {
        Map<String, Advisory> byId = new TreeMap<>();
        advisories.forEach(one -> byId.put(one.id(), one));
        read.forEach(one -> {
            one.aliases().forEach(byId::remove);
            byId.put(one.id(), one);
        });
        return new AdvisoryList(day, made, List.copyOf(byId.values()));
    }

    String text() {
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter();
        lines.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        try {
            return JSON.writer(lines).writeValueAsString(this) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T read(Path file, Class<T> type) {
        try {
            return JSON.readValue(Files.readString(file), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
