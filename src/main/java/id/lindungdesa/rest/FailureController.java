package id.lindungdesa.rest;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what a filter or another servlet refused in the shape of all problems, and says nothing of how it came about. */
@RestController
@Hidden
class FailureController implements ErrorController {

    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<Problem> failure(HttpServletRequest request) {
        HttpStatusCode status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatusCode.valueOf(code) : HttpStatus.NOT_FOUND;
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem(status));
    }

    private static Problem problem(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> Problem.of(status, "UNAUTHORIZED", "Silakan masuk dengan nama pengguna dan kata sandi.");
            case 403 -> Problem.of(status, "FORBIDDEN", "Anda tidak berwenang untuk ini.");
            case 404 -> Problem.of(status, "NOT_FOUND", "Alamat ini tidak ada.");
            case 405 -> Problem.of(status, "METHOD_NOT_ALLOWED", "Alamat ini tidak dapat dipanggil dengan cara itu.");
            case 413 -> Problem.of(status, "BODY_TOO_LARGE", "Kiriman terlalu besar.");
            default -> status.is5xxServerError()
                    ? Problem.of(status, "INTERNAL", "Terjadi gangguan pada sistem. Coba lagi, atau hubungi administrator.")
                    : Problem.of(status, "REQUEST_REFUSED", "Permintaan tidak dapat diproses.");
        };
    }
}
