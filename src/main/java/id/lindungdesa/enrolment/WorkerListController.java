package id.lindungdesa.enrolment;

import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.identity.Role;
import id.lindungdesa.rest.Page;
import id.lindungdesa.rest.Paging;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A list as its village and the insurer see it, and who is struck off it. */
@RestController
class WorkerListController {

    private final ListReview review;

    WorkerListController(ListReview review) {
        this.review = review;
    }

    record Summary(UUID id, String villageCode, int number, WorkerList.State state, int listed) {}

    record Row(int line, UUID workerId, String nik, String name, char gender, String occupation, Instant registeredAt,
               RejectionReason rejected, String note) {

        static Row of(ListedWorker listed) {
            Worker worker = listed.worker();
            return new Row(listed.place(), worker.id(), worker.maskedNik(), worker.name(), worker.gender(),
                    worker.occupation(), worker.registeredAt(), listed.rejected(), listed.note());
        }
    }

    @GetMapping("/api/villages/{code}/worker-list")
    @OpenTo({Role.OPERATOR, Role.KADES, Role.LURAH, Role.SEKDES, Role.BPJS_AR})
    Summary latest(@PathVariable String code) {
        WorkerList list = review.latest(code);
        return new Summary(list.id(), list.villageCode(), list.number(), list.state(), review.listed(list));
    }

    @GetMapping("/api/worker-lists/{id}/workers")
    @OpenTo({Role.OPERATOR, Role.KADES, Role.LURAH, Role.SEKDES, Role.BPJS_AR})
    Page<Row> workers(@PathVariable UUID id, @ParameterObject Paging paging) {
        ListReview.Part part = review.part(id, paging.limit(), paging.offset());
        return Page.of(paging, part.workers().stream().map(Row::of).toList(), part.total());
    }

    /** Strikes people off, each with his reason; all or none. */
    @PostMapping("/api/worker-lists/{id}/rejections")
    @OpenTo({Role.OPERATOR, Role.KADES, Role.LURAH, Role.SEKDES, Role.BPJS_AR})
    Summary reject(@PathVariable UUID id, @RequestBody List<ListReview.Rejection> rejections) {
        WorkerList list = review.strikeOff(id, rejections);
        return new Summary(list.id(), list.villageCode(), list.number(), list.state(), review.listed(list));
    }
}
