package id.lindungdesa.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Writes a problem where no controller answers: in a filter, at a login. */
@Component
public class ProblemWriter {

    private final ObjectMapper json;
    private final Problems problems;

    ProblemWriter(ObjectMapper json, Problems problems) {
        this.json = json;
        this.problems = problems;
    }

    /** @param detail an Indonesian sentence */
    public void write(HttpServletResponse response, int status, String code, String detail) throws IOException {
        write(response, Problem.of(HttpStatusCode.valueOf(status), code, detail));
    }

    /** Answers a failure, a refusal or any other, as the controllers would. */
    public void write(HttpServletResponse response, Throwable failure) throws IOException {
        write(response, problems.of(failure));
    }

    private void write(HttpServletResponse response, Problem problem) throws IOException {
        byte[] body = json.writeValueAsBytes(problem);
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
