package sixones.people.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
  private static final Optional<String> NAMED = Optional.of("password-name");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password12345",
        "passwordpassword",
        "qwertyuiop123",
        "1qaz2wsx3edc",
        "iloveyou12345",
        "Passw0rd2022!",
        "administrator1",
        "aaaaaaaaaaaaaaaa",
        "abcdefghijkl",
        "123456789012"
      })
  void what_everybody_tries_first_is_no_password(String common) {
    assertThat(PasswordPolicy.unfit(common, "li.wei")).contains("password-common");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ｐａｓｓｗｏｒｄ１２３４",
        "ｑｗｅｒｔｙｕｉｏｐａｓ",
        "p a s s w o r d 1 2 3 4",
        "pass\u3000word\u00a01234",
        "pass\u200bword\u200b1234"
      })
  void neither_width_nor_spaces_make_another_password_of_it(String common) {
    assertThat(PasswordPolicy.unfit(common, "li.wei")).contains("password-common");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo-of-six-ones",
        "Demo of Six Ones",
        "ｄｅｍｏ－ｏｆ－ｓｉｘ－ｏｎｅｓ",
        "my demo-of-six-ones!"
      })
  void nobody_has_the_published_password_of_the_demonstration(String published) {
    assertThat(PasswordPolicy.unfit(published, "li.wei")).contains("password-place");
  }

  @ParameterizedTest
  @CsvSource({
    "li.wei, li.wei and a quiet tiger",
    "li.wei, the quiet tiger of LI.WEI",
    "li.wei, a quiet tiger li_wei kettle",
    "li.wei, ｌｉ－ｗｅｉ and a quiet tiger",
    "pwtester1, p w t e s t e r 1",
    "pwtester1, quiet-P.W.Tester 1-tiger",
    "officer, seven-officer-kettles"
  })
  void nobody_has_their_own_name_in_a_password(String name, String password) {
    assertThat(PasswordPolicy.unfit(password, name)).isEqualTo(NAMED);
    assertThat(PasswordPolicy.unfit(password, "somebody-else")).isNotEqualTo(NAMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"chengdu-sixones-2022", "Deyang Officer 2022", "ＳｉｘＯｎｅｓ＠四川２０２２", "六个一成都德阳四川试点城市"})
  void nobody_has_a_password_of_words_of_this_place(String password) {
    assertThat(PasswordPolicy.unfit(password, "li.wei")).contains("password-place");
    assertThat(PasswordPolicy.unfit(password + " tiger", "li.wei")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"three quiet tigers", "十二个汉字的密码很好用了", "hm4v-8qtc-e2zn-wd6x-pk3y"})
  void words_that_have_nothing_to_do_with_each_other_will_do(String password) {
    assertThat(PasswordPolicy.unfit(password, "li.wei")).isEmpty();
    assertThat(PasswordPolicy.unfit(password, "e2")).isEmpty();
  }
}
