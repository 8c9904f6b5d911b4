package id.lindungdesa;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Component;

/** Packages are modules: each says whom it knows, nobody reaches into another, and the story runs one way. */
class ModulesTest {

    /** Upstream first; none may know one behind it. */
    private static final List<String> STORY = List.of("regulation", "rulebook", "grant", "enrolment", "premium", "claim",
            "scholarship", "complaint", "death");

    private final ApplicationModules modules = ApplicationModules.of(LindungDesa.class);

    @Test
    void modules_keep_to_what_they_declare() {
        modules.verify();
    }

    @TestFactory
    List<DynamicTest> every_module_at_work_declares_whom_it_knows() {
        return modules.stream().filter(ModulesTest::isAtWork).map(module -> DynamicTest.dynamicTest(module.getIdentifier().toString(), () -> {
            var declared = declaration(module.getBasePackage().getName());
            assertThat(declared).as("@ApplicationModule in package-info.java").isNotNull();
            assertThat(declared.allowedDependencies()).as("allowedDependencies").doesNotContain(ApplicationModule.OPEN_TOKEN);
            assertThat(declared.displayName()).as("displayName").isNotBlank();
        })).toList();
    }

    @Test
    void upstream_does_not_know_downstream() {
        for (String module : STORY) {
            var declared = declaration("id.lindungdesa." + module);
            if (declared != null) {
                List<String> downstream = new ArrayList<>(STORY.subList(STORY.indexOf(module) + 1, STORY.size()));
                downstream.addAll(List.of("reporting", "webapp"));
                assertThat(declared.allowedDependencies()).as(module + " allows").doesNotContainAnyElementsOf(downstream);
            }
        }
    }

    /** Has a controller or repository of its own; a package that is only a promise to others need not declare yet. */
    private static boolean isAtWork(org.springframework.modulith.core.ApplicationModule module) {
        return module.getBasePackage().stream().anyMatch(type -> !type.getModifiers().contains(JavaModifier.PUBLIC)
                && (type.isMetaAnnotatedWith(Component.class) || type.isAnnotatedWith(Component.class)));
    }

    private static ApplicationModule declaration(String packageName) {
        try {
            return Class.forName(packageName + ".package-info").getAnnotation(ApplicationModule.class);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }
}
