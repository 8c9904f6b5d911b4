package id.lindungdesa;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on a real database, one context for all test classes that carry it (two would fight for the
 * engine's name). Tests keep out of each other's way by data of their own: a province each. The job executor is off;
 * a test runs its jobs itself, or switches it on for its own time.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "spring.datasource.url=jdbc:postgresql://set-by-TestPostgres/",
        "camunda.bpm.job-execution.enabled=false",
        "management.prometheus.metrics.export.enabled=true",    // a test context leaves it out by itself
        "lindungdesa.data=" + LindungDesaTest.DATA, "lindungdesa.public-url=http://localhost:8080",
        "lindungdesa.quiet-period=PT0S",
        "lindungdesa.rest.slow-body-grace=2s", "server.tomcat.connection-timeout=5s",
        "spring.mail.host=127.0.0.1", "spring.mail.port=9", "lindungdesa.notice.from=surat@lindung.example",
        "lindungdesa.rules.cases-at-once=20", "lindungdesa.notice.every=PT24H",   // a test sends the mails itself
        "lindungdesa.digest.every=PT24H", "lindungdesa.escalation.every=PT24H",   // reminds, looks for what is late
        "lindungdesa.bulk.at-once=0",             // and works off the lines
        "lindungdesa.admin.user=admin", "lindungdesa.admin.password=Rahasia-uji-123"})
@ContextConfiguration(initializers = TestPostgres.class)
public @interface LindungDesaTest {

    /** The build runs two JVMs side by side; each has its own. */
    String DATA = "target/test-data-${surefire.forkNumber:1}";
}
