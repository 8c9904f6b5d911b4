package id.lindungdesa;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;

/**
 * The walls that the compiler does not build. {@code allowEmptyShould}: a rule stands before the first class it speaks
 * of; each was seen to fail on a class made for it.
 */
@AnalyzeClasses(packages = "id.lindungdesa", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] STORY = {"id.lindungdesa.regulation..", "id.lindungdesa.grant..",
            "id.lindungdesa.enrolment..", "id.lindungdesa.premium..", "id.lindungdesa.benefit..", "id.lindungdesa.claim..", "id.lindungdesa.scholarship..",
            "id.lindungdesa.complaint..", "id.lindungdesa.death.."};
    private static final Set<String> FLOATING = Set.of("double", "float", Double.class.getName(), Float.class.getName(),
            BigDecimal.class.getName());

    @ArchTest
    static final ArchRule only_workflow_and_webapp_know_the_engine = noClasses()
            .that().resideOutsideOfPackages("id.lindungdesa.workflow..", "id.lindungdesa.webapp..")
            .should().dependOnClassesThat().resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule only_models_call_task_beans = noClasses()
            .should().dependOnClassesThat(resideInAPackage("id.lindungdesa..").and(simpleNameEndingWith("Tasks")))
            .because("models call *Tasks, Java calls the service behind them");

    @ArchTest
    static final ArchRule task_beans_are_public_components = classes().that().haveSimpleNameEndingWith("Tasks")
            .should().bePublic().andShould().beAnnotatedWith(Component.class).allowEmptyShould(true);

    @ArchTest
    static final ArchRule what_a_module_keeps_to_itself_is_package_private = classes()
            .that().areMetaAnnotatedWith(Controller.class).or().areAnnotatedWith(Controller.class)
            .or().areAnnotatedWith(Repository.class).or().haveSimpleNameEndingWith("Process")
            .should().bePackagePrivate().allowEmptyShould(true);

    @ArchTest
    static final ArchRule controllers_are_called_so = classes()
            .that().areMetaAnnotatedWith(Controller.class).or().areAnnotatedWith(Controller.class)
            .should().haveSimpleNameEndingWith("Controller").allowEmptyShould(true);

    @ArchTest
    static final ArchRule controllers_ask_the_service = noClasses().that().haveSimpleNameEndingWith("Controller")
            .should().dependOnClassesThat().areAssignableTo(JdbcClient.class)
            .orShould().dependOnClassesThat().areAssignableTo(JdbcOperations.class)
            .orShould().dependOnClassesThat().areAnnotatedWith(Repository.class)
            .orShould().dependOnClassesThat(resideInAPackage("id.lindungdesa..").and(simpleNameEndingWith("Process")))
            .orShould().dependOnClassesThat().haveFullyQualifiedName("id.lindungdesa.workflow.Workflow")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule the_domain_knows_no_framework = noClasses()
            .that().resideInAnyPackage(STORY).and(describe("are records, enums or aggregates outside of components", ArchitectureTest::isDomain))
            .should().dependOnClassesThat(not(resideInAnyPackage("java..", "id.lindungdesa..")))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothing_is_injected_into_fields = GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule values_come_through_constructors = noFields()
            .should().beAnnotatedWith("org.springframework.beans.factory.annotation.Value");

    @ArchTest
    static final ArchRule time_comes_from_the_clock = noClasses().that().resideOutsideOfPackage("id.lindungdesa.calendar..")
            .should().accessTargetWhere(describe("reads the time past the Clock", ArchitectureTest::readsTheTime));

    @ArchTest
    static final ArchRule no_field_floats = noFields().should().haveRawType(describe("a floating or decimal type",
            type -> FLOATING.contains(type.getName()))).because("money is whole rupiah as long");

    @ArchTest
    static final ArchRule no_method_floats = methods().that().doNotHaveModifier(JavaModifier.PRIVATE)
            .should(new ArchCondition<>("neither take nor return floating or decimal numbers") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    Stream.concat(Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream())
                            .filter(type -> FLOATING.contains(type.getName()))
                            .forEach(type -> events.add(SimpleConditionEvent.violated(method,
                                    "%s has a %s".formatted(method.getFullName(), type.getSimpleName()))));
                }
            });

    @ArchTest
    static final ArchRule names_say_what_a_thing_is = noClasses()
            .should().haveNameMatching(".*(Impl|Dto|DTO|Manager|Helper|Utils?|Entity)");

    @Test
    void only_ledger_names_its_tables() {
        Map<String, String> sources = ModelFiles.read("src/main", "");
        Set<String> strangers = new TreeSet<>();
        sources.forEach((file, text) -> {
            boolean allowed = file.startsWith("java/id/lindungdesa/ledger/") || file.matches("resources/db/migration/V01\\d__.*");
            if (!allowed && file.matches(".*\\.(java|sql)") && Pattern.compile("(?<!report_)\\bledger_\\w+").matcher(withoutComments(text)).find()) {
                strangers.add(file);
            }
        });

        assertThat(strangers).as("read report_ledger_* or ask Ledger").isEmpty();
    }

    @Test
    void sql_is_given_the_time() {     // ${now()} is no SQL: the engine's, by its own clock
        Set<String> found = new TreeSet<>();
        ModelFiles.read("src/main", "").forEach((file, text) -> {
            if (file.matches(".*\\.(java|sql)") && Pattern.compile("(?i)\\b(now\\(\\)|current_timestamp|current_date|localtimestamp|clock_timestamp\\(\\))")
                    .matcher(withoutComments(text).replace("${now()}", "")).find()) {
                found.add(file);
            }
        });

        assertThat(found).as("pass the instant of the Clock as a parameter").isEmpty();
    }

    private static String withoutComments(String text) {
        return text.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)(^|\\s)(//|--).*$", "");
    }

    private static boolean isDomain(JavaClass type) {
        boolean aggregate = Arrays.stream(type.reflect().getDeclaredClasses()).anyMatch(nested -> nested.getSimpleName().equals("State"));
        return (type.isRecord() || type.isEnum() || aggregate) && isNoComponent(type);
    }

    private static boolean isNoComponent(JavaClass type) {
        return !type.isMetaAnnotatedWith(Component.class) && !type.isAnnotatedWith(Component.class)
                && type.getEnclosingClass().map(ArchitectureTest::isNoComponent).orElse(true);
    }

    private static boolean readsTheTime(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getName();
        if (owner.startsWith("java.time.") && name.equals("now")) {
            return access.getTarget() instanceof CodeUnitAccessTarget call
                    && call.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        }
        return owner.equals(Clock.class.getName()) && (name.startsWith("system") || name.startsWith("tick"))
                || owner.equals(System.class.getName()) && name.equals("currentTimeMillis")
                || owner.equals("java.util.Date") && name.equals("<init>")
                        && access.getTarget() instanceof CodeUnitAccessTarget call
                        && call.getRawParameterTypes().isEmpty();
    }

    private static <T> DescribedPredicate<T> describe(String words, java.util.function.Predicate<T> predicate) {
        return DescribedPredicate.describe(words, predicate);
    }
}
