package id.lindungdesa.bench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/**
 * What one has before writing a line: the engine with its webapps and REST API on the same class path, none of our beans.
 * It is no component, so that nobody's scan finds it.
 */
@EnableAutoConfiguration
public class BareCamunda {

    public static void main(String[] arguments) {
        SpringApplication.run(BareCamunda.class, arguments);
    }
}
