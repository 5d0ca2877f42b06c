package org.zhiping.platform.web;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.zhiping.platform.Refusal;
import org.zhiping.platform.Texts;

/** Every REST error is an RFC 9457 problem with a {@code code} for programs and a {@code detail} for people. */
@RestControllerAdvice(annotations = RestController.class)
class ApiErrors extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    private final Texts texts;

    ApiErrors(Texts texts) {
        this.texts = texts;
    }

    @ExceptionHandler(Refusal.class)
    ResponseEntity<ProblemDetail> refused(Refusal refusal) {
        return ResponseEntity.status(refusal.kind().status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON).body(Problems.of(refusal, texts));
    }

    /** Somebody did something to the same thing in the same moment. */
    @ExceptionHandler(ConcurrencyFailureException.class)
    ResponseEntity<ProblemDetail> overtaken(ConcurrencyFailureException overtaken) {
        LOG.info("Overtaken: {}", overtaken.getMessage());
        return ResponseEntity.status(HttpStatus.CONFLICT).contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.of(HttpStatus.CONFLICT, "overtaken", texts.of("problem.overtaken")));
    }

    @ExceptionHandler(RuntimeException.class)
    ResponseEntity<ProblemDetail> failed(RuntimeException failure) {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            throw failure;
        }
        LOG.error("Request failed", failure);
        return ResponseEntity.internalServerError().contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal", texts.of("problem.internal")));
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException invalid,
                                                                  HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Map<String, String>> errors = invalid.getFieldErrors().stream()
                .map(error -> Map.of("field", error.getField(), "message", String.valueOf(error.getDefaultMessage()))).toList();
        ProblemDetail problem = Problems.of(status, "invalid", texts.of("problem.invalid"));
        problem.setProperty("errors", errors);
        return handleExceptionInternal(invalid, problem, headers, status, request);
    }

    /** See {@link JsonLimit}. */
    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException unreadable, HttpHeaders headers,
                                                                  HttpStatusCode status, WebRequest request) {
        return super.handleHttpMessageNotReadable(unreadable, headers,
                unreadable.contains(StreamConstraintsException.class) ? HttpStatus.PAYLOAD_TOO_LARGE : status, request);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(Exception failure, Object body, HttpHeaders headers,
                                                             HttpStatusCode status, WebRequest request) {
        Object problem = failure instanceof MethodArgumentNotValidException ? body : problem(failure, status);
        return super.handleExceptionInternal(failure, problem, headers, status, request);
    }

    /** Names the value that cannot be read, where the failure tells which it is. */
    private ProblemDetail problem(Exception failure, HttpStatusCode status) {
        String field = field(failure);
        if (field.isEmpty() || status.equals(HttpStatus.PAYLOAD_TOO_LARGE)) {
            return Problems.of(status, "http-" + status.value(), texts.of("problem.http." + Problems.known(status)));
        }
        String message = texts.of("problem.field", field);
        ProblemDetail problem = Problems.of(status, "http-" + status.value(), message);
        problem.setProperty("errors", List.of(Map.of("field", field, "message", message)));
        return problem;
    }

    private static String field(Exception failure) {
        if (failure instanceof MethodArgumentTypeMismatchException wrong) {
            return wrong.getName();
        }
        if (failure instanceof MissingServletRequestParameterException missing) {
            return missing.getParameterName();
        }
        return failure.getCause() instanceof JsonMappingException unreadable ? unreadable.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName()).collect(Collectors.joining(".")) : "";
    }
}
