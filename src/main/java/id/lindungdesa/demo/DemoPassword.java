package id.lindungdesa.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The password of all demo accounts: chosen by the environment, else at random once per data folder. */
@Component
@ConditionalOnProperty(name = "lindungdesa.demo", havingValue = "true")
class DemoPassword {

    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final String password;

    DemoPassword(@Value("${lindungdesa.data}") Path data, @Value("${lindungdesa.demo-password:}") String fromEnvironment)
            throws IOException {
        Path file = data.resolve("demo-password");
        if (!fromEnvironment.isBlank()) {
            password = fromEnvironment;
        } else if (Files.exists(file)) {
            password = Files.readString(file).trim();
        } else {
            password = random();
            Files.createDirectories(data);
            Files.writeString(file, password + "\n");
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        }
    }

    String value() {
        return password;
    }

    private static String random() {
        SecureRandom random = new SecureRandom();
        StringBuilder text = new StringBuilder("Desa-");
        for (int i = 0; i < 10; i++) {
            text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return text.append("-7").toString();
    }
}
