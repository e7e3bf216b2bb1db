package sixones.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.7, 10.0.0.7/32",
    "'10.0.0.7 , 10.1.0.0/16,', '10.0.0.7/32,10.1.0.0/16'",
    "::1, 0:0:0:0:0:0:0:1/128",
    "[::1], 0:0:0:0:0:0:0:1/128",
    "fd00::/8, fd00:0:0:0:0:0:0:0/8"
  })
  void addresses_and_networks_are_told_in_one_form(String addresses, String told) {
    assertThat(Proxies.inOneForm(addresses)).isEqualTo(told);
    assertThat(Proxies.of(addresses).areAny()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ",",
        "proxy.example",
        "10.0.0.7,proxy.example",
        "0.0.0.0/0",
        "::/0",
        "10.0.0.0/33",
        "10.0.0.0/",
        "10.0.0.0/-1",
        "*"
      })
  void what_names_nobody_or_everybody_leaves_nobody_trusted(String addresses) {
    assertThat(Proxies.inOneForm(addresses)).isEmpty();
    assertThat(Proxies.of(addresses).areAny()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.7, 203.0.113.9, 203.0.113.9",
    "10.0.0.7, '198.51.100.1, 203.0.113.9', 203.0.113.9",
    "10.0.0.7, '198.51.100.1, 203.0.113.9, 10.0.0.8', 203.0.113.9",
    "10.0.0.7, '203.0.113.9:4711', 203.0.113.9",
    "10.0.0.7, '[2001:db8::1]:4711', 2001:db8:0:0:0:0:0:1",
    "10.0.0.7, '198.51.100.1, unknown', 10.0.0.7",
    "10.0.0.7, '', 10.0.0.7",
    "192.0.2.1, 203.0.113.9, 192.0.2.1"
  })
  void the_sender_is_the_last_address_that_is_no_proxy_s(
      String peer, String forwardedFor, String sender) {
    Proxies proxies = Proxies.of("10.0.0.0/24");

    assertThat(proxies.sender(peer, List.of(forwardedFor))).isEqualTo(sender);
  }

  @Test
  void lines_of_the_header_are_read_as_one_list() {
    Proxies proxies = Proxies.of("10.0.0.7");

    assertThat(proxies.sender("10.0.0.7", List.of("198.51.100.1", "203.0.113.9")))
        .isEqualTo("203.0.113.9");
    assertThat(proxies.sender("10.0.0.7", List.of())).isEqualTo("10.0.0.7");
  }
}
