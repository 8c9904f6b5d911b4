package id.lindungdesa.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import id.lindungdesa.operation.LogContext;
import id.lindungdesa.refusal.Finding;
import id.lindungdesa.refusal.Refusal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** What is answered when a call does not succeed: a problem detail (RFC 9457) with our code and findings. */
record Problem(String type, String title, int status, String detail, String code, List<Finding> errors) {

    /** The id under which the log tells more; as it is when the problem is written. */
    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_NULL)
    String requestId() {
        return LogContext.requestId();
    }

    /** Null fields of a finding are left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    interface FindingWithoutNulls {}

    static Problem of(HttpStatusCode status, String code, String detail) {
        return of(status, code, detail, List.of());
    }

    static Problem of(HttpStatusCode status, String code, String detail, List<Finding> errors) {
        return new Problem("urn:lindungdesa:problem:" + code, title(status.value()), status.value(), detail, code, errors);
    }

    static Problem of(Refusal refusal) {
        HttpStatus status = switch (refusal.kind()) {
            case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
        };
        return of(status, refusal.code(), refusal.getMessage(), refusal.findings());
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Permintaan tidak terbaca";
            case 401 -> "Perlu masuk";
            case 403 -> "Tidak berwenang";
            case 404 -> "Tidak ditemukan";
            case 405 -> "Cara panggil tidak didukung";
            case 406, 415 -> "Bentuk data tidak didukung";
            case 409 -> "Bertentangan dengan keadaan sekarang";
            case 413 -> "Terlalu besar";
            case 422 -> "Belum dapat diterima";
            case 429 -> "Terlalu sering";
            default -> status < 500 ? "Permintaan ditolak" : "Gangguan sistem";
        };
    }
}
