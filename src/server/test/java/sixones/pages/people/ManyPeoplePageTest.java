package sixones.pages.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static sixones.people.account.PeopleInTests.ADMIN;
import static sixones.people.account.PeopleInTests.OFFICER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sixones.InTurns;
import sixones.pages.Visitor;
import sixones.pages.frame.PageWords;
import sixones.people.Account;
import sixones.people.Particulars;
import sixones.people.account.People;
import sixones.people.account.PeopleInTests;
import sixones.report.Language;
import sixones.store.TestDatabase;
import sixones.store.Transactions;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@InTurns(3)
class ManyPeoplePageTest {
  private static final String PAGE = "/people/many";

  @Inject Transactions transactions;
  @Inject People people;

  private final String some = "m-" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void people_of_a_table_are_added_with_passwords_that_fit() {
    Visitor admin = admin();
    String table = "用户名,申报主体代码,姓名,单位\n" + some + "-1,510600,李伟,工信局\n" + some + "-2,510700,,\n";
    admin
        .send(PAGE, Map.of("act", "read"), "people.csv", table.getBytes(Charset.forName("GBK")))
        .then()
        .statusCode(200)
        .body(containsString("Add these 2 people"))
        .body(containsString("李伟 · 工信局"));
    assertThat(added()).isEmpty();

    admin
        .send(PAGE, Map.of("act", "add", "text", table), "", new byte[0])
        .then()
        .statusCode(200)
        .body(containsString("2 people were added"));

    Matcher password = Pattern.compile("class=\"secret\">([^<]*)<").matcher(admin.page());
    List<String> passwords = new ArrayList<>();
    while (password.find()) {
      passwords.add(password.group(1));
    }
    assertThat(passwords).hasSize(2);
    assertThat(people.signIn(some + "-1", passwords.get(0))).isPresent();
    assertThat(people.signIn(some + "-2", passwords.get(1))).isPresent();
    assertThat(added()).extracting(account -> account.particulars().fullName()).contains("李伟");
  }

  @Test
  void nobody_is_added_until_every_line_is_right_and_each_fault_is_told_by_its_place() {
    Visitor admin = admin();
    String table =
        "name,applicant,office,birthday\n"
            + (some + "-1,510600,,\n")
            + (some + "-1,510600,,\n")
            + (some + "-2,999999," + "x".repeat(101) + ",\n")
            + (OFFICER.name() + ",510600,,\n")
            + (some + "-3,Deyang,An office, second floor,x\n");

    admin
        .send(PAGE, Map.of("act", "add", "text", table), "", new byte[0])
        .then()
        .statusCode(422)
        .body(containsString("The column “birthday” is not known"))
        .body(containsString("Line 6 has values beyond the named columns"))
        .body(containsString("Line 3, “Name to sign in with”: The table has the name"))
        .body(
            containsString(
                "Line 4, “Code of the applicant”: This code is not on the list of applicants that may bid"))
        .body(containsString("Line 4, “Office”: An office has at most 100 characters"))
        .body(
            containsString(
                "Line 5, “Name to sign in with”: There is already an account with the name"))
        .body(containsString(some + "-1,510600"))
        .body(not(containsString("value=\"add\"")));
    assertThat(added()).isEmpty();
  }

  @Test
  void what_is_no_table_is_refused_in_words() {
    Visitor admin = admin();
    byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0};

    admin
        .send(PAGE, Map.of("act", "read"), "people.csv", picture)
        .then()
        .statusCode(422)
        .body(containsString("This file is not a table in text"));
    admin
        .send(PAGE, Map.of("act", "add", "text", "name\n"), "", new byte[0])
        .then()
        .statusCode(422)
        .body(containsString("no person below"));
  }

  @ParameterizedTest
  @CsvSource({"sichuan-2022-cities,21", "chongqing-33618,41"})
  void the_table_to_fill_in_has_a_line_for_each_applicant_and_is_read_again(
      String ruleSet, int count) {
    for (String language : List.of("en", "zh-CN")) {
      Visitor admin = admin(language);
      String address = PAGE + "/table.csv?ruleSet=" + ruleSet;
      admin.get(PAGE).then().statusCode(200).body(containsString("href=\"" + address + "\""));
      String table = admin.get(address).then().statusCode(200).extract().asString();

      assertThat(table.lines().count()).isEqualTo(1 + count);
      admin
          .send(PAGE, Map.of("act", "read", "text", table), "", new byte[0])
          .then()
          .statusCode(200)
          .body(containsString("value=\"add\""));
    }
  }

  @Test
  void no_table_to_fill_in_has_more_lines_than_are_added_at_once() {
    Visitor admin = admin();

    admin.get(PAGE).then().body(not(containsString("table.csv?ruleSet=miit-sme-clusters")));
    admin.get(PAGE + "/table.csv?ruleSet=miit-sme-clusters").then().statusCode(404);
    admin.get(PAGE + "/table.csv?ruleSet=none").then().statusCode(404);
    admin.get(PAGE + "/table.csv").then().statusCode(404);
  }

  /** Jiangbei is a district of Chongqing and one of Ningbo. */
  @Test
  void an_applicant_is_understood_by_a_name_that_no_other_has() {
    Visitor admin = admin();
    String table =
        "name,applicant\n"
            + (some + "-1,江北区\n")
            + (some + "-2,重庆市江北区\n")
            + (some + "-3,江北区 330205\n")
            + (some + "-4,Liangjiang New Area\n")
            + (some + "-5,涪陵区\n")
            + (some + "-6,江北区 510600\n");

    admin
        .send(PAGE, Map.of("act", "add", "text", table), "", new byte[0])
        .then()
        .statusCode(422)
        .body(
            containsString(
                "Line 2, “Code of the applicant”: Several applicants have the name 江北区."))
        .body(containsString("Line 7, “Code of the applicant”: An applicant’s account acts"))
        .body(not(containsString("Line 3")))
        .body(not(containsString("Line 4")))
        .body(not(containsString("Line 5")))
        .body(not(containsString("Line 6")));
    assertThat(added()).isEmpty();
  }

  /** Else a table filled in with those words would lose a column. */
  @Test
  void no_two_columns_have_the_same_name_in_any_language() throws Exception {
    for (Language language : Language.values()) {
      String head =
          PeopleFile.COLUMNS.stream()
              .map(column -> PageWords.in(language).text("people." + column))
              .collect(Collectors.joining(","));

      PeopleFile read = PeopleFile.read(head + "\na,auditor,,李伟,o,1", name -> Set.of());

      assertThat(read.repeated()).isEmpty();
      assertThat(read.unknown()).isEmpty();
      assertThat(read.people().get(0).person().particulars())
          .isEqualTo(new Particulars("李伟", "o", "1"));
    }
  }

  @Test
  void only_an_administrator_adds_people() {
    Visitor officer = Visitor.signedIn(new PeopleInTests(transactions), OFFICER, "en");

    officer.get(PAGE).then().statusCode(403);
    officer.get(PAGE + "/table.csv").then().statusCode(403);
  }

  private Visitor admin() {
    return admin("en");
  }

  private Visitor admin(String language) {
    Visitor admin = Visitor.signedIn(new PeopleInTests(transactions), ADMIN, language);
    admin.open(PAGE);
    return admin;
  }

  private List<Account> added() {
    return people.list(ADMIN).stream()
        .filter(account -> account.person().name().startsWith(some))
        .toList();
  }
}
