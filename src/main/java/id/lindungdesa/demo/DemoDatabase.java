package id.lindungdesa.demo;

import java.util.Arrays;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A demo that was cut off while it was loaded is no demo: it starts over on an empty database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "lindungdesa.demo", havingValue = "true")
class DemoDatabase {

    private static final Logger log = LoggerFactory.getLogger(DemoDatabase.class);

    @Bean
    FlywayConfigurationCustomizer demoMigrations() {
        return flyway -> flyway.cleanDisabled(false).locations(Stream.concat(Arrays.stream(flyway.getLocations())
                .map(Object::toString), Stream.of("classpath:db/demo")).toArray(String[]::new));
    }

    @Bean
    FlywayMigrationStrategy startOverWhenCutOff() {
        return flyway -> {
            if (wasCutOff(flyway)) {
                log.warn("Pemuatan contoh yang lalu terputus; dimulai lagi dari awal");
                flyway.clean();
            }
            flyway.migrate();
        };
    }

    private static boolean wasCutOff(Flyway flyway) {
        JdbcClient jdbc = JdbcClient.create(flyway.getConfiguration().getDataSource());
        boolean begun = jdbc.sql("select to_regclass('flyway_schema_history') is not null").query(Boolean.class).single();
        boolean migrated = jdbc.sql("select to_regclass('demo_state') is not null").query(Boolean.class).single();
        return begun && (!migrated || jdbc.sql("select loaded_at is null from demo_state").query(Boolean.class).single());
    }
}
