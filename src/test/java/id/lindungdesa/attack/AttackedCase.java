package id.lindungdesa.attack;

import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A case of an official with one open task, and a mark that is left in the JVM wherever an attacker's code runs in it:
 * as an expression, as a script, or while an object of his is read.
 */
@Component
class AttackedCase {

    static final String OFFICIAL = "serang-camat";
    static final String PASSWORD = "Rahasia-uji-123";
    static final String PROCESS = "attack-trial";
    static final String MARK = "lindungdesa.attacked";
    static final String EXPRESSION = "${''.getClass().forName('java.lang.System').getMethod('setProperty', "
            + "''.getClass(), ''.getClass()).invoke(null, '" + MARK + "', 'yes')}";

    /** Everything an attack could want to change, as far as it is the engine's. */
    private static final List<String> TABLES = List.of("act_re_deployment", "act_re_procdef", "act_re_decision_def", "act_ge_bytearray",
            "act_ru_execution", "act_ru_task", "act_ru_variable", "act_ru_identitylink", "act_ru_job", "act_ru_incident",
            "act_ru_ext_task", "act_ru_event_subscr", "act_ru_batch", "act_ru_filter", "act_ru_authorization", "act_id_user",
            "act_id_group", "act_id_membership", "act_id_tenant", "act_id_info", "act_hi_procinst", "act_hi_comment",
            "act_hi_attachment", "act_hi_varinst", "act_hi_batch");

    private final Offices offices;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final JdbcClient jdbc;

    AttackedCase(Offices offices, RepositoryService repository, RuntimeService runtime, TaskService tasks, JdbcClient jdbc) {
        this.offices = offices;
        this.repository = repository;
        this.runtime = runtime;
        this.tasks = tasks;
        this.jdbc = jdbc;
    }

    /** The ids of one case: {@code {task}}, {@code {instance}}, {@code {definition}}, {@code {deployment}}, {@code {user}}. */
    Map<String, String> open() {
        offices.appoint(List.of(new Appointment(1, OFFICIAL, "Camat Serang", Role.CAMAT, "32.01.01", LocalDate.of(2020, 1, 1),
                null, "SK 1")), List.of(), user -> PASSWORD);
        String deployment = repository.createDeployment().name(PROCESS)
                .addInputStream("attack-trial.bpmn", AttackedCase.class.getResourceAsStream("/attack/attack-trial.bpmn"))
                .deploy().getId();
        var instance = runtime.startProcessInstanceByKey(PROCESS, UUID.randomUUID().toString());
        System.clearProperty(MARK);
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("{task}", tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult().getId());
        ids.put("{instance}", instance.getId());
        ids.put("{definition}", instance.getProcessDefinitionId());
        ids.put("{deployment}", deployment);
        ids.put("{user}", OFFICIAL);
        return ids;
    }

    void close(Map<String, String> ids) {
        System.clearProperty(MARK);
        repository.deleteDeployment(ids.get("{deployment}"), true);
    }

    static boolean codeRan() {
        return System.getProperty(MARK) != null;
    }

    Map<String, String> state() {
        Map<String, String> state = new LinkedHashMap<>();
        TABLES.forEach(table -> state.put(table, jdbc.sql("select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from %s t"
                .formatted(table)).query(String.class).single()));
        return state;
    }

    /** An object that leaves the mark when it is read back from its bytes. */
    static String serialized() {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream(); ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new Gadget());
            out.flush();
            return Base64.getEncoder().encodeToString(bytes.toByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static final class Gadget implements Serializable {

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            System.setProperty(MARK, "yes");
        }
    }
}
