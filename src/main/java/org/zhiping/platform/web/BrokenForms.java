package org.zhiping.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** A form with files that ends early, or is none: what is wrong with it is seen before it is known whose it is. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class BrokenForms {

    @ExceptionHandler(MultipartException.class)
    void unreadable(MultipartException unreadable, HttpServletResponse response) throws IOException {
        response.sendError((unreadable instanceof MaxUploadSizeExceededException ? HttpStatus.PAYLOAD_TOO_LARGE : HttpStatus.BAD_REQUEST).value());
    }
}
