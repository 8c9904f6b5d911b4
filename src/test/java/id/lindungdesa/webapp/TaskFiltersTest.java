package id.lindungdesa.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import id.lindungdesa.LindungDesaTest;
import id.lindungdesa.identity.Appointment;
import id.lindungdesa.identity.Offices;
import id.lindungdesa.identity.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LindungDesaTest
class TaskFiltersTest {

    @Autowired
    TaskFilters stock;
    @Autowired
    FilterService filters;
    @Autowired
    IdentityService identity;
    @Autowired
    Offices offices;
    @Autowired
    RepositoryService repository;
    @Autowired
    RuntimeService runtime;

    @AfterEach
    void nobody() {
        identity.clearAuthentication();
    }

    void actAs(String user, String village) {
        offices.appoint(List.of(new Appointment(1, user, "Kades", Role.KADES, village, LocalDate.of(2020, 1, 1), null, "SK 1")),
                List.of(), name -> "Rahasia-uji-123");
        identity.setAuthentication(user, List.of("kades-" + village, Offices.OFFICIALS));
    }

    @Test
    void areThereOnceHoweverOftenTheApplicationStarts() {
        stock.run(null);
        stock.run(null);

        assertThat(filters.createTaskFilterQuery().list()).extracting(Filter::getName)
                .containsExactlyInAnyOrder(TaskFilters.MINE, TaskFilters.MY_GROUPS, TaskFilters.LATE);
    }

    @Test
    void showAnOfficialHisOwnOfficeAndNoOther() {
        TrialTasks.deploy(repository);
        String instance = runtime.startProcessInstanceByKey(TrialTasks.PROCESS, UUID.randomUUID().toString()).getId();

        actAs("saring.kades", "96.01.01.2001");
        assertThat(tasksIn(TaskFilters.MY_GROUPS)).contains(instance);
        assertThat(tasksIn(TaskFilters.MINE)).doesNotContain(instance);

        identity.clearAuthentication();
        actAs("saring.kades.lain", "96.01.01.2009");
        assertThat(tasksIn(TaskFilters.MY_GROUPS)).isEmpty();
    }

    List<String> tasksIn(String name) {
        Filter filter = filters.createTaskFilterQuery().filterName(name).singleResult();
        return filters.list(filter.getId()).stream().map(task -> ((org.camunda.bpm.engine.task.Task) task).getProcessInstanceId()).toList();
    }
}
