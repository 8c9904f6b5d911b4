package id.lindungdesa.enrolment;

import id.lindungdesa.identity.OpenTo;
import id.lindungdesa.identity.Role;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** One village's list of workers, as CSV or as an Excel workbook; a browser may send it as a form with {@code file}. */
@RestController
class RosterController {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Rosters rosters;

    RosterController(Rosters rosters) {
        this.rosters = rosters;
    }

    @PostMapping(path = "/api/villages/{code}/workers", consumes = {"text/csv", XLSX})
    @OpenTo({Role.OPERATOR, Role.KADES, Role.LURAH, Role.SEKDES, Role.BPJS_AR})
    Rosters.Uploaded upload(@PathVariable String code, InputStream file) {
        return rosters.upload(code, new LimitedStream(file));
    }

    @PostMapping(path = "/api/villages/{code}/workers", consumes = "multipart/form-data")
    @OpenTo({Role.OPERATOR, Role.KADES, Role.LURAH, Role.SEKDES, Role.BPJS_AR})
    Rosters.Uploaded upload(@PathVariable String code, @RequestPart("file") MultipartFile file) throws IOException {
        try (InputStream content = file.getInputStream()) {
            return rosters.upload(code, content);
        }
    }
}
