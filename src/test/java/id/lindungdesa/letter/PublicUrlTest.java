package id.lindungdesa.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** The address on a letter leads to the program that printed it, on whatever port it was started. */
class PublicUrlTest {

    @Test
    void followsThePort() throws Exception {
        assertThat(with(Map.of())).isEqualTo("http://localhost:8080");
        assertThat(with(Map.of("server.port", "18080"))).isEqualTo("http://localhost:18080");
        assertThat(with(Map.of("lindungdesa.public-url", "https://lindung.example.go.id"))).isEqualTo("https://lindung.example.go.id");
    }

    private static String with(Map<String, Object> given) throws Exception {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("given", given));
        new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yaml"))
                .forEach(environment.getPropertySources()::addLast);
        return environment.getProperty("lindungdesa.public-url");
    }
}
