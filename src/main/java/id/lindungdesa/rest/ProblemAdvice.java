package id.lindungdesa.rest;

import id.lindungdesa.refusal.Finding;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Answers every failure of a controller, and of finding one, as a problem in Bahasa Indonesia. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Set<String> REQUIRED = Set.of("NotNull", "NotBlank", "NotEmpty");

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Object> any(Exception failure, HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            return null; // the caller has gone, or has half an answer: nothing can be told any more
        }
        return answer(problems.of(failure), new HttpHeaders());
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException failure,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(JsonFault.of(failure), headers);
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(MissingServletRequestParameterException failure,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return field(failure.getParameterName(), "PARAMETER_MISSING", "Parameter ini wajib.");
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestPart(MissingServletRequestPartException failure,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return field(failure.getRequestPartName(), "PART_MISSING", "Bagian ini wajib dikirim.");
    }

    /** An id in the address that is no id names nothing. */
    @Override
    protected ResponseEntity<Object> handleTypeMismatch(TypeMismatchException failure, HttpHeaders headers,
            HttpStatusCode status, WebRequest request) {
        if (failure instanceof MethodArgumentTypeMismatchException argument
                && argument.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return notFound();
        }
        String name = failure instanceof MethodArgumentTypeMismatchException argument ? argument.getName()
                : failure.getPropertyName();
        return field(name, "WRONG_TYPE", "Bentuk parameter ini tidak sesuai.");
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException failure,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Finding> errors = new ArrayList<>();
        for (FieldError error : failure.getBindingResult().getFieldErrors()) {
            String pointer = "/" + error.getField().replaceAll("\\[(\\d+)]", "/$1").replace('.', '/');
            errors.add(error.isBindingFailure()
                    ? Finding.at(null, error.getField(), "WRONG_TYPE", "Bentuk isian ini tidak sesuai.")
                    : finding(pointer, error.getField(), error));
        }
        return invalid(errors);
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(HandlerMethodValidationException failure,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Finding> errors = new ArrayList<>();
        failure.getParameterValidationResults().forEach(result -> result.getResolvableErrors().forEach(
                error -> errors.add(finding(null, result.getMethodParameter().getParameterName(), error))));
        return invalid(errors);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMediaTypeNotSupported(HttpMediaTypeNotSupportedException failure,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "MEDIA_TYPE_NOT_SUPPORTED",
                "Jenis isi ini tidak didukung. Yang didukung: %s.".formatted(
                        MediaType.toString(failure.getSupportedMediaTypes()))), headers);
    }

    @Override
    protected ResponseEntity<Object> handleHttpRequestMethodNotSupported(HttpRequestMethodNotSupportedException failure,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(Problem.of(HttpStatus.METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED",
                "Alamat ini tidak dapat dipanggil dengan cara itu."), headers);
    }

    @Override
    protected ResponseEntity<Object> handleNoResourceFoundException(NoResourceFoundException failure, HttpHeaders headers,
            HttpStatusCode status, WebRequest request) {
        return notFound();
    }

    @Override
    protected ResponseEntity<Object> handleNoHandlerFoundException(NoHandlerFoundException failure, HttpHeaders headers,
            HttpStatusCode status, WebRequest request) {
        return notFound();
    }

    @Override
    protected ResponseEntity<Object> handleMaxUploadSizeExceededException(MaxUploadSizeExceededException failure,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(problems.of(failure), headers);
    }

    /** Everything else that Spring itself refuses: its status, our shape, none of its text. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(Exception failure, Object body, HttpHeaders headers,
            HttpStatusCode status, WebRequest request) {
        return answer(status.is5xxServerError() ? problems.of(failure)
                : Problem.of(status, "REQUEST_REFUSED", "Permintaan tidak dapat diproses."), headers);
    }

    private static Finding finding(String pointer, String field, MessageSourceResolvable error) {
        String[] codes = error.getCodes();
        String constraint = codes == null || codes.length == 0 ? "" : codes[codes.length - 1];
        return REQUIRED.contains(constraint) ? Finding.at(pointer, field, "REQUIRED", "Isian ini wajib.")
                : Finding.at(pointer, field, "INVALID_VALUE", "Nilai isian ini tidak sah.");
    }

    private static ResponseEntity<Object> field(String name, String code, String message) {
        return answer(Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, code, "%s: %s".formatted(name, message),
                List.of(Finding.at(null, name, code, message))), new HttpHeaders());
    }

    private static ResponseEntity<Object> invalid(List<Finding> errors) {
        return answer(Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, errors.size() == 1 ? errors.get(0).code() : "INVALID",
                "Ada isian yang belum benar.", errors), new HttpHeaders());
    }

    private static ResponseEntity<Object> notFound() {
        return answer(Problem.of(HttpStatus.NOT_FOUND, "NOT_FOUND", "Alamat ini tidak ada."), new HttpHeaders());
    }

    private static ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
        HttpHeaders kept = new HttpHeaders();
        kept.addAll(headers);
        kept.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return new ResponseEntity<>(problem, kept, HttpStatusCode.valueOf(problem.status()));
    }
}
