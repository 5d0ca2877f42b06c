package org.zhiping.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://zhiping.example.org", "https://zhiping.example.org/"})
    void linksBeginWithIt(String setting) {
        assertThat(new PublicAddress(URI.create(setting)).of("/lookup?number=IO-1"))
                .hasToString("https://zhiping.example.org/lookup?number=IO-1");
    }

    @Test
    void mayHaveAPath() {
        assertThat(new PublicAddress(URI.create("http://10.0.0.7:8080/zp/")).of("/portal")).hasToString("http://10.0.0.7:8080/zp/portal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zhiping.example.org", "/lookup", "ftp://zhiping.example.org", "https:///lookup", "javascript:alert(1)",
        "https://someone:secret@zhiping.example.org", "https://zhiping.example.org/?a=b", "https://zhiping.example.org/#a", ""})
    void refusesWhatIsNoAddressOfAServer(String setting) {
        assertThatThrownBy(() -> new PublicAddress(URI.create(setting))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("zhiping.public-address");
    }

    @Test
    void linksStayInThisInstallation() {
        PublicAddress address = new PublicAddress(URI.create("https://zhiping.example.org"));
        assertThatThrownBy(() -> address.of(".evil.example/")).isInstanceOf(IllegalArgumentException.class);
    }
}
