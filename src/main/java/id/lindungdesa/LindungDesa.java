package id.lindungdesa;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Carries a governor's decree to the heir of a farmer. The packages tell the story in its order: {@code regulation},
 * {@code grant}, {@code enrolment}, {@code premium}, {@code claim}.
 */
@SpringBootApplication
@EnableScheduling
@Modulithic(systemName = "Lindung Desa")
public class LindungDesa {

    public static void main(String[] args) {
        SpringApplication.run(LindungDesa.class, args);
    }
}
