package id.lindungdesa.webapp;

import id.lindungdesa.identity.OfficeNames;
import id.lindungdesa.identity.OfficeWork.Work;
import id.lindungdesa.identity.Official;
import id.lindungdesa.identity.Official.Office;
import id.lindungdesa.identity.Overseers;
import id.lindungdesa.identity.Role;
import id.lindungdesa.identity.Vacancies;
import id.lindungdesa.identity.Vacancies.Vacancy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Empty offices that somebody must see to, by the names of their places, with the work that waits there. */
@Component
class VacantOffices {

    private final Vacancies vacancies;
    private final OfficeNames names;

    VacantOffices(Vacancies vacancies, OfficeNames names) {
        this.vacancies = vacancies;
        this.names = names;
    }

    /** A task's name holds number and place of its case; {@code holder} has taken it in another office that may do it. */
    record Waiting(String taskId, String name, UUID caseId, String holder) {}

    record Vacant(String role, String area, String name, LocalDate since, List<Waiting> waiting) {}

    /** Of the two heads of a village the one that it does not have is no vacancy. */
    List<Vacant> concerning(Official official) {
        if (!official.is(Role.ADMIN) && !official.is(Overseers.ROLES.toArray(Role[]::new))) {
            return List.of();
        }
        List<Vacancy> found = vacancies.concerning(official);
        Map<Office, String> called = names.of(found.stream().map(Vacancy::office).toList());
        Map<Office, String> labelled = names.withCodes(called.keySet());
        return found.stream().filter(one -> called.containsKey(one.office())).map(one -> new Vacant(one.office().role().id(),
                one.office().area(), labelled.get(one.office()), one.since(), one.waiting().stream().map(VacantOffices::waiting).toList())).toList();
    }

    private static Waiting waiting(Work work) {
        return new Waiting(work.taskId(), work.name(), work.caseId(), work.holder());
    }
}
