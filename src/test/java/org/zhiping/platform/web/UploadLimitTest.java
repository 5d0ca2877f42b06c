package org.zhiping.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

class UploadLimitTest {

    private static MockHttpServletResponse answer(String type, int bytes) throws Exception {
        var multipart = new MultipartProperties();
        multipart.setMaxRequestSize(DataSize.ofKilobytes(1));
        var request = new MockHttpServletRequest("POST", "/portal/applications/X/materials");
        request.setContentType(type);
        request.setContent(new byte[bytes]);
        var response = new MockHttpServletResponse();
        new UploadLimit(multipart).doFilter(request, response, new MockFilterChain());
        return response;
    }

    @Test
    void anUploadThatIsTooLargeIsRefusedAsSuch() throws Exception {
        assertThat(answer("multipart/form-data; boundary=x", 1025).getStatus()).isEqualTo(413);
        assertThat(answer("application/json;charset=UTF-8", 1025).getStatus()).isEqualTo(413);
    }

    @Test
    void everythingElseGoesOn() throws Exception {
        assertThat(answer("multipart/form-data; boundary=x", 1024).getStatus()).isEqualTo(200);
        assertThat(answer("application/offset+octet-stream", 1025).getStatus()).isEqualTo(200);
    }
}
