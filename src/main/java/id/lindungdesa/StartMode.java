package id.lindungdesa;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Decides once, before anything starts, between the two ways to run: with a database address the application serves a
 * province; without one it is a demo on an embedded database, reachable from this machine only.
 */
class StartMode implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean demo = !StringUtils.hasText(environment.getProperty("spring.datasource.url"));
        Map<String, Object> mode = new LinkedHashMap<>();
        mode.put("lindungdesa.demo", demo);
        if (demo) {
            mode.put("server.address", "127.0.0.1");
            mode.put("lindungdesa.quiet-period", "PT0S");    // no balancer to wait for
        }
        environment.getPropertySources().addFirst(new MapPropertySource("start mode", mode));
    }
}
